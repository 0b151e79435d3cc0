using CsvHelper;
using RevBot.Intents.ImportData;
using RevBot.Pipeline.Deals;
using RevBot.Testing;

namespace RevBot.Intents.Tests.ImportData;

public sealed class VendorExportTests
{
    private const int Rows = 10_000;

    [Theory]
    [InlineData("Salesforce", "Closed Won", "Closed Lost")]
    [InlineData("HubSpot", "Closed won", "Closed lost")]
    [InlineData("Pipedrive", "Won", "Lost")]
    public async Task Ten_thousand_rows_import_with_every_dirty_row_accounted_for_and_again_without_change(string vendor, string won, string lost)
    {
        var export = new VendorExport(vendor, Rows);
        await using var house = new ImportHouse();
        await house.ImportAsync(ImportKind.People, export.People, name: "people.csv");
        var report = await house.ImportBytesAsync(ImportKind.Deals, export.ToBytes());

        Assert.Null(report.Refusal);
        Assert.Equal((vendor, Rows, export.Dirty.Count), (report.LooksLike, report.Rows, report.Rejected));
        Assert.Equal(report.Rows, report.Imported + report.Rejected);
        Assert.Equal(report.Rejected, CountRows(report.RejectsPath!));
        Assert.Equal(["Qualification", "Proposal", "Negotiation", won, lost], house.Company.Profile.Process.Stages.Select(stage => stage.Name));

        var snapshot = await house.SnapshotAsync();
        var deals = snapshot.Deals.ToArray();
        Assert.Equal(Rows - export.Dirty.Count, deals.Length);
        Assert.Equal(601, snapshot.Accounts.Count);
        Assert.Equal(4, snapshot.People.Count);
        Assert.All(deals, deal => Assert.True(deal is { HistoryKnown: false, Amount.Amount: > 0, Owner: not null, Account: not null, CloseDate: not null }));
        Assert.All(deals.Where(deal => deal.Status == DealStatus.Lost), deal => Assert.Equal("price", deal.LossReason));
        Assert.Contains(deals, deal => deal.Status == DealStatus.Won);
        Assert.Contains(snapshot.People.Values, person => person.Name == "José Álvarez");

        house.Time.Advance(TimeSpan.FromHours(1));
        var again = await house.ImportBytesAsync(ImportKind.Deals, export.ToBytes());
        Assert.Equal((0, 0, report.Imported, report.Rejected), (again.Created, again.Updated, again.Unchanged, again.Rejected));
        Assert.Equal(snapshot.Version, (await house.SnapshotAsync()).Version);
    }

    private static int CountRows(string path)
    {
        using var reader = new StreamReader(path);
        using var parser = new CsvParser(reader, System.Globalization.CultureInfo.InvariantCulture);
        var rows = 0;
        while (parser.Read())
        {
            Assert.True(rows == 0 || parser[3].Length > 0);
            rows++;
        }

        return rows - 1;
    }
}
