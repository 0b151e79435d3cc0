using System.Globalization;
using System.Text.Json;
using CsvHelper;
using RevBot.Testing;
using RevBot.Tests.Support;

namespace RevBot.Tests.Imports;

/// <summary>What an administrator does on the first day: the CRM's export into an empty folder, by the command line.</summary>
public sealed class VendorImportTests
{
    private const int Rows = 10_000;

    [Theory]
    [InlineData("Salesforce")]
    [InlineData("HubSpot")]
    [InlineData("Pipedrive")]
    public async Task An_export_imports_imports_again_without_change_and_every_row_is_accounted_for(string vendor)
    {
        using var folder = new TempFolder();
        var (data, file) = (folder.File("data"), folder.File("deals.csv"));
        var export = new VendorExport(vendor, Rows);
        await File.WriteAllTextAsync(folder.File("people.csv"), export.People);
        await ImportAsync(data, "people", folder.File("people.csv"));

        await File.WriteAllBytesAsync(file, export.ToBytes());
        var first = await ImportAsync(data, "deals", file);
        Assert.Equal((vendor, Rows, Rows - export.Dirty.Count, export.Dirty.Count), (first.GetProperty("looks_like").GetString(), Number(first, "rows"), Number(first, "created"), Number(first, "rejected")));
        AssertAccounted(export, file);
        var before = Contents(data);
        Assert.Equal((Rows - export.Dirty.Count).ToString(CultureInfo.InvariantCulture), StoreFile.In(data).One("SELECT count(*) FROM deals"));

        var again = await ImportAsync(data, "deals", file);
        Assert.Equal((Rows - export.Dirty.Count, export.Dirty.Count), (Number(again, "unchanged"), Number(again, "rejected")));
        Assert.Equal(before, Contents(data));
        AssertAccounted(export, file);

        export.AddRowInUnknownStage();
        await File.WriteAllBytesAsync(file, export.ToBytes());
        var third = await ImportAsync(data, "deals", file);
        Assert.Equal((Rows + 1, Rows + 1 - export.Dirty.Count, export.Dirty.Count), (Number(third, "rows"), Number(third, "unchanged"), Number(third, "rejected")));
        Assert.Equal(before, Contents(data));
        AssertAccounted(export, file);
    }

    private static async Task<JsonElement> ImportAsync(string data, string kind, string file)
    {
        var result = await RevBotProcess.RunAsync(["import", kind, file, "--data", data, "--json"]);
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        var report = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(Number(report, "rows"), Number(report, "imported") + Number(report, "rejected"));
        return report;
    }

    private static int Number(JsonElement report, string name) => report.GetProperty(name).GetInt32();

    /// <summary>How much of everything the store holds, and the last thing that happened.</summary>
    private static string Contents(string data) => string.Join(' ', StoreFile.In(data).Rows(
        "SELECT (SELECT count(*) FROM deal_events), (SELECT max(recorded_at) FROM deal_events), (SELECT count(*) FROM deals), (SELECT count(*) FROM accounts), (SELECT count(*) FROM people)")[0]);

    private static void AssertAccounted(VendorExport export, string file)
    {
        using var reader = new StreamReader(file + ".rejects.csv");
        using var parser = new CsvParser(reader, CultureInfo.InvariantCulture);
        Assert.True(parser.Read());
        Assert.Equal(["line", "column", "value", "reason"], [parser[0], parser[1], parser[2], parser[3]]);
        foreach (var dirty in export.Dirty)
        {
            Assert.True(parser.Read(), $"line {dirty.Line} is not among the rejects");
            Assert.Equal((dirty.Line.ToString(CultureInfo.InvariantCulture), dirty.Column, dirty.Value), (parser[0], parser[1], parser[2].TrimStart('\'')));
            Assert.Contains(dirty.Reason, parser[3], StringComparison.Ordinal);
        }

        Assert.False(parser.Read(), "there are more rejects than dirty rows");
    }
}
