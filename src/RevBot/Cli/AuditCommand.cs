using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using RevBot.Conversation.AuditLog;
using RevBot.Hosting;
using RevBot.Intents.ExportData;
using RevBot.Pipeline.Company;

namespace RevBot.Cli;

/// <summary><c>revbot audit verify</c> and <c>revbot audit export</c>: whether the log of what was done is as it was written, and the log itself.</summary>
internal static class AuditCommand
{
    public static Command Create(Option<string?> data) => new("audit", "Checks and writes out the log of every write, refusal, answer, export and import.")
    {
        Verify(data),
        Export(data),
    };

    private static Command Verify(Option<string?> data)
    {
        var command = new Command("verify", "Goes through the whole log and names the first entry that was changed, removed or moved.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var tools = Tools.Open(DataFolder.Existing(parsed.GetValue(data)));
            var verdict = await tools.Services.GetRequiredService<IAuditLog>().VerifyAsync(cancellationToken);
            await Console.Out.WriteLineAsync(Describe(verdict));
            return verdict.Problem is null ? 0 : 1;
        });
        return command;
    }

    private static Command Export(Option<string?> data)
    {
        var from = new Option<DateOnly?>("--from") { CustomParser = GivenValues.Day("--from"), Description = "The first day, by the company's clock: 2026-06-04." };
        var to = new Option<DateOnly?>("--to") { CustomParser = GivenValues.Day("--to"), Description = "The last day." };
        var format = new Option<string>("--format") { Description = "csv or jsonl.", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "jsonl");
        var file = new Option<string?>("--out") { Description = "The file to write; without it, the entries are printed." };
        var command = new Command("export", "Writes the log as CSV or JSON lines; the export is itself an entry.") { from, to, format, file };
        command.Validators.Add(result =>
        {
            if (DayOf(result, from) is { } first && DayOf(result, to) is { } last && last < first)
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"--to {last:yyyy-MM-dd} is before --from {first:yyyy-MM-dd}."));
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var tools = Tools.Open(DataFolder.Existing(parsed.GetValue(data)));
            var work = tools.Services.GetRequiredService<ICompany>().Profile.Work;
            var (first, last) = (parsed.GetValue(from), parsed.GetValue(to));
            Task<int> RunAsync(TextWriter writer) => tools.Services.GetRequiredService<AuditExporter>().RunAsync(
                writer,
                parsed.GetValue(format) == "csv",
                first is { } start ? work.StartOf(start) : null,
                last is { } end ? work.StartOf(end.AddDays(1)) : null,
                $"{(first is null ? "" : $" from {first:yyyy-MM-dd}")}{(last is null ? "" : $" to {last:yyyy-MM-dd}")}",
                cancellationToken);
            if (parsed.GetValue(file) is not { } given)
            {
                await RunAsync(Console.Out);
                return 0;
            }

            var path = Path.GetFullPath(given);
            var rows = await WriteAsync(path, RunAsync);
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Wrote {rows:N0} entries to {path}."));
            return 0;
        });
        return command;
    }

    /// <summary>A day as it was given; null when there is none, or none that its own parser would take.</summary>
    private static DateOnly? DayOf(CommandResult result, Option<DateOnly?> option) =>
        result.GetResult(option) is { Tokens: [var token] } && DateOnly.TryParseExact(token.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>What was interrupted leaves no file of that name, and the one that was there as it was.</summary>
    private static async Task<int> WriteAsync(string path, Func<TextWriter, Task<int>> write)
    {
        var temporary = path + ".tmp";
        try
        {
            int rows;
            await using (var writer = new StreamWriter(temporary))
            {
                rows = await write(writer);
            }

            File.Move(temporary, path, overwrite: true);
            return rows;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be written: {error.Message}", error);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static string Describe(AuditVerdict verdict)
    {
        if (verdict.Problem is { } problem)
        {
            return $"Not sound. {problem.What}{(verdict.Last is { } sound ? Text($" Entries 1 to {sound.Number} were read before it and are as they were written.") : "")}";
        }

        var last = verdict.Last is { Moment: { } moment } newest
            ? Text($", last {newest.Number} on {moment.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z ({newest.Kind} by {newest.Actor}), hash {newest.Hash}")
            : "";
        return Text($"{verdict.Entries:N0} entries, sound{last}.{Environment.NewLine}") + (verdict switch
        {
            { SealedFrom: null } => "No entry is sealed: this shows changes made without care, and not those of somebody who has the file and writes all of it anew. Set RevBot__Audit__Key to seal entries.",
            { SealsChecked: false, SealedFrom: { } from } => Text($"Entries are sealed from {from} on; set RevBot__Audit__Key to check the seals."),
            { SealedFrom: { } from } => Text($"Sealed from entry {from} on, and every seal is of this key."),
        });
    }

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
