using System.Globalization;
using RevBot.Pipeline.Deals;
using RevBot.Tests.Support;

namespace RevBot.Tests.Alerts;

/// <summary>What the people do in a month, the same for the same seed: deals move and stand still, dates pass and are pushed, amounts change, deals are won and lost, cards are snoozed; now and then also on a Saturday.</summary>
internal sealed class MonthLife(MonthWire wire, StoreFile store, TimeProvider time, Random random)
{
    private static readonly string[] Stages = ["qualification", "discovery", "proposal", "negotiation"];

    /// <summary>What was snoozed by whom, and until which company date.</summary>
    public List<(string Key, DateTimeOffset At, DateOnly Until)> Snoozes { get; } = [];

    /// <summary>What was said and pressed.</summary>
    public List<(DateTimeOffset At, string What)> Diary { get; } = [];

    /// <summary>What people do at a moment; false for nothing, as mostly. What they do is written down by the clock, which a slow machine lets run ahead of the moment.</summary>
    public async Task<bool> GoOnAsync(DateTimeOffset moment)
    {
        var before = Diary.Count;
        foreach (var person in MonthCompany.People)
        {
            var local = person.LocalAt(moment);
            var isOff = local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && random.Next(4) > 0;
            if (isOff || local.Minute != 0)
            {
                continue;
            }

            if (local.Hour == 10 && person.Role == PersonRole.Rep)
            {
                await WorkAsync(person, moment);
            }

            if (local.Hour == 15)
            {
                await SnoozeAsync(person);
            }
        }

        return Diary.Count > before;
    }

    private async Task WorkAsync(MonthPerson person, DateTimeOffset moment)
    {
        var deals = store.Rows("SELECT id, stage, name FROM deals WHERE owner_id = $owner AND status = 'open' ORDER BY id", ("$owner", person.Id));
        for (var left = random.Next(0, 3); left > 0 && deals.Count > 0; left--)
        {
            var deal = deals[random.Next(deals.Count)];
            var day = DateOnly.FromDateTime(person.LocalAt(moment)).AddDays(random.Next(2, 30)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var next = Stages[Math.Min(3, Array.IndexOf(Stages, deal[1]) + 1)];
            await SayAsync(person, random.Next(100) switch
            {
                < 25 => $"move #{deal[0]} to {next}",
                < 45 => $"set #{deal[0]} close date to {day}",
                < 65 => $"set #{deal[0]} amount to {random.Next(10, 140)}k",
                < 80 => $"next step for #{deal[0]}: demo with the board",
                < 90 => $"#{deal[0]} closed won",
                _ => $"#{deal[0]} closed lost, too expensive",
            });
        }
    }

    private async Task SayAsync(MonthPerson person, string text)
    {
        Diary.Add((time.GetUtcNow(), $"{person.Id}: {text}"));
        await wire.SayAsync(person, text);
    }

    /// <summary>Of the cards that stand where they read, one in four.</summary>
    private async Task SnoozeAsync(MonthPerson person)
    {
        var now = time.GetUtcNow();
        var cards = MonthRecord.Of(wire, store).Where(card => card.IsAlert && !card.IsRedacted && !card.IsStruckBy(now) && !IsSnoozed(card, now) && ReadsIt(person, card) && card.Channel == person.Channel).ToList();
        foreach (var card in cards.Where(_ => random.Next(4) == 0).Where(card => MayPress(person, card)).Take(1))
        {
            Diary.Add((now, $"{person.Id} snoozes {card.Key} in {card.Place}"));
            await wire.SnoozeAsync(person, card);
            Snoozes.Add((card.Key!, now, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, MonthCompany.Zone).DateTime).AddDays(MonthCompany.Profile.Alerts.SnoozeDays)));
        }
    }

    /// <summary>In Teams whoever presses gets the new face in the answer to the press, which is no call of the bot's.</summary>
    private bool IsSnoozed(MonthCard card, DateTimeOffset now) => Snoozes.Exists(snooze => snooze.Key == card.Key && snooze.Until >= DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, MonthCompany.Zone).DateTime));

    private static bool ReadsIt(MonthPerson person, MonthCard card) => card.Place == person.Id || card.Place == MonthCompany.TeamsRoomName || card.Place.StartsWith('#');

    private bool MayPress(MonthPerson person, MonthCard card)
    {
        var deal = store.Rows("SELECT owner_id FROM deals WHERE id = $id AND status = 'open'", ("$id", MonthLaws.DealOf(card.Key!)));
        return deal.Count > 0 && (deal[0][0] == person.Id || person.Role == PersonRole.Operations || MonthCompany.Person(deal[0][0]!).Manager == person.Id);
    }
}
