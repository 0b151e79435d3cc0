using System.Collections.Frozen;
using System.Collections.Immutable;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Moves;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Moves;

/// <summary>A deal that things are done to, one turn after the other, by the real rules: its history is what was accepted.</summary>
internal sealed class Acme
{
    public static readonly PersonId Dana = new("dana");
    public static readonly PersonId Priya = new("priya");
    public static readonly PersonId Mo = new("mo");
    public static readonly PersonId Fay = new("fay");
    public static readonly PersonId Otto = new("otto");

    public static readonly DateOnly Today = new(2026, 11, 3);

    private DateTimeOffset _now = APipeline.At("2026-11-03T08:00Z");
    private readonly CompanyProfile _company;
    private int _turns;

    public Acme(decimal? amount = null, string? closeDate = null, string stage = "qualification", CompanyProfile? company = null)
    {
        _company = company ?? TestCompany.Profile;
        var at = APipeline.At("2026-10-20T09:00Z");
        Append(
        [
            new DealEvent.Created
            {
                Deal = new DealId("D-1"),
                Stamp = new EventStamp(at, at, Dana, "t0", "test"),
                Name = "Acme",
                Owner = Dana,
                Stage = new StageId(stage),
                Amount = amount is { } money ? new Money(money, "USD") : null,
                CloseDate = closeDate is null ? null : DateOnly.Parse(closeDate, System.Globalization.CultureInfo.InvariantCulture),
            },
        ]);
    }

    public static PipelineSnapshot Directory { get; } = new()
    {
        Version = 1,
        DirectoryVersion = 1,
        Deals = Array.Empty<Deal>(),
        DealPositions = FrozenDictionary<DealId, int>.Empty,
        Accounts = new[] { new Account(new AccountId("A-1"), "Acme Inc") }.ToFrozenDictionary(account => account.Id),
        People = new[] { new Person(Dana, "Dana Scott", Manager: Mo), new Person(Priya, "Priya Rao"), new Person(Mo, "Mo Larsen", Role: PersonRole.Manager), new Person(Fay, "Fay Finch", Role: PersonRole.Finance), new Person(Otto, "Otto Ost", Role: PersonRole.Operations), new Person(new PersonId("gone"), "Gus Gone", Active: false) }.ToFrozenDictionary(person => person.Id),
    };

    public CompanyProfile Company => _company;

    /// <summary>The company's date; later for what runs out.</summary>
    public DateOnly Day { get; set; } = Today;

    public Deal Deal { get; private set; } = null!;

    public List<DealEvent> History { get; } = [];

    /// <summary>The turn the last decision was made in.</summary>
    public string LastTurn => $"t{_turns}";

    public MoveDecision Moves(string to, params (string Field, string Value)[] facts) => Moves(Dana, to, facts);

    public MoveDecision Moves(PersonId by, string to, params (string Field, string Value)[] facts) =>
        Keep(MoveRules.Decide(Deal, new StageMove(new StageId(to), facts.ToDictionary(fact => fact.Field, fact => fact.Value)), _company, Directory, Day, Stamp(by)));

    public MoveDecision Edits(params (string Field, string? Value)[] changes) => Edits(Dana, changes);

    public MoveDecision Edits(PersonId by, params (string Field, string? Value)[] changes) =>
        Keep(EditRules.Decide(Deal, new DealEdit(changes.ToDictionary(change => change.Field, change => change.Value)), _company, Directory, Day, Stamp(by)));

    public MoveDecision Pauses(string? until, string? reason) => Keep(PauseRules.Decide(Deal, until, reason, _company, Day, Stamp(Dana)));

    public MoveDecision Resumes() => Keep(PauseRules.Resume(Deal, Stamp(Dana)));

    /// <summary>An exception for a stage, until 20 November.</summary>
    public MoveDecision Asks(PersonId by, string stage, string? reason = "the board meets on Friday", string? until = "2026-11-20", string? gate = null)
    {
        var target = _company.Process.Find(new StageId(stage))!;
        var stamp = Stamp(by);
        var wish = gate is null ? ApprovalNeeds.OfException(Deal, target, new Dictionary<string, string>(), _company, Directory, Day, stamp)
            : MoveRules.Decide(Deal, new StageMove(target.Id, new Dictionary<string, string>()), _company, Directory, Day, stamp) is MoveDecision.NeedsApproval needs ? needs.Wish
            : throw new InvalidOperationException("No gate is in the way.");
        return Keep(ApprovalRules.Ask(Deal, wish with { Reason = reason, Until = until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture) }, _company, Directory, Day, stamp));
    }

    public MoveDecision Answers(PersonId by, bool isGiven, string? note = null, int number = 1) => Keep(ApprovalRules.Answer(Deal, number, isGiven, note, Directory, Day, Stamp(by)));

    public MoveDecision Withdraws(PersonId by, int number = 1) => Keep(ApprovalRules.Withdraw(Deal, number, Directory, Day, Stamp(by)));

    public MoveDecision Undoes(string turn, PersonId? by = null, bool ofAnybody = false) =>
        Keep(UndoRules.Decide(Deal, History, turn, _company, Directory, Stamp(by ?? Dana), ofAnybody));

    public Acme Waits(TimeSpan time)
    {
        _now += time;
        return this;
    }

    /// <summary>All that a person can see of the deal; stays and stamps tell how it came to be so.</summary>
    public string State() => Describe(Deal);

    public static string Describe(Deal deal) =>
        (deal with { Visits = [], Version = 0, ChangedAt = default, ChangedBy = null, Fields = ImmutableDictionary<string, string>.Empty }).ToString()
        + string.Join(';', deal.Fields.OrderBy(field => field.Key, StringComparer.Ordinal));

    private EventStamp Stamp(PersonId by)
    {
        _now += TimeSpan.FromMinutes(1);
        return new EventStamp(_now, _now, by, $"t{++_turns}", "test");
    }

    private MoveDecision Keep(MoveDecision decision)
    {
        if (decision is MoveDecision.Accepted accepted)
        {
            Append(accepted.Events);
        }

        return decision;
    }

    private void Append(IReadOnlyList<DealEvent> events)
    {
        foreach (var happened in events)
        {
            History.Add(happened);
            Deal = DealFold.Apply(Deal, happened, _company.Process.PositionOf);
        }
    }
}
