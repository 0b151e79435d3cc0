using RevBot.Intents.ImportData;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Intents.Tests.ImportData;

/// <summary>What files say of why deals were won and lost.</summary>
public sealed class ClosingImportTests
{
    [Fact]
    public async Task What_won_a_deal_leaves_and_comes_back_with_its_win()
    {
        var company = TestCompany.Profile with { WinReasons = ["Product", "Price"] };
        await using var from = new ImportHouse(company);
        await from.ImportAsync(ImportKind.Deals, "id,name,stage,created,amount,close date,field:win_reason\n1,Acme,Closed Won,2026-01-05,5000,2026-02-01,Product\n2,Globex,Proposal,2026-01-05,5000,2027-02-01,Price\n");
        Assert.Equal("Product", (await from.DealAsync("1")).Fields[DealFields.WinReason]);
        Assert.Empty((await from.DealAsync("2")).Fields);

        await using var to = new ImportHouse(company);
        await to.ImportAsync(ImportKind.Deals, await from.ExportAsync(ImportKind.Deals));
        Assert.Equal("Product", (await to.DealAsync("1")).Fields[DealFields.WinReason]);
    }

    [Fact]
    public async Task A_loss_reason_that_is_not_listed_is_kept_as_the_note_and_told_with_what_it_may_mean()
    {
        await using var house = await OpenAsync();
        var file = Rows("1,Acme,went silent,", "2,Globex,Went Silent,", "3,Initech,Prize,they said 20k", "4,Hooli,Price,", "5,Wayne,Moon phase,");
        var report = await house.ImportAsync(ImportKind.Deals, file);
        Assert.Equal((5, 5, 0), (report.Rows, report.Created, report.Rejected));
        Assert.Contains(
            "4 lost deals give a loss reason that company.yaml does not list; it is kept as their note and suggested to whoever is asked why they were lost: "
            + "'went silent' (2 deals, perhaps No decision: Went silent); 'Moon phase' (1 deal); 'Prize' (1 deal, perhaps Price). Where one is missing, add it to loss_reasons.",
            report.Notes);
        Assert.Contains("4 lost deals have no loss reason; none is made up, and the digest and the hygiene audit ask their owners.", report.Notes);
        var (silent, mistyped, priced) = (await house.DealAsync("1"), await house.DealAsync("3"), await house.DealAsync("4"));
        Assert.Equal((null, "went silent"), (silent.LossReason, silent.LossNote));
        Assert.Equal((null, "Prize: they said 20k"), (mistyped.LossReason, mistyped.LossNote));
        Assert.Equal(("price", null), (priced.LossReason, priced.LossNote));

        var again = await house.ImportAsync(ImportKind.Deals, file);
        Assert.Equal((5, 0, 0), (again.Unchanged, again.Updated, again.Rejected));
    }

    [Fact]
    public async Task A_reason_that_a_person_gave_stays_when_the_file_comes_again()
    {
        await using var house = await OpenAsync();
        var file = Rows("1,Acme,went silent,called twice");
        await house.ImportAsync(ImportKind.Deals, file);
        var stamp = new EventStamp(house.Time.GetUtcNow(), house.Time.GetUtcNow(), new PersonId("dana"), "turn-1", "slack");
        await house.Loader.LoadAsync(
            new PipelineLoad
            {
                Origin = "import",
                Deals =
                [
                    new DealChange(new DealId("1"), 1,
                    [
                        new DealEvent.FieldSet(DealFields.LossReason, null, "no_decision") { Deal = new DealId("1"), Stamp = stamp },
                        new DealEvent.FieldSet(DealFields.LossDetail, null, "went_silent") { Deal = new DealId("1"), Stamp = stamp },
                    ]),
                ],
            },
            CancellationToken.None);

        var again = await house.ImportAsync(ImportKind.Deals, file);
        Assert.Equal((1, 0), (again.Unchanged, again.Updated));
        var deal = await house.DealAsync("1");
        Assert.Equal(("no_decision", "went_silent", "went silent: called twice"), (deal.LossReason, deal.LossDetail, deal.LossNote));
        Assert.DoesNotContain(again.Notes, note => note.Contains("does not list", StringComparison.Ordinal));
    }

    /// <summary>After the first import, which learns the company.</summary>
    private static async Task<ImportHouse> OpenAsync()
    {
        var house = new ImportHouse(TestCompany.Profile);
        await house.ImportAsync(ImportKind.Deals, "id,name,stage,created\n0,First,Proposal,2026-01-05\n");
        return house;
    }

    private static string Rows(params string[] rows) =>
        "id,name,loss reason,loss note,stage,created,close date\n" + string.Concat(rows.Select(row => row + ",Closed Lost,2026-01-05,2026-10-01\n"));
}
