using RevBot.Intents.ImportData;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Economics;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.History;

namespace RevBot.Intents.Tests.ImportData;

public sealed class LeadAndEconomyImportTests
{
    [Fact]
    public async Task Salesforce_leads_come_with_their_lifecycle()
    {
        await using var house = new ImportHouse();
        var report = await house.ImportAsync(
            ImportKind.Leads,
            "Lead ID,First Name,Last Name,Company,Lead Status,Lead Source,Lead Owner,Created Date,First Response,MQL Date,SAL Date,SQL Date,Converted Date\n"
            + "l1,Jo,Doe,Acme,Working - Contacted,Web,Sam Ortiz,1/2/2026,1/2/2026 3:30 PM,,,,\n"
            + "l2,Al,Roe,Globex,Closed - Converted,Web,Sam Ortiz,1/13/2026,,1/14/2026,1/15/2026,1/16/2026,1/20/2026\n"
            + "l3,Mo,Poe,Hooli,In the fridge,Web,Sam Ortiz,1/14/2026,,1/14/2026,,,\n");

        Assert.Equal((3, 0), (report.Created, report.Rejected));
        Assert.Contains("'In the fridge' (1 lead)", Assert.Single(report.Notes), StringComparison.Ordinal);
        var leads = (await house.SnapshotAsync()).Leads;
        Assert.Equal([LifecycleStage.Working, LifecycleStage.Converted, LifecycleStage.Mql], leads.Select(lead => lead.Stage));
        Assert.Equal(new DateOnly(2026, 1, 16), house.Company.Profile.Work.DateAt(leads[1].SqlAt!.Value));
        Assert.Equal(house.Company.Profile.Work.StartOf(new DateOnly(2026, 1, 2)).AddHours(15.5), leads[0].FirstResponseAt);
    }

    [Fact]
    public async Task A_file_that_says_nothing_new_leaves_what_people_did_and_what_it_newly_says_holds()
    {
        await using var house = new ImportHouse();
        const string Head = "Lead ID,Name,Lead Status,Region,Created Date,MQL Date\n";
        await house.ImportAsync(ImportKind.Leads, Head + "l1,Jo Doe,MQL,EMEA,2026-01-02,2026-01-03\nl2,Al Roe,MQL,EMEA,2026-01-02,2026-01-03\n");
        var stamp = new EventStamp(house.Time.GetUtcNow(), house.Time.GetUtcNow(), new PersonId("dana"), "t-1", "slack");
        LeadChange Taken(string id) => new(id, 0, [new LeadEvent.OwnerChanged(null, new PersonId("dana")) { Lead = id, Stamp = stamp }, new LeadEvent.Accepted { Lead = id, Stamp = stamp }]);
        await house.Loader.LoadAsync(new PipelineLoad { Origin = "import", LeadChanges = [Taken("l1"), Taken("l2")] }, CancellationToken.None);

        var report = await house.ImportAsync(ImportKind.Leads, Head + "l1,Jo Doe,MQL,EMEA,2026-01-02,2026-01-03\nl2,Al Roe,Recycled,EMEA,2026-01-02,2026-01-03\n");
        Assert.Equal((0, 1, 1), (report.Created, report.Updated, report.Unchanged));
        var leads = (await house.SnapshotAsync()).Leads;
        Assert.Equal([LifecycleStage.Sal, LifecycleStage.Recycled], leads.Select(lead => lead.Stage));
        Assert.Equal(["dana", "dana"], leads.Select(lead => lead.Owner?.Value));

        var exported = await house.ExportAsync(ImportKind.Leads);
        Assert.Equal(0, (await house.ImportAsync(ImportKind.Leads, exported)).Rejected);
        Assert.Equal([LifecycleStage.Sal, LifecycleStage.Recycled], (await house.SnapshotAsync()).Leads.Select(lead => lead.Stage));
    }

    [Fact]
    public async Task HubSpot_tells_the_lifecycle_beside_the_status()
    {
        await using var house = new ImportHouse();
        await house.ImportAsync(
            ImportKind.Leads,
            "Record ID,First Name,Last Name,Lifecycle Stage,Lead Status,Create Date,Became a Marketing Qualified Lead Date,Became a Sales Qualified Lead Date\n"
            + "1,Jo,Doe,Sales Qualified Lead,Connected,2026-01-02,2026-01-03,2026-01-05\n2,Al,Roe,Marketing Qualified Lead,Unqualified,2026-01-02,2026-01-03,\n");

        Assert.Equal([LifecycleStage.Sql, LifecycleStage.Disqualified], (await house.SnapshotAsync()).Leads.Select(lead => lead.Stage));
    }

    [Theory]
    [InlineData(ImportKind.Leads, "id,name,created,status,source,account,segment,region,first_response_at,mql_at,sal_at,sql_at,converted_at,deal_id,closed_at\nl1,Jo,2026-01-02T10:00:00Z,SQL,Web,Acme,SMB,EMEA,2026-01-02T11:30:00Z,2026-01-03,2026-01-04,2026-01-05,,,\nl2,=Al,2026-01-02,Nurture,Web,,,,,,,,,,2026-02-01\n")]
    [InlineData(ImportKind.Spend, "Month,Category,Amount,Currency\n2026-01,Marketing,\"1,200.50\",USD\nFeb 2026,Sales,900,USD\n2026-03-15,sales,80,USD\n")]
    [InlineData(ImportKind.Revenue, "Account,Month,MRR,Gross Margin\nAcme,2026-01,100,80%\nAcme,2026-02,0,0.8\nGlobex,2026-01,55.5,\n")]
    public async Task What_is_exported_reads_back_to_the_same(ImportKind kind, string text)
    {
        await using var house = new ImportHouse();
        Assert.Equal(0, (await house.ImportAsync(kind, text)).Rejected);
        var first = await house.SnapshotAsync();
        var exported = await house.ExportAsync(kind);

        var again = await house.ImportAsync(kind, exported);
        Assert.Equal((0, 0, 0), (again.Created, again.Updated, again.Rejected));
        await using var other = new ImportHouse();
        await other.ImportAsync(kind, exported);
        var second = await other.SnapshotAsync();
        Assert.Equal(first.Leads, second.Leads);
        Assert.Equal(first.Spend, second.Spend);
        Assert.Equal(first.Revenue, second.Revenue);
    }

    [Fact]
    public async Task Spend_and_revenue_say_what_is_wrong_with_a_row()
    {
        await using var house = new ImportHouse();
        var spend = await house.ImportAsync(ImportKind.Spend, "month,category,amount\n2026-13,sales,1\n2026-01,rent,1\n2026-01,sales,\n2026-01,sales,5\n2026-01,Sales,6\n");
        Assert.Equal(
            ["'2026-13' is not a date: write it as 2026-03-31.", "'rent' is neither sales nor marketing: only what winning customers costs counts here.", "The amount is empty.", "'2026-01 sales' stands on line 5 already: a file may name it once."],
            spend.Problems.Select(problem => problem.Reason));
        Assert.Equal(new SpendEntry(new DateOnly(2026, 1, 1), SpendCategory.Sales, new(5, "USD")), Assert.Single((await house.SnapshotAsync()).Spend));

        var revenue = await house.ImportAsync(ImportKind.Revenue, "customer,month,mrr,margin\nAcme,2026-01,-5,\nAcme,2026-02,5,lots\n,2026-02,5,\n");
        Assert.Equal(3, revenue.Rejected);
        Assert.StartsWith("'-5' is negative", revenue.Problems[0].Reason, StringComparison.Ordinal);
    }
}
