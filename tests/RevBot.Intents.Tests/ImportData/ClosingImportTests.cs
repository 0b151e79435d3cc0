using RevBot.Intents.ImportData;
using RevBot.Pipeline.Deals;
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
}
