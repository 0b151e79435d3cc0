using System.Globalization;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Tests.Commands;

/// <summary>An import is taken back over a real store: what it changed goes back, what it made goes, what was changed since stays and is named.</summary>
public sealed class ImportUndoTests
{
    [Fact]
    public async Task What_an_import_changed_goes_back_what_it_made_goes_and_what_was_changed_since_stays()
    {
        await using var house = await CommandHouse.OpenAsync(CommandCompany.Profile(1));
        var deals = (await house.SnapshotAsync()).Deals.ToArray().Where(deal => deal is { Status: DealStatus.Open, Amount: not null }).Take(3).ToList();
        var rows = deals.Select(deal => string.Create(CultureInfo.InvariantCulture, $"{deal.Id},{deal.Name},{house.Company.Process.NameOf(deal.Stage)},990000,2026-09-01"));
        var report = await house.ImportAsync($"id,name,stage,amount,created\n{string.Join('\n', rows)}\nN-1,Newcomer,Discovery,5000,2026-10-01\n");
        Assert.Equal((null, 3, 1), (report.Refusal, report.Updated, report.Created));
        house.Time.Advance(TimeSpan.FromHours(1));
        await house.DoesAsync("ops", new TurnInput.Said($"set #{deals[0].Id} amount to 5k"));

        Assert.Contains("Only operations may undo an import", Text(await house.DoesAsync("dana", new TurnInput.Said("undo the last import"))), StringComparison.Ordinal);
        var preview = Text(await house.DoesAsync("ops", new TurnInput.Said("undo the import of this morning")));
        Assert.Contains("Put 3 deals back as they were before ", preview, StringComparison.Ordinal);
        Assert.Contains("1 deal is left alone:", preview, StringComparison.Ordinal);
        Assert.Contains("1 deal was made by it and counts nowhere afterwards", preview, StringComparison.Ordinal);
        Assert.Empty(house.Watch.Changes);
        var button = house.Watch.Buttons.Single(shown => shown.Label == "Put 3 back");

        await house.DoesAsync("ops", new TurnInput.ButtonClick(button.ActionId, button.Value, null));
        var after = await house.SnapshotAsync();
        Assert.Equal(deals.Skip(1).Select(deal => deal.Amount), deals.Skip(1).Select(deal => after.Find(deal.Id)!.Amount));
        Assert.Equal(5_000m, after.Find(deals[0].Id)!.Amount?.Amount);
        Assert.Null(after.Find(new DealId("N-1")));
        Assert.Contains("None of", Text(await house.DoesAsync("ops", new TurnInput.Said("undo the last import"))), StringComparison.Ordinal);

        // The file that puts it right brings it anew.
        report = await house.ImportAsync("id,name,stage,amount,created\nN-1,Newcomer,Discovery,7000,2026-10-01\n");
        Assert.Equal((null, 1, 7_000m), (report.Refusal, report.Created, (await house.SnapshotAsync()).Find(new DealId("N-1"))!.Amount?.Amount));
    }

    [Fact]
    public async Task After_a_week_an_import_stays()
    {
        await using var house = await CommandHouse.OpenAsync(CommandCompany.Profile(1));
        await house.ImportAsync("id,name,stage,amount,created\nN-1,Newcomer,Discovery,5000,2026-10-01\n");
        Assert.Contains("Put 1 deal back as it was", Text(await house.DoesAsync("ops", new TurnInput.Said("roll back the last import"))), StringComparison.Ordinal);
        house.Time.Advance(TimeSpan.FromDays(8));
        Assert.Contains("No import has changed deals in the last 7 days", Text(await house.DoesAsync("ops", new TurnInput.Said("undo the last import"))), StringComparison.Ordinal);
    }

    private static string Text(TurnResult result) => result.Reply switch
    {
        Reply.Replace { Card: var card } => PlainTextRenderer.Render(card),
        Reply.Whisper { Card: var card } => PlainTextRenderer.Render(card),
        Reply.Say { Card: var card } => PlainTextRenderer.Render(card),
        var other => other?.ToString() ?? "",
    };
}
