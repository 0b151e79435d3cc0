using System.Collections.Frozen;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Rights;

/// <summary>How far somebody sees into a pipeline that they do not see all of.</summary>
public sealed class PipelineLimit
{
    private readonly RoleRights _rights;

    /// <summary>Amounts are never seen of deals that are not.</summary>
    private readonly Reach _amounts;
    private readonly FrozenSet<PersonId> _owners;
    private readonly FrozenSet<PersonId> _amountOwners;
    private readonly bool _seesNobodys;
    private readonly bool _seesNobodysAmounts;
    private readonly Lazy<PipelineSnapshot> _withAmounts;

    /// <param name="reader">Null for somebody the company does not know, who sees nothing.</param>
    /// <param name="withAmounts">Makes the part of the pipeline whose amounts the reader sees.</param>
    internal PipelineLimit(PipelineSnapshot whole, Person? reader, RoleRights rights, Func<PipelineLimit, PipelineSnapshot> withAmounts)
    {
        (Whole, _rights, _amounts) = (whole, rights, rights.Amounts < rights.Sees ? rights.Amounts : rights.Sees);
        _owners = Within(rights.Sees);
        _amountOwners = Within(_amounts);
        _seesNobodys = reader is not null && ReachRules.Covers(reader, rights.Sees, null, whole);
        _seesNobodysAmounts = reader is not null && ReachRules.Covers(reader, _amounts, null, whole);
        _withAmounts = new Lazy<PipelineSnapshot>(() => withAmounts(this));

        FrozenSet<PersonId> Within(Reach reach) => reader is null || reach == Reach.None ? []
            : whole.People.Values.Where(person => ReachRules.Covers(reader, reach, person.Id, whole)).Select(person => person.Id).Append(reader.Id).ToFrozenSet();
    }

    /// <summary>Everything there is: for what is learned from all deals and tells of none of them, such as how long a stage takes.</summary>
    public PipelineSnapshot Whole { get; }

    /// <summary>The deals whose amounts are seen, and no others: what sums of money are made of.</summary>
    public PipelineSnapshot WithAmounts => HidesAmounts ? _withAmounts.Value : throw new InvalidOperationException("Every amount is seen here.");

    /// <summary>True when deals are seen whose amounts are not.</summary>
    public bool HidesAmounts => _amounts < _rights.Sees;

    /// <summary>True when every deal is seen with its amount; only colleagues are not.</summary>
    public bool ShowsAllDeals => _rights is { Sees: Reach.All, Amounts: Reach.All };

    /// <summary>What is seen, for people: "your own deals".</summary>
    public string Words => WordsOf(_rights.Sees);

    /// <summary>Whose amounts are seen, for people.</summary>
    public string AmountWords => WordsOf(_amounts);

    /// <summary>Whether somebody's deals are seen; null for those nobody owns.</summary>
    public bool Shows(PersonId? owner) => _rights.Sees == Reach.All || (owner is { } id ? _owners.Contains(id) : _seesNobodys);

    public bool ShowsAmounts(PersonId? owner) => Shows(owner) && (_rights.Amounts == Reach.All || (owner is { } id ? _amountOwners.Contains(id) : _seesNobodysAmounts));

    /// <summary>Whether the deals of a whole team are seen.</summary>
    public bool ShowsTeam(string team) => ShowsAll(person => string.Equals(person.Team, team, StringComparison.OrdinalIgnoreCase), Shows);

    /// <summary>Whether the amounts of a whole team are seen.</summary>
    public bool ShowsTeamAmounts(string team) => ShowsAll(person => string.Equals(person.Team, team, StringComparison.OrdinalIgnoreCase), ShowsAmounts);

    /// <summary>Whether the deals of everybody right under a manager are seen.</summary>
    public bool ShowsPeopleOf(PersonId manager) => ShowsAll(person => person.Manager == manager, Shows);

    internal bool IsTold(Person person, Person? reader) => _rights.People == Reach.All || Shows(person.Id) || (reader is not null && ReachRules.Covers(reader, _rights.People, person.Id, Whole));

    private bool ShowsAll(Func<Person, bool> isAmong, Func<PersonId?, bool> shows)
    {
        var among = Whole.People.Values.Where(isAmong).ToList();
        return among.Count > 0 && among.TrueForAll(person => shows(person.Id));
    }

    private static string WordsOf(Reach reach) => reach switch
    {
        Reach.None => "no deals",
        Reach.Own => "your own deals",
        Reach.Team => "your team's deals",
        Reach.Tree => "your own and your people's deals",
        _ => "all deals",
    };
}
