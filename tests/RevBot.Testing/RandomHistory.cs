using System.Collections.Immutable;
using RevBot.Pipeline;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Testing;

/// <summary>Believable nonsense: deals to which anything happens, with fractions of cents and of milliseconds, from one seed.</summary>
/// <param name="pauses">False for a history from before deals could be paused or let through.</param>
public sealed class RandomHistory(int seed, bool pauses = true)
{
    private static readonly string[] Stages = ["qualification", "discovery", "proposal", "negotiation"];
    private readonly Random _random = new(seed);

    public IReadOnlyList<DealChange> Deals(int count) => [.. Enumerable.Range(0, count).Select(number => ADeal(new DealId($"D-{seed}-{number}")))];

    private DealChange ADeal(DealId id)
    {
        var at = new DateTimeOffset(2025, 1, 1, 8, 0, 0, TimeSpan.FromHours(2)).AddTicks(_random.NextInt64(TimeSpan.TicksPerDay * 300));
        var stage = Stages[_random.Next(2)];
        var events = new List<DealEvent>
        {
            new DealEvent.Created
            {
                Deal = id,
                Stamp = Stamp(at),
                Name = $"Déal {id} \"quoted\"",
                Account = Maybe(() => new AccountId($"A-{_random.Next(20)}")),
                Owner = Maybe(() => new PersonId($"P-{_random.Next(5)}")),
                Stage = new StageId(stage),
                Amount = Maybe(() => new Money((decimal)_random.NextDouble() * 100_000, "USD")),
                CloseDate = Maybe(Day),
                NextStep = _random.Next(2) == 0 ? null : "Call",
                NextStepDate = Maybe(Day),
                HistoryKnown = _random.Next(4) > 0,
                StageEnteredAt = Maybe(() => at.AddTicks(12_345)),
                Fields = _random.Next(2) == 0
                    ? ImmutableDictionary<string, string>.Empty
                    : ImmutableDictionary<string, string>.Empty.Add(DealFields.Source, "Inbound").Add("budget", "yes"),
            },
        };
        var open = true;
        for (var left = _random.Next(8); left > 0; left--)
        {
            // Clocks disagree: sometimes an event is older than the one before it.
            at = at.AddTicks(_random.NextInt64(-TimeSpan.TicksPerHour, TimeSpan.TicksPerDay * 20));
            var from = new StageId(stage);
            stage = open ? Stages[_random.Next(Stages.Length)] : Stages[0];
            DealEvent happened = (open, _random.Next(pauses ? 14 : 10)) switch
            {
                (false, _) => new DealEvent.Reopened(from, new StageId(stage), Maybe(Day)) { Deal = id, Stamp = Stamp(at) },
                (_, 0) => new DealEvent.Won(from, new StageId("won"), Day(), Maybe(Day), null) { Deal = id, Stamp = Stamp(at) },
                (_, 1) => new DealEvent.Lost(from, new StageId("lost"), Day(), "price", "no_budget", "note", "Acumen", Day()) { Deal = id, Stamp = Stamp(at) },
                (_, 2) => new DealEvent.AmountChanged(null, Maybe(() => new Money((decimal)_random.NextDouble() * 1_000, "EUR"))) { Deal = id, Stamp = Stamp(at) },
                (_, 3) => new DealEvent.CloseDateChanged(Day(), Day()) { Deal = id, Stamp = Stamp(at) },
                (_, 4) => new DealEvent.OwnerChanged(null, Maybe(() => new PersonId("P-9"))) { Deal = id, Stamp = Stamp(at) },
                (_, 5) => new DealEvent.NextStepChanged("Call", null, "Review", Day()) { Deal = id, Stamp = Stamp(at) },
                (_, 6) => new DealEvent.FieldSet(_random.Next(2) == 0 ? "budget" : DealFields.Segment, null, _random.Next(2) == 0 ? null : "SMB") { Deal = id, Stamp = Stamp(at) },
                (_, 7) => new DealEvent.NoteAdded("a note") { Deal = id, Stamp = Stamp(at) },
                (_, 9) => new DealEvent.ActivityLogged("Call", Day(), _random.Next(2) == 0 ? null : "Jo Kim", "they like it") { Deal = id, Stamp = Stamp(at) },
                (_, 10) => new DealEvent.Paused(Day(), "budget freeze", null, null) { Deal = id, Stamp = Stamp(at) },
                (_, 11) => new DealEvent.Resumed(Day(), "budget freeze") { Deal = id, Stamp = Stamp(at) },
                (_, 13) when events.OfType<DealEvent.ApprovalAsked>().Any() => new DealEvent.ApprovalAnswered(1, 0, _random.Next(2) == 0, "why not") { Deal = id, Stamp = Stamp(at) },
                (_, 12 or 13) => new DealEvent.ApprovalAsked(Request(stage)) { Deal = id, Stamp = Stamp(at) },
                _ => new DealEvent.StageChanged(from, new StageId(stage)) { Deal = id, Stamp = Stamp(at) },
            };
            open = happened is not (DealEvent.Won or DealEvent.Lost);
            events.Add(happened);
        }

        return new DealChange(id, 0, events);
    }

    private ApprovalRequest Request(string stage) => new()
    {
        Gate = _random.Next(2) == 0 ? null : "large",
        Stage = new StageId(stage),
        Waives = _random.Next(2) == 0 ? [] : ["budget", "timeline"],
        Bound = _random.Next(2) == 0 ? null : new ApprovalBound(DealFields.Amount, 1_234.5678m),
        Facts = _random.Next(2) == 0 ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add("budget", "yes").Add("amount", "5 USD"),
        Reason = "the board meets \"on Friday\"",
        Until = Day(),
        Manner = ApprovalManner.InOrder,
        Approvers = [new Approver("manager", [new PersonId("P-2")]), new Approver("finance", [new PersonId("P-3"), new PersonId("P-4")])],
    };

    private EventStamp Stamp(DateTimeOffset at) => new(at, at.AddMinutes(1), Maybe(() => new PersonId("P-1")), "random", "import");

    private DateOnly Day() => new DateOnly(2025, 1, 1).AddDays(_random.Next(700));

    private T? Maybe<T>(Func<T> make)
        where T : struct => _random.Next(3) == 0 ? null : make();
}
