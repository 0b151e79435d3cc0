using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;

namespace RevBot.Storage.Tests.Compliance;

/// <summary>What every store's outbox must do.</summary>
public abstract class OutboxCompliance : StoreTests
{
    [Fact]
    public async Task A_message_comes_back_with_every_part_of_its_card()
    {
        var card = new Card(
            "Pipeline $1.2M",
            [
                new CardElement.Heading("Pipeline"),
                new CardElement.Paragraph("Gone", TextTone.Struck),
                new CardElement.FactList([new Fact("Deals", "12")]),
                new CardElement.Table([new TableColumn("Stage"), new TableColumn("Amount", true)], [["Proposal", "$1"]]),
                new CardElement.Bars("By stage", [new Bar("Proposal", 1.5m, "$1.5k")]),
                new CardElement.Note("as of 09:12"),
                new CardElement.Divider(),
            ],
            [new CardButton("Snooze", "alerts.snooze", "stalled-deal:D-1:7", ButtonStyle.Danger, "Sure?")]);
        var message = Message("m1") with { Card = card, Guard = new SendGuard("stalled", "D-1"), OnlyFor = Dana, Target = Posted("17.1") };
        await Store.Commit(turn => turn.Send(message));

        var stored = Assert.Single(await Open().Outbox.ClaimAsync(1, Soon)).Message;
        Assert.Equivalent(message, stored, strict: true);
        Assert.Equal(card.Elements.Select(element => element.GetType()), stored.Card.Elements.Select(element => element.GetType()));
    }

    [Fact]
    public async Task What_is_set_aside_holds_up_nobody_and_waits_for_another_process()
    {
        await Store.Commit(turn =>
        {
            turn.Send(Message("a1"));
            turn.Send(Message("a2"));
        });
        Store.Outbox.SetAside(Assert.Single(await Store.Outbox.ClaimAsync(10, Soon)));
        Assert.Equal("a2", Assert.Single(await Store.Outbox.ClaimAsync(10, Soon)).Message.Id);
        Assert.Equal(1, Store.Outbox.Waiting);

        var again = Assert.Single(await Open().Outbox.ClaimAsync(10, Soon));
        Assert.Equal(("a1", 0), (again.Message.Id, again.Attempts));
    }

    [Fact]
    public async Task What_is_not_to_be_sent_before_a_moment_waits_for_it_also_in_another_process()
    {
        await Store.Commit(turn =>
        {
            turn.Send(Message("later") with { NotBefore = Time.GetUtcNow().AddHours(2) });
            turn.Send(Message("other", "C2"));
        });
        Assert.Equal("other", Assert.Single(await Store.Outbox.ClaimAsync(10, Soon)).Message.Id);
        var other = Open();
        Assert.Equal("other", Assert.Single(await other.Outbox.ClaimAsync(10, Soon)).Message.Id);

        // Nobody waits till morning for an answer because something is to be told then.
        await Store.Commit(turn =>
        {
            turn.Send(Message("answer"));
            turn.Send(Message("second") with { NotBefore = Time.GetUtcNow().AddHours(2) });
        });
        var answer = Assert.Single(await Store.Outbox.ClaimAsync(10, Soon));
        Assert.Equal("answer", answer.Message.Id);
        await Store.Outbox.MarkDeliveredAsync(answer, Posted("20.1"), Soon);
        Assert.Equal(1, Store.Outbox.Waiting);
        Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal("later", Assert.Single(await Store.Outbox.ClaimAsync(10, Soon)).Message.Id);
        Assert.Equal("later", Assert.Single(await other.Outbox.ClaimAsync(10, Soon)).Message.Id);
    }

    [Fact]
    public async Task Faces_that_a_room_did_not_take_are_sent_when_it_does_again_and_posts_are_not()
    {
        await Store.Commit(turn =>
        {
            turn.Send(Message("post"));
            turn.Send(Message("first", kind: OutboundKind.Update) with { Target = Posted("17.1") });
            turn.Send(Message("second", kind: OutboundKind.Update) with { Target = Posted("17.1") });
            turn.Send(Message("elsewhere", "C2", kind: OutboundKind.Update) with { Target = Posted("18.1") });
        });
        for (var left = 4; left > 0;)
        {
            foreach (var item in await Store.Outbox.ClaimAsync(10, Soon))
            {
                await Store.Outbox.MarkDeadAsync(item, "not_in_channel", Soon);
                left--;
            }
        }

        await Store.Outbox.ReviveUpdatesAsync(Room("C1"), Soon);
        var first = Assert.Single(await Store.Outbox.ClaimAsync(10, Soon));
        Assert.Equal("first", first.Message.Id);
        await Store.Outbox.MarkDeliveredAsync(first, Posted("17.1"), Soon);
        Assert.Equal("second", Assert.Single(await Open().Outbox.ClaimAsync(10, Soon)).Message.Id);
        Assert.Equal(["post", "elsewhere"], (await Store.Outbox.GetDeadLettersAsync(Soon)).Select(letter => letter.Message.Id));
    }

