using System.CommandLine;
using System.Globalization;
using RevBot.Hosting;
using RevBot.Intents.ExportData;
using RevBot.Intents.ImportData;

namespace RevBot.Cli;

/// <summary><c>revbot export KIND FILE.csv</c>: writes the shape that an import reads back.</summary>
internal static class ExportCommand
{
    public static Command Create(Option<string?> data)
    {
        var kind = new Argument<string>("KIND") { Description = "deals, deal-history, people, accounts, leads, spend, revenue" };
        kind.AcceptOnlyFromAmong("deals", "deal-history", "people", "accounts", "leads", "spend", "revenue");
        var file = new Argument<string>("FILE") { Description = "The CSV file to write." };
        var command = new Command("export", "Writes deals, their stage history, people, accounts, leads, spend or revenue as CSV.") { kind, file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var tools = Tools.Open(DataFolder.Existing(parsed.GetValue(data)));
            var path = Path.GetFullPath(parsed.GetValue(file) ?? string.Empty);
            var report = await tools.Services.GetRequiredService<Exporter>()
                .RunAsync(ImportKinds.Find(parsed.GetValue(kind) ?? string.Empty) ?? ImportKind.Deals, path, cancellationToken);
            if (report.Refusal is not null)
            {
                throw new CommandException(report.Refusal);
            }

            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Wrote {report.Rows:N0} rows to {report.File}."));
            return 0;
        });
        return command;
    }
}
