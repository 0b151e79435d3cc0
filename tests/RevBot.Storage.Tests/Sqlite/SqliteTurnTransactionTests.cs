using RevBot.Conversation.Forms.Usage;
using RevBot.Conversation.Turns;
using RevBot.Storage.Tests.Compliance;

namespace RevBot.Storage.Tests.Sqlite;

public sealed class SqliteTurnTransactionTests : TurnTransactionCompliance
{
    [Fact]
    public async Task Steps_of_forms_are_kept_with_their_turn_for_two_years()
    {
        var start = Time.GetUtcNow();
        var step = new FormStep { Session = "f1", Form = "move-deal.form:lost", Door = "slack", Kind = FormStepKind.Refused, At = start, Fields = ["reason", "close_date"], Empty = ["reason"], ByHand = true };
        Assert.Equal(CommitOutcome.Committed, await Store.Commit(turn =>
        {
            turn.Note(step with { Kind = FormStepKind.Offered, Fields = [], Empty = [], ByHand = false });
            turn.Note(step);
            turn.CompleteJob("nightly", start);
        }));
        Assert.Equal(CommitOutcome.AlreadyHandled, await Store.Commit(turn =>
        {
            turn.Note(step with { Kind = FormStepKind.Cancelled });
            turn.CompleteJob("nightly", start);
        }));

        var kept = await Store.Usage.GetAsync(start, start, CancellationToken.None);
        Assert.Equal([FormStepKind.Offered, FormStepKind.Refused], kept.Select(one => one.Kind));
        Assert.Equivalent(step, kept[1], strict: true);
        Assert.Empty(await Store.Usage.GetAsync(start.AddSeconds(1), start.AddDays(1), CancellationToken.None));

        await Store.Pruning.PruneAsync(start.AddDays(700), CancellationToken.None);
        Assert.Equal(2, (await Store.Usage.GetAsync(start, start, CancellationToken.None)).Count);
        await Store.Pruning.PruneAsync(start.AddDays(701), CancellationToken.None);
        Assert.Empty(await Store.Usage.GetAsync(start, start, CancellationToken.None));
    }

    protected override Store OpenStore() => new(Path.Combine(Folder, "revbot.db"), Time);
}