    [Fact]
    public async Task A_failed_head_delays_its_followers_and_nobody_else()
    {
        await Store.Commit(turn =>
        {
            turn.Send(Message("a1"));
            turn.Send(Message("a2"));
            turn.Send(Message("b1", "C2"));
        });
        var claimed = await Store.Outbox.ClaimAsync(10, Soon);
        Assert.Equal(["a1", "b1"], claimed.Select(item => item.Message.Id));

        await Store.Outbox.MarkFailedAsync(claimed[0], "rate limited", Time.GetUtcNow().AddSeconds(30), Soon);
        await Store.Outbox.MarkDeliveredAsync(claimed[1], Posted("17.1", "C2"), Soon);
        await Store.Commit(turn => turn.Send(Message("b2", "C2")));
        Assert.Equal("b2", Assert.Single(await Store.Outbox.ClaimAsync(10, Soon)).Message.Id);

        var waiting = Store.Outbox.ClaimAsync(10, Soon).AsTask();
        Time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(waiting.IsCompleted);
        while (!waiting.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(waiting, Task.Run(() => { }));
        }

        var again = Assert.Single(await waiting);
        Assert.Equal(("a1", 1), (again.Message.Id, again.Attempts));
        await Store.Outbox.MarkDeliveredAsync(again, Posted("17.2"), Soon);
        Assert.Equal("a2", Assert.Single(await Store.Outbox.ClaimAsync(10, Soon)).Message.Id);
    }

    [Fact]
    public async Task A_message_that_was_on_its_way_at_a_crash_is_sent_again_and_a_delivered_one_is_not()
    {
        await Store.Commit(turn =>
        {
            turn.Send(Message("sent"));
            turn.Send(Message("on-its-way"));
        });
        await Store.Outbox.MarkDeliveredAsync(Assert.Single(await Store.Outbox.ClaimAsync(10, Soon)), Posted("17.1"), Soon);
        Assert.Equal("on-its-way", Assert.Single(await Store.Outbox.ClaimAsync(10, Soon)).Message.Id);

        Assert.Equal("on-its-way", Assert.Single(await Open().Outbox.ClaimAsync(10, Soon)).Message.Id);
    }

    [Fact]
    public async Task A_message_that_another_process_stored_is_found_within_a_second()
    {
        await Store.Commit(turn => turn.Send(Message("mine")));
        await Store.Outbox.ClaimAsync(10, Soon);
        await Open().Commit(turn => turn.Send(Message("theirs", "C2")));

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("theirs", Assert.Single(await Store.Outbox.ClaimAsync(10, Soon)).Message.Id);
    }

    [Fact]
    public async Task A_live_card_is_found_where_it_was_posted()
    {
        await Store.Commit(turn => turn.Send(Message("m1", cardKey: "stall:D-1")));
        Assert.Empty(await Store.Outbox.FindLiveCardAsync("stall:D-1", Soon));

        await Store.Outbox.MarkDeliveredAsync(Assert.Single(await Store.Outbox.ClaimAsync(1, Soon)), Posted("17.1"), Soon);
        Assert.Equal(Posted("17.1"), Assert.Single(await Open().Outbox.FindLiveCardAsync("stall:D-1", Soon)));
    }

    [Fact]
    public async Task A_room_is_read_in_the_order_of_delivery_from_where_one_left_off()
    {
        await Store.Commit(turn =>
        {
            turn.Send(Message("late") with { To = Room("C1", "thread") });
            turn.Send(Message("early"));
            turn.Send(Message("elsewhere", "C2"));
        });
        var items = (await Store.Outbox.ClaimAsync(10, Soon)).ToDictionary(item => item.Message.Id);
        await Store.Outbox.MarkDeliveredAsync(items["early"], Posted("17.1"), Soon);
        await Store.Outbox.MarkDeliveredAsync(items["elsewhere"], Posted("17.2", "C2"), Soon);
        await Store.Outbox.MarkDeliveredAsync(items["late"], Posted("17.3"), Soon);

        var all = await Store.Outbox.ReadRoomAsync("slack", "C1", null, 10, Soon);
        Assert.Equal(["early", "late"], all.Select(item => item.Message.Id));
        Assert.Equal(Posted("17.1"), all[0].Delivered);
        Assert.Equal("late", Assert.Single(await Store.Outbox.ReadRoomAsync("slack", "C1", "early", 10, Soon)).Message.Id);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_listed_and_what_was_dropped_is_not()
    {
        await Store.Commit(turn =>
        {
            turn.Send(Message("dead"));
            turn.Send(Message("dropped", "C2"));
        });
        var items = (await Store.Outbox.ClaimAsync(10, Soon)).ToDictionary(item => item.Message.Id);
        await Store.Outbox.MarkDeadAsync(items["dead"], "channel_not_found", Soon);
        await Store.Outbox.MarkDroppedAsync(items["dropped"], "moved meanwhile", Soon);

        var letter = Assert.Single(await Store.Outbox.GetDeadLettersAsync(Soon));
        Assert.Equal(("dead", "channel_not_found", 1), (letter.Message.Id, letter.Error, letter.Attempts));
        Assert.Equal(0, Store.Outbox.Waiting);
    }
}
