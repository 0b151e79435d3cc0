using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using RevBot.Channels.Terminal;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Hosting;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;

namespace RevBot.Cli;

/// <summary>Runs what is asked on the command line through the same turn pipeline as chat, and prints it.</summary>
internal sealed class AskSession(ITurnRunner runner, TimeProvider clock, IReadOnlyCollection<Person> people)
{
    /// <exception cref="CommandException">There is nothing to ask about yet.</exception>
    public static async Task<AskSession> StartAsync(IServiceProvider services, DataFolder folder, CancellationToken cancellationToken)
    {
        var snapshot = await services.GetRequiredService<IPipelineReader>().GetSnapshotAsync(null, cancellationToken);
        if (snapshot.Deals.Length == 0 && snapshot.People.Count == 0)
        {
            throw new CommandException($"{folder.Path} is empty. Write the demo company with `revbot demo`, or bring your own: `revbot import deals FILE.csv`.");
        }

        return new AskSession(services.GetRequiredService<ITurnRunner>(), services.GetRequiredService<TimeProvider>(), snapshot.People.Values);
    }

    public async Task<int> RunOneAsync(string text, string? person, DateTimeOffset? asOf, bool json, CancellationToken cancellationToken)
    {
        await PrintAsync(text, EmailOf(person), "ask", asOf, json, cancellationToken);
        return 0;
    }

    /// <summary>Reads lines until the input ends; memory, open questions and numbered buttons carry over from line to line.</summary>
    public async Task<int> ConverseAsync(string? person, DateTimeOffset? asOf, bool json, CancellationToken cancellationToken)
    {
        var email = EmailOf(person);
        var conversation = $"ask-{Guid.CreateVersion7(clock.GetUtcNow()):n}";
        while (true)
        {
            if (!Console.IsInputRedirected)
            {
                await Console.Out.WriteAsync("> ");
            }

            var line = await Console.In.ReadLineAsync(cancellationToken);
            if (line is null || line.Trim() is "exit" or "quit")
            {
                return 0;
            }

            if (line.Trim().Length > 0)
            {
                await PrintAsync(line, email, conversation, asOf, json, cancellationToken);
            }
        }
    }

    /// <exception cref="CommandException">The file is missing or a line of it is not what it should be; the line is named.</exception>
    public async Task<int> RunBatchAsync(string file, string? person, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if (file != "-" && !File.Exists(file))
        {
            throw new CommandException($"--batch {file}: there is no such file.");
        }

        await foreach (var (entry, answer) in AnswerAllAsync(ReadBatchAsync(file, cancellationToken), entry => entry, person, asOf, cancellationToken))
        {
            answer["id"] = entry.Id;
            await Console.Out.WriteLineAsync(Line(answer));
        }

        return 0;
    }

    /// <summary>Asks line by line; lines of one conversation share memory. Each comes back with its machine-readable answer.</summary>
    /// <param name="asked">What of a line is asked.</param>
    /// <param name="person">Who asks where the line does not say.</param>
    /// <param name="asOf">The moment where the line does not say.</param>
    public async IAsyncEnumerable<(T Line, JsonObject Answer)> AnswerAllAsync<T>(
        IAsyncEnumerable<T> lines, Func<T, BatchLine> asked, string? person, DateTimeOffset? asOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = $"batch-{Guid.CreateVersion7(clock.GetUtcNow()):n}";
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            var entry = asked(line);
            var (_, data) = await AnswerAsync(entry.Text, EmailOf(entry.As ?? person), $"{run}-{entry.Conversation}", entry.Now ?? asOf, cancellationToken);
            yield return (line, data);
        }
    }

    /// <summary>A file is read to its end before its first line is asked: a mistake in it stops the run before anything is written. Standard input is answered as it comes.</summary>
    private static async IAsyncEnumerable<BatchLine> ReadBatchAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (file != "-")
        {
            var lines = await File.ReadAllLinesAsync(file, cancellationToken);
            foreach (var entry in lines.Index().Where(line => line.Item.Trim().Length > 0).Select(line => BatchLine.Read(line.Item, line.Index + 1, file)).ToList())
            {
                yield return entry;
            }

            yield break;
        }

        for (var number = 1; await Console.In.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (line.Trim().Length > 0)
            {
                yield return BatchLine.Read(line, number, "standard input");
            }
        }
    }

    private static string Line(JsonObject data)
    {
        var ordered = new JsonObject();
        foreach (var name in data.Select(pair => pair.Key).OrderBy(name => name switch { "id" => 0, "intent" => 1, "outcome" => 2, "text" => 8, "elapsedMs" => 9, _ => 5 }))
        {
            ordered[name] = data[name]?.DeepClone();
        }

        return JsonLine.Of(ordered);
    }

    private async Task PrintAsync(string text, string email, string conversation, DateTimeOffset? asOf, bool json, CancellationToken cancellationToken)
    {
        var (said, data) = await AnswerAsync(text, email, conversation, asOf, cancellationToken);
        await Console.Out.WriteLineAsync(json ? Line(data) : said + Environment.NewLine);
    }

    private async Task<(string Text, JsonObject Data)> AnswerAsync(string text, string email, string conversation, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var started = Stopwatch.GetTimestamp();
        var turn = TerminalChannel.Said(text, email, conversation, Guid.CreateVersion7(now).ToString("n"), now, asOf);
        var result = await runner.RunAsync(turn, cancellationToken);
        var said = string.Join("\n\n", result.Messages.Select(message => PlainTextRenderer.Render(message.Card)));
        var data = (JsonObject?)result.Reply?.Data?.DeepClone() ?? new JsonObject { ["intent"] = "none", ["outcome"] = OutcomeOf(result.Reply) };
        data["text"] = said;
        data["elapsedMs"] = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 2);
        return (said, data);
    }

    private static string OutcomeOf(Reply? reply) => reply switch
    {
        Reply.Clarify => "clarify",
        Reply.Ask or Reply.FormErrors => "form",
        Reply.Nothing or null => "done",
        _ => "answered",
    };

    /// <exception cref="CommandException">Nobody, or more than one, is called that.</exception>
    private string EmailOf(string? person)
    {
        if (person is null)
        {
            var anyone = people.Where(entry => entry.Active && entry.Email is not null).OrderBy(entry => entry.Role == PersonRole.Operations ? 0 : 1).ThenBy(entry => entry.Id.Value, StringComparer.Ordinal).FirstOrDefault();
            return anyone?.Email ?? string.Empty;
        }

        if (person.Contains('@', StringComparison.Ordinal))
        {
            return person;
        }

        var called = people
            .Where(entry => entry.Email is not null && (entry.Name.StartsWith(person, StringComparison.OrdinalIgnoreCase) || entry.Name.Contains(" " + person, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        return called switch
        {
            [var one] => one.Email ?? string.Empty,
            [] => throw new CommandException($"--as {person}: nobody is called that. Give an e-mail address or a name from people."),
            _ => throw new CommandException($"--as {person} could be {string.Join(", ", called.Take(5).Select(entry => $"{entry.Name} <{entry.Email}>"))}. Give the e-mail address."),
        };
    }
}
