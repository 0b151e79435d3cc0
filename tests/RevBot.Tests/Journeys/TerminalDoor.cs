using System.Diagnostics;
using System.Text.Json;
using RevBot.Tests.Support;

namespace RevBot.Tests.Journeys;

/// <summary>A conversation with <c>revbot ask</c>: buttons by their label, forms as interviews.</summary>
internal sealed class TerminalDoor(string data, string person, string moment) : IDoor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private Process? _process;
    private string _last = string.Empty;
    private bool _answered;

    private Process Program => _process ?? throw new InvalidOperationException("The door is closed.");

    public Task OpenAsync()
    {
        _process = Process.Start(RevBotProcess.Prepare(["ask", "--json", "--as", person, "--data", data], null, redirectInput: true));
        Program.ErrorDataReceived += (_, _) => { };
        Program.BeginErrorReadLine();
        return Task.CompletedTask;
    }

    public async Task RestartAsync()
    {
        Program.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        await Program.WaitForExitAsync(patience.Token);
        Assert.Equal(0, Program.ExitCode);
        await DisposeAsync();
        await OpenAsync();
    }

    public async Task<string> SayAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        await Program.StandardInput.WriteLineAsync(text.AsMemory(), patience.Token);
        await Program.StandardInput.FlushAsync(patience.Token);
        var line = await Program.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException($"revbot ended at “{text}”.");
        using var answer = JsonDocument.Parse(line);
        return _last = answer.RootElement.GetProperty("text").GetString() ?? string.Empty;
    }

    public Task<string> PressAsync(string button) => SayAsync(button);

    public Task<string> OpenFormAsync() => Task.FromResult(_last);

    public async Task ChooseAsync(string field, string option, string? next = null)
    {
        Assert.Contains($"{field}?", _last, StringComparison.Ordinal);
        await SayAsync(option);
        _answered = true;
        if (next is not null)
        {
            Assert.Contains(next, _last, StringComparison.Ordinal);
        }
    }

    public async Task<string> SubmitAsync() => _answered ? _last : await SayAsync("skip");

    /// <summary>Alerts go to rooms, which a terminal has none of: the question shows the same card. As of the run, so that the figures are the same too.</summary>
    public async Task<string> FindAlertAsync(Stalled stalled)
    {
        var answer = await RevBotProcess.RunAsync(["ask", "--as", person, "--now", moment, "--data", data, Question(stalled)]);
        Assert.Equal(0, answer.ExitCode);
        await SayAsync(Question(stalled));
        return answer.Output[..answer.Output.IndexOf("open deals looked at", StringComparison.Ordinal)].TrimEnd("0123456789, \n".ToCharArray());
    }

    public Task<string> FindSnoozedAsync(Stalled stalled) => SayAsync(Question(stalled));

    public void Inspect() => Assert.False(Program.HasExited);

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
    }

    private static string Question(Stalled stalled) => $"what's stuck for \"{stalled.Owner}\"?";
}
