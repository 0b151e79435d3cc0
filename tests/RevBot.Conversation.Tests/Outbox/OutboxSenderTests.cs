using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Tests.Turns;
using RevBot.Conversation.Turns;
using RevBot.Testing;

namespace RevBot.Conversation.Tests.Outbox;

public sealed class OutboxSenderTests
{
    private static readonly ConversationReference Room = new("slack", "T1", "C1");

    [Fact]
    public async Task A_failed_message_is_tried_again_and_those_behind_it_wait()
    {
        await using var bot = SampleBot.Rich();
        bot.Channel.Fail(new SendOutcome.Retry(null, "500"));
        await SendAsync(bot, Message(bot, "1"), Message(bot, "2"), Message(bot, "3") with { To = Room with { RoomId = "C2" } });
        Assert.Equal(["3"], bot.Channel.Sent.Select(message => message.Card.Summary));

        bot.Time.Advance(TimeSpan.FromSeconds(2));
        await bot.DeliverAsync();
        Assert.Equal(["3", "1", "2"], bot.Channel.Sent.Select(message => message.Card.Summary));
    }

    [Fact]
    public async Task The_platforms_own_wait_is_kept()
    {
        await using var bot = SampleBot.Rich();
        bot.Channel.Fail(new SendOutcome.Retry(TimeSpan.FromSeconds(30), "429"));
        await SendAsync(bot, Message(bot, "1"));
        bot.Time.Advance(TimeSpan.FromSeconds(29));
        await bot.DeliverAsync();
        Assert.Empty(bot.Channel.Sent);
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        await bot.DeliverAsync();
        Assert.Single(bot.Channel.Sent);
    }

