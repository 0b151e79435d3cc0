using RevBot.Conversation.Turns;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Storage.Tests.Compliance;

/// <summary>What every store must do with accounts and contacts that are added in chat.</summary>
public abstract class RecordCompliance : StoreTests
{
    private static readonly Account Globex = new(AccountId.OfName("Globex"), "Globex", "SMB", "EMEA", "Energy");

    [Fact]
    public async Task What_a_turn_added_is_found_by_it_and_taken_back()
    {
        Assert.Null(await Store.Records.FindMadeAsync("t1", Soon));
        await Store.Commit(_ => { }, records: records => records.Add(Globex, Stamp("t1")));
        var made = await Open().Records.FindMadeAsync("t1", Soon);
        Assert.Equal(new MadeRecord("t1", new PersonId("dana"), Time.GetUtcNow(), Globex), made);

        Assert.Equal(CommitOutcome.Committed, await Store.Commit(_ => { }, records: records => records.TakeBack(made!)));
        Assert.False((await Store.Reader.GetSnapshotAsync(null, Soon)).Accounts.ContainsKey(Globex.Id));
        Assert.Null(await Store.Records.FindMadeAsync("t1", Soon));
        Assert.Equal(CommitOutcome.Conflict, await Store.Commit(_ => { }, records: records => records.TakeBack(made!)));
    }

    [Fact]
    public async Task A_contact_goes_back_to_how_it_stood_and_to_whom_it_was_then()
    {
        var jane = new Contact(Globex.Id, "Jane Doe", "CFO");
        await Store.Commit(_ => { }, records: records => records.Put(jane, Stamp("t1")));
        await Store.Commit(_ => { }, records: records => records.Put(jane with { Name = "Jane DOE", Email = "jane@globex.com" }, Stamp("t2", "omar")));
        Assert.Null(await Store.Records.FindMadeAsync("t1", Soon));
        var changed = (await Store.Records.FindMadeAsync("t2", Soon))!;
        Assert.Equal((new PersonId("omar"), jane, "jane@globex.com"), (changed.By, changed.Before, changed.Contact?.Email));

        await Store.Commit(_ => { }, records: records => records.TakeBack(changed));
        Assert.Equal([jane], (await Store.Reader.GetSnapshotAsync(null, Soon)).Contacts);
        var added = (await Store.Records.FindMadeAsync("t1", Soon))!;
        Assert.Equal((new PersonId("dana"), null), (added.By, added.Before));
        await Store.Commit(_ => { }, records: records => records.TakeBack(added));
        Assert.Empty((await Open().Reader.GetSnapshotAsync(null, Soon)).Contacts);
    }

    [Fact]
    public async Task An_account_that_something_came_to_stand_on_meanwhile_stays()
    {
        await Store.Commit(_ => { }, records: records => records.Add(Globex, Stamp("t1")));
        var made = (await Store.Records.FindMadeAsync("t1", Soon))!;
        await Store.Commit(_ => { }, deals => deals.Append(new DealChange(new DealId("D-1"), 0, [new DealEvent.Created { Deal = new DealId("D-1"), Stamp = Stamp("t2"), Name = "Deal", Account = Globex.Id, Stage = new StageId("discovery") }])));
        Assert.Equal(CommitOutcome.Conflict, await Store.Commit(_ => { }, records: records => records.TakeBack(made)));
        Assert.True((await Store.Reader.GetSnapshotAsync(null, Soon)).Accounts.ContainsKey(Globex.Id));

        await Store.Commit(_ => { }, deals => deals.Append(new DealChange(new DealId("D-1"), 1, [new DealEvent.Removed { Deal = new DealId("D-1"), Stamp = Stamp("t3") }])));
        Assert.Equal(CommitOutcome.Committed, await Store.Commit(_ => { }, records: records => records.TakeBack(made)));
    }

    private EventStamp Stamp(string turn, string by = "dana") => new(Time.GetUtcNow(), Time.GetUtcNow(), new PersonId(by), turn, "slack");
}
