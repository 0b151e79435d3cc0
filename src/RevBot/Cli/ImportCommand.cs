using System.CommandLine;
using System.Globalization;
using RevBot.Conversation.Understanding;
using RevBot.Hosting;
using RevBot.Intents.ImportData;

namespace RevBot.Cli;

/// <summary><c>revbot import KIND FILE.csv</c>: brings a CRM's export in, and accounts for every row.</summary>
internal static class ImportCommand
{
    public static Command Create(Option<string?> data)
    {
        var kind = new Argument<string>("KIND") { Description = string.Join(", ", ImportKinds.Words) };
        kind.AcceptOnlyFromAmong([.. ImportKinds.Words]);
        var file = new Argument<string>("FILE") { Description = "A CSV file: Salesforce, HubSpot and Pipedrive exports are recognized, and plain ones." };
        var map = new Option<string[]>("--map") { Description = "\"Their Header=field\" for a column that is not recognized; field:key fills a field of the company's own, - leaves the column out." };
        var dates = new Option<string?>("--dates") { Description = "How 3/4/2026 is to be read where the file leaves it open: mdy or dmy." };
        dates.AcceptOnlyFromAmong("mdy", "dmy");
        var dryRun = new Option<bool>("--dry-run") { Description = "Reads, checks and counts; writes nothing." };
        var json = new Option<bool>("--json") { Description = "The summary as one line of JSON." };
        var command = new Command("import", "Imports people, accounts, deals, their stage history, leads, quotas, forecasts, spend or revenue.") { kind, file, map, dates, dryRun, json };
        command.Validators.Add(result =>
        {
            foreach (var entry in result.GetValue(map) ?? [])
            {
                if (entry.IndexOf('=', StringComparison.Ordinal) < 1)
                {
                    result.AddError($"--map \"{entry}\" is not \"Their Header=field\".");
                }
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = Path.GetFullPath(parsed.GetValue(file) ?? string.Empty);
            if (!File.Exists(path))
            {
                throw new CommandException(Directory.Exists(path) ? $"{path} is a folder: name a CSV file in it." : $"{path}: there is no such file.");
            }

            var request = new ImportRequest(
                ImportKinds.Find(parsed.GetValue(kind) ?? string.Empty) ?? ImportKind.Deals,
                path,
                (parsed.GetValue(map) ?? []).Select(entry => entry.Split('=', 2)).ToDictionary(parts => parts[0].Trim(), parts => parts[1].Trim()),
                parsed.GetValue(dates) switch { "mdy" => DateOrder.MonthFirst, "dmy" => DateOrder.DayFirst, _ => null },
                parsed.GetValue(dryRun));
            await using var tools = Tools.Open(DataFolder.Open(parsed.GetValue(data)));
            var bar = Console.IsOutputRedirected || parsed.GetValue(json) ? null : new ProgressBar();
            var report = await tools.Services.GetRequiredService<Importer>().RunAsync(request, bar, cancellationToken);
            bar?.Clear();
            await Console.Out.WriteLineAsync(parsed.GetValue(json) ? JsonLine.Of(report.ToJson()) : Describe(report));
            return report.Refusal is null ? 0 : 1;
        });
        return command;
    }

    private static string Describe(ImportReport report)
    {
        if (report.Refusal is not null)
        {
            return $"Nothing was imported. {report.Refusal}";
        }

        var lines = new List<string>
        {
            Text($"{(report.DryRun ? "Would import" : "Imported")} {report.Imported:N0} of {report.Rows:N0} rows of {Path.GetFileName(report.File)}{(report.LooksLike is null ? string.Empty : $" ({report.LooksLike} export)")}: {report.Created:N0} new, {report.Updated:N0} changed, {report.Unchanged:N0} as before, {report.Rejected:N0} rejected."),
        };
        if (report.Learned.Count > 0)
        {
            lines.Add(string.Empty);
            lines.Add("Learned from the file and written into company.yaml; edit it there where it is not so:");
            lines.AddRange(report.Learned.Select(sentence => $"  {sentence}"));
        }

        lines.AddRange(report.Notes);
        if (report.IgnoredColumns.Count > 0)
        {
            var more = report.IgnoredColumns.Count > 20 ? $" and {report.IgnoredColumns.Count - 20} more" : string.Empty;
            lines.Add($"Columns left out: {string.Join(", ", report.IgnoredColumns.Take(20))}{more}. Map one with --map \"Header=field:key\".");
        }

        if (report.Rejected > 0)
        {
            lines.Add(string.Empty);
            lines.AddRange(report.Problems.Take(5).Select(problem => Text($"  line {problem.Line}, {problem.Column}: {problem.Reason}")));
            lines.Add(report.RejectsPath is null ? Text($"{report.Rejected:N0} rows rejected.") : $"All rejected rows with their reasons: {report.RejectsPath}");
        }

        return string.Join(Environment.NewLine, lines);
    }

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
