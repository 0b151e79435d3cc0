using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using RevBot.Tests.Support;

namespace RevBot.Tests.Journeys;

/// <summary>Conversations with <c>revbot ask</c>, one for each person and place: buttons by their label or number, forms as interviews.</summary>
internal sealed partial class TerminalDoor(string data, string moment) : IDoor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Dictionary<(string Person, int Place), Process> _conversations = [];
    private string _person = string.Empty;
    private string _last = string.Empty;
    private int _place;
    private int _rooms;

    public IReadOnlyDictionary<string, string?>? Settings => null;

    private bool IsAsking => _last.EndsWith("\"cancel\".", StringComparison.Ordinal);

    public Task OpenAsync() => Task.CompletedTask;

    public async Task RestartAsync()
    {
        foreach (var conversation in _conversations.Values)
        {
            conversation.StandardInput.Close();
            using var patience = new CancellationTokenSource(Patience);
            await conversation.WaitForExitAsync(patience.Token);
            Assert.Equal(0, conversation.ExitCode);
        }

        await DisposeAsync();
    }

    public Task BecomeAsync(string person)
    {
        _person = person;
        return Task.CompletedTask;
    }

    /// <summary>A terminal has no rooms; as in a thread of one, nothing said before is remembered.</summary>
    public Task EnterAsync(string? team)
    {
        _place = team is null ? 0 : ++_rooms;
        return Task.CompletedTask;
    }

    public async Task<string> SayAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        var conversation = Conversation();
        await conversation.StandardInput.WriteLineAsync(text.AsMemory(), patience.Token);
        await conversation.StandardInput.FlushAsync(patience.Token);
        var line = await conversation.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException($"revbot ended at “{text}”.");
        return _last = TextOf(line);
    }

    public Task<string> PressAsync(string button)
    {
        var written = _last.Split('\n').Select(line => Numbered().Match(line)).FirstOrDefault(match => match.Groups[2].Value.StartsWith(button, StringComparison.Ordinal));
        return SayAsync(written is { Success: true } ? written.Groups[1].Value : button);
    }

    public async Task<string> OpenFormAsync(string? button)
    {
        var asked = button is null ? _last : await PressAsync(button);
        return IsAsking ? asked : throw new InvalidOperationException("Nothing is asked for.");
    }

    /// <summary>What comes before the field stays as it is.</summary>
    public async Task<string> FillAsync(string field, string value, string? next)
    {
        await PassUntilAsync(field);
        Assert.True(IsAsking && Asked() == field, $"{field} is not asked for.");

        await SayAsync(value);
        Assert.True(next is null || _last.Contains(next, StringComparison.Ordinal), $"“{next}” is not asked for.");
        return _last;
    }

    /// <summary>Passes over what is still asked for, until it is all done or cannot be passed over.</summary>
    public async Task<string> SubmitAsync()
    {
        await PassUntilAsync(null);
        return _last;
    }

    /// <summary>Alerts go to rooms, which a terminal has none of: the question shows the same card. As of the run as long as it is not snoozed, so that the figures are the same too.</summary>
    public async Task<string> FindAlertAsync(Stalled stalled)
    {
        var question = $"what's stuck for \"{stalled.Owner}\"?";
        if ((await SayAsync(question)).Contains("noozed until", StringComparison.Ordinal))
        {
            return _last;
        }

        var answer = await RevBotProcess.RunAsync(["ask", "--as", _person, "--now", moment, "--data", data, question]);
        Assert.Equal(0, answer.ExitCode);
        return answer.Output[..answer.Output.IndexOf("open deals looked at", StringComparison.Ordinal)].TrimEnd("0123456789, \n".ToCharArray());
    }

    public async Task<IReadOnlyList<IReadOnlyList<string>>> AskAllAsync(IReadOnlyList<AskedThread> threads)
    {
        var lines = threads.SelectMany((thread, at) => thread.Sentences.Select(sentence => JsonSerializer.Serialize(new { text = sentence, @as = thread.Person ?? _person, conversation = $"{at}" })));
        var asked = await RevBotProcess.RunAsync(["ask", "--batch", "-", "--data", data], input: string.Join('\n', lines));
        Assert.Equal((0, string.Empty), (asked.ExitCode, asked.Errors));
        var answers = new Queue<string>(asked.Output.Split('\n').Select(TextOf));
        return [.. threads.Select(thread => thread.Sentences.Select(_ => answers.Dequeue()).ToList())];
    }

    public void Inspect() => Assert.All(_conversations.Values, conversation => Assert.False(conversation.HasExited));

    public async ValueTask DisposeAsync()
    {
        foreach (var conversation in _conversations.Values)
        {
            if (!conversation.HasExited)
            {
                conversation.Kill();
                await conversation.WaitForExitAsync();
            }

            conversation.Dispose();
        }

        _conversations.Clear();
    }

    private Process Conversation()
    {
        if (!_conversations.TryGetValue((_person, _place), out var conversation))
        {
            conversation = Process.Start(RevBotProcess.Prepare(["ask", "--json", "--as", _person, "--data", data], null, redirectInput: true))!;
            conversation.ErrorDataReceived += (_, _) => { };
            conversation.BeginErrorReadLine();
            _conversations[(_person, _place)] = conversation;
        }

        return conversation;
    }

    /// <summary>Passes over what is asked for until <paramref name="field"/> is, or something cannot be passed over.</summary>
    private async Task PassUntilAsync(string? field)
    {
        for (string? passed = null; IsAsking && Asked() != field && Asked() != passed;)
        {
            passed = Asked();
            await PassAsync();
        }
    }

    private Task<string> PassAsync() => SayAsync(
        _last.Contains("Say \"yes\"", StringComparison.Ordinal) ? "yes"
        : _last.Contains("\"keep\" for", StringComparison.Ordinal) ? "keep"
        : "skip");

    private string Asked() => Question().Match(_last).Groups[1].Value;

    private static string TextOf(string line)
    {
        using var answer = JsonDocument.Parse(line);
        return answer.RootElement.GetProperty("text").GetString() ?? string.Empty;
    }

    [GeneratedRegex(@"^(\d+)\. (.+)$")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(.+)\?(?: \(optional\))?$", RegexOptions.Multiline | RegexOptions.RightToLeft)]
    private static partial Regex Question();
}
