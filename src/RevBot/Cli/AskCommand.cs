using System.CommandLine;
using RevBot.Hosting;
using RevBot.Models;

namespace RevBot.Cli;

/// <summary><c>revbot ask</c>: one question, a conversation, or a file of them; the same answers as in chat.</summary>
internal static class AskCommand
{
    public static Command Create(Option<string?> data)
    {
        var text = new Argument<string[]>("TEXT") { Description = "What you would say in chat; without it, a conversation is read line by line.", Arity = ArgumentArity.ZeroOrMore };
        var person = new Option<string?>("--as") { Description = "E-mail or name of the person who asks (default: somebody of operations)." };
        var now = new Option<DateTimeOffset?>("--now") { CustomParser = GivenValues.Moment("--now"), Description = "Answer as the history stood then: 2026-06-04 or 2026-06-04T09:00:00Z." };
        var json = new Option<bool>("--json") { Description = "The answer as one line of JSON." };
        var batch = new Option<string?>("--batch") { Description = "File of JSON lines {\"id\",\"text\",\"as\",\"now\",\"conversation\"}; one line of JSON comes back for each. - is standard input." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Writes go to a copy of the store that is thrown away." };
        var command = new Command("ask", "Asks or tells the bot something, here.") { text, person, now, json, batch, dryRun };
        command.Validators.Add(result =>
        {
            // What is no option would be taken for words of the question.
            foreach (var word in result.GetValue(text)?.Where(word => word.StartsWith("--", StringComparison.Ordinal)) ?? [])
            {
                result.AddError($"{word} is no option of ask.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = DataFolder.Existing(parsed.GetValue(data));
            using var copy = parsed.GetValue(dryRun) ? await DryRunFolder.CopyAsync(folder, cancellationToken) : null;
            await using var tools = Tools.Open(copy?.Folder ?? folder, model: ModelOptions.From(Tools.Settings()));
            var asker = await AskSession.StartAsync(tools.Services, folder, cancellationToken);
            var asOf = parsed.GetValue(now);
            if (parsed.GetValue(batch) is { } file)
            {
                return await asker.RunBatchAsync(file, parsed.GetValue(person), asOf, cancellationToken);
            }

            var words = string.Join(' ', parsed.GetValue(text) ?? []);
            return words.Length > 0
                ? await asker.RunOneAsync(words, parsed.GetValue(person), asOf, parsed.GetValue(json), cancellationToken)
                : await asker.ConverseAsync(parsed.GetValue(person), asOf, parsed.GetValue(json), cancellationToken);
        });
        return command;
    }
}