    [Fact]
    public async Task A_message_that_is_no_longer_true_is_dropped()
    {
        await using var bot = new TestBot(services =>
        {
            SampleBot.Register(services);
            services.AddScoped<ISendGuard, StillStalled>();
        });
        await SendAsync(bot,
            Message(bot, "moved") with { Guard = new SendGuard("still-stalled", "moved") },
            Message(bot, "stuck") with { Guard = new SendGuard("still-stalled", "stuck") },
            Message(bot, "odd") with { Guard = new SendGuard("gone", "x") });
        Assert.Equal(["stuck"], bot.Channel.Sent.Select(message => message.Card.Summary));
        Assert.Equal("It has moved.", Assert.Single(bot.Store.Dropped).Reason);
        Assert.Contains("'gone'", Assert.Single(await bot.Store.GetDeadLettersAsync(CancellationToken.None)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_never_arrive_becomes_a_dead_letter_with_a_sentence()
    {
        await using var bot = SampleBot.Rich();
        bot.Channel.Fail(new SendOutcome.Rejected("not_in_channel"));
        await SendAsync(bot, Message(bot, "1"));
        Assert.Equal("not_in_channel", Assert.Single(await bot.Store.GetDeadLettersAsync(CancellationToken.None)).Error);
    }

    [Fact]
    public async Task What_is_for_somebody_asleep_waits_and_nobody_else_does()
    {
        await using var bot = SampleBot.Rich();
        await SendAsync(bot, Message(bot, "later") with { NotBefore = bot.Time.GetUtcNow().AddHours(30) }, Message(bot, "other") with { To = Room with { RoomId = "C2" } });
        Assert.Equal("other", Assert.Single(bot.Channel.Sent).Card.Summary);

        // It is as fresh then as if it had just been written.
        bot.Time.Advance(TimeSpan.FromHours(30));
        bot.Channel.Fail(new SendOutcome.Retry(null, "down"));
        await bot.DeliverAsync();
        bot.Time.Advance(TimeSpan.FromSeconds(2));
        await bot.DeliverAsync();
        Assert.Equal("later", bot.Channel.Sent[^1].Card.Summary);
    }

    [Fact]
    public async Task Who_watches_rooms_hears_of_one_that_is_lost_and_of_one_that_is_reached()
    {
        var watch = new Watch();
        await using var bot = new TestBot(services =>
        {
            SampleBot.Register(services);
            services.AddSingleton<IRoomWatch>(watch);
        });
        bot.Channel.Fail(new SendOutcome.RoomLost("is_archived", "it was archived"));
        await SendAsync(bot, Message(bot, "1"), Message(bot, "2"));
        Assert.Equal(["C1 lost: it was archived", "C1 reached"], watch.Heard);
        Assert.Equal("is_archived", Assert.Single(await bot.Store.GetDeadLettersAsync(CancellationToken.None)).Error);
    }

    [Fact]
    public async Task A_card_shows_another_face_where_not_everybody_may_read_it_looked_up_at_every_post_and_edit()
    {
        var watch = new Watch();
        await using var bot = new TestBot(services =>
        {
            SampleBot.Register(services);
            services.AddScoped<IAudienceRule, NoGuests>().AddSingleton<IRoomWatch>(watch);
        });
        var secret = Card.Text("Acme is stuck") with { Redaction = new Redaction("D-1", Card.Text("a deal is stuck")) };
        bot.Channel.Audiences["C1"] = new Audience.Known([new ActorProfile("Gus", null, null, IsGuest: true)]);
        bot.Channel.Audiences["C2"] = new Audience.Known([new ActorProfile("Dana", "dana@acme.test", null)]);
        await SendAsync(
            bot,
            Message(bot, "") with { Card = secret, CardKey = "stall:1" },
            Message(bot, "") with { Card = secret, CardKey = "stall:1", To = Room with { RoomId = "C2" } },
            Message(bot, "") with { Card = secret, To = Room with { RoomId = "D1", IsDirect = true } },
            Message(bot, "") with { Card = secret, Kind = OutboundKind.Whisper, OnlyFor = new Actor("slack", "T1", "dana") });
        Assert.Equal([("C1", "a deal is stuck"), ("C2", "Acme is stuck"), ("D1", "Acme is stuck"), ("C1", "Acme is stuck")], bot.Channel.Sent.Select(sent => (sent.To.RoomId, sent.Card.Summary)).OrderBy(sent => sent.RoomId == "C1" && sent.Summary[0] == 'A').ThenBy(sent => sent.RoomId, StringComparer.Ordinal));
        Assert.Equal(2, bot.Channel.AudiencesAsked);

        // The guest leaves one room and joins the other.
        (bot.Channel.Audiences["C1"], bot.Channel.Audiences["C2"]) = (bot.Channel.Audiences["C2"], bot.Channel.Audiences["C1"]);
        await SendAsync(bot, Message(bot, "") with { Card = secret with { Summary = "Acme moves" }, Kind = OutboundKind.Update, CardKey = "stall:1", To = LiveCard.Lane("stall:1") });
        Assert.Equal([("C1", "Acme moves"), ("C2", "a deal is stuck")], bot.Channel.Screen.Where(shown => shown.Message.CardKey is not null).Select(shown => (shown.At.RoomId, shown.Message.Card.Summary)));

        bot.Channel.Audiences["C1"] = new Audience.Unknown("a scope is missing");
        await SendAsync(bot, Message(bot, "") with { Card = secret }, Message(bot, "for all"));
        Assert.Equal(["a deal is stuck", "for all"], bot.Channel.Sent.TakeLast(2).Select(sent => sent.Card.Summary));
        Assert.Equal(["C1 read by 1", "C2 read by 1", "C1: a scope is missing"], watch.Heard.Where(heard => !heard.EndsWith("reached", StringComparison.Ordinal)).OrderBy(heard => heard.Contains("scope", StringComparison.Ordinal)).ThenBy(heard => heard, StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_this_process_cannot_send_waits_a_day_for_one_that_can()
    {
        await using var bot = SampleBot.Rich();
        var old = Message(bot, "old") with { To = new ConversationReference("fax", "", "1") };
        bot.Time.Advance(TimeSpan.FromHours(25));
        var fresh = Message(bot, "fresh") with { To = new ConversationReference("fax", "", "2") };
        await SendAsync(bot, old, fresh, Message(bot, "here"));
        Assert.Equal("The channel 'fax' is not switched on.", Assert.Single(await bot.Store.GetDeadLettersAsync(CancellationToken.None)).Error);
        Assert.Equal(fresh.Id, Assert.Single(bot.Store.SetAsides).Id);
        Assert.Equal("here", Assert.Single(bot.Channel.Sent).Card.Summary);
    }

    [Fact]
    public async Task A_message_is_given_up_after_a_day()
    {
        await using var bot = SampleBot.Rich();
        var message = Message(bot, "1");
        bot.Time.Advance(TimeSpan.FromHours(25));
        bot.Channel.Fail(new SendOutcome.Retry(null, "down"));
        await SendAsync(bot, message);
        Assert.StartsWith("Given up after a day: down", Assert.Single(await bot.Store.GetDeadLettersAsync(CancellationToken.None)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_waits_for_its_card_and_reaches_every_place_it_stands_in()
    {
        await using var bot = SampleBot.Rich();
        await SendAsync(bot, Message(bot, "new face") with { Kind = OutboundKind.Update, CardKey = "stall:1", To = LiveCard.Lane("stall:1") });
        Assert.Empty(bot.Channel.Sent);

        await SendAsync(bot,
            Message(bot, "old face") with { CardKey = "stall:1" },
            Message(bot, "old face") with { CardKey = "stall:1", To = Room with { RoomId = "C2" } });
        bot.Time.Advance(TimeSpan.FromSeconds(2));
        await bot.DeliverAsync();
        Assert.Equal(["new face", "new face"], bot.Channel.Screen.Select(shown => shown.Message.Card.Summary));
    }

    [Fact]
    public void Waits_double_up_to_ten_minutes_and_differ_a_little_between_messages()
    {
        var time = new FakeTime();
        var message = new OutboundMessage { Id = "a", TurnId = "t", Kind = OutboundKind.Post, To = Room, Card = Card.Text("x"), CreatedAt = time.GetUtcNow() };
        var waits = Enumerable.Range(1, 14).Select(attempt => (RetrySchedule.NextAttempt(message, attempt, null, time.GetUtcNow()) - time.GetUtcNow())?.TotalSeconds ?? 0).ToList();
        Assert.All(waits.Index(), wait => Assert.InRange(wait.Item, Math.Min(600, Math.Pow(2, wait.Index)) * 0.8, Math.Min(600, Math.Pow(2, wait.Index) * 1.2)));
        Assert.NotEqual(RetrySchedule.NextAttempt(message, 5, null, time.GetUtcNow()), RetrySchedule.NextAttempt(message with { Id = "b" }, 5, null, time.GetUtcNow()));
        Assert.Equal(RetrySchedule.NextAttempt(message, 5, null, time.GetUtcNow()), RetrySchedule.NextAttempt(message, 5, null, time.GetUtcNow()));
    }

    [Fact]
    public void Message_ids_sort_by_time_and_number_and_come_out_the_same_again()
    {
        var now = new FakeTime().GetUtcNow();
        string[] ids = [MessageId.For("t2", now, 0), MessageId.For("t2", now, 1), MessageId.For("t1", now.AddMilliseconds(1), 0)];
        Assert.Equal(ids, ids.Order(StringComparer.Ordinal));
        Assert.Equal(ids[0], MessageId.For("t2", now, 0));
        Assert.Equal(7, Guid.Parse(ids[0]).Version);
    }

    private static OutboundMessage Message(TestBot bot, string text) => new()
    {
        Id = Guid.CreateVersion7(bot.Time.GetUtcNow()).ToString(),
        TurnId = "job",
        Kind = OutboundKind.Post,
        To = Room,
        Card = Card.Text(text),
        CreatedAt = bot.Time.GetUtcNow(),
    };

    private static async Task SendAsync(TestBot bot, params OutboundMessage[] messages)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        var transaction = scope.ServiceProvider.GetRequiredService<ITurnTransaction>();
        foreach (var message in messages)
        {
            transaction.Send(message);
        }

        await transaction.CommitAsync(CancellationToken.None);
        await bot.DeliverAsync();
    }

    private sealed class Watch : IRoomWatch
    {
        public List<string> Heard { get; } = [];

        public Task LostAsync(OutboundMessage message, SendOutcome.RoomLost lost, CancellationToken cancellationToken)
        {
            Heard.Add($"{message.To.RoomId} lost: {lost.Why}");
            return Task.CompletedTask;
        }

        public ValueTask ReachedAsync(OutboundMessage message, CancellationToken cancellationToken)
        {
            Heard.Add($"{message.To.RoomId} reached");
            return ValueTask.CompletedTask;
        }

        public Task ReadByAsync(OutboundMessage message, Audience audience, CancellationToken cancellationToken)
        {
            Heard.Add(audience is Audience.Known known ? $"{message.To.RoomId} read by {known.People.Count}" : $"{message.To.RoomId}: {((Audience.Unknown)audience).Why}");
            return Task.CompletedTask;
        }
    }

    private sealed class NoGuests : IAudienceRule
    {
        public ValueTask<bool> MayAllReadAsync(Audience.Known audience, string? subject, CancellationToken cancellationToken) =>
            ValueTask.FromResult(subject == "D-1" && !audience.People.Any(person => person.IsGuest));
    }

    private sealed class StillStalled : ISendGuard
    {
        public string Name => "still-stalled";

        public Task<string?> CheckAsync(string argument, CancellationToken cancellationToken) =>
            Task.FromResult(argument == "moved" ? "It has moved." : null);
    }
}
