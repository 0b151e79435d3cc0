using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Leads.Routing;

/// <summary>Says who gets a lead, by the company's rules and by who got what before. Nothing is counted but history, so the same leads always go to the same people. Not for several threads.</summary>
/// <remarks>Who has returned a lead is not given it again. Where a rule has nobody left, the next rule that takes the lead is asked.</remarks>
public sealed class LeadRouter
{
    private readonly PipelineSnapshot _snapshot;
    private readonly LeadPolicy _policy;
    private readonly Dictionary<string, (int Last, Dictionary<PersonId, int> Turns)> _turns = new(StringComparer.Ordinal);
    private readonly Dictionary<PersonId, int> _open = [];
    private readonly Dictionary<LeadRoute, IReadOnlyList<PersonId>> _people = [];
    private Dictionary<AccountId, Deal>? _accountOwners;

    public LeadRouter(PipelineSnapshot snapshot, CompanyProfile company)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(company);
        (_snapshot, _policy) = (snapshot, company.Leads);
        foreach (var lead in snapshot.Leads)
        {
            foreach (var routed in lead.Life.Routings)
            {
                Count(routed.Rule, routed.To, routed.Turn);
            }

            if (IsOpen(lead) && lead.Owner is { } owner)
            {
                _open[owner] = OpenOf(owner) + 1;
            }
        }
    }

    /// <summary>Whether somebody in sales has a lead to work on.</summary>
    public static bool IsOpen(Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return lead.Stage is LifecycleStage.New or LifecycleStage.Working or LifecycleStage.Mql or LifecycleStage.Sal or LifecycleStage.Sql;
    }

    /// <summary>Leads that wait for an owner, or whose owner has left, the longest first.</summary>
    /// <param name="since">What has waited from before is not routed by itself: a company that begins to route does not hand out its past.</param>
    public IReadOnlyList<Lead> Waiting(DateTimeOffset since) =>
    [
        .. _snapshot.Leads.Where(lead => HasNobody(lead) && WaitsFrom(lead) >= since).OrderBy(WaitsFrom).ThenBy(lead => lead.Id, StringComparer.Ordinal),
    ];

    /// <summary>Who gets it.</summary>
    /// <param name="lead">As it stands once it has no owner.</param>
    public LeadPlacement Place(Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        var account = LeadDimension.AccountOf(lead, _snapshot.Accounts);
        var (returned, full) = (new List<string>(), new List<string>());
        foreach (var route in _policy.Routes.Where(route => Takes(route, lead, account)))
        {
            var people = PeopleOf(route, account);
            var left = people.Where(person => !lead.Life.ReturnedBy.Contains(person)).ToList();
            var free = left.Where(person => route.Capacity is not { } most || OpenOf(person) < most).ToList();
            if (free.Count > 0)
            {
                return Choose(route, people, free);
            }

            if (people.Count > 0)
            {
                (left.Count == 0 ? returned : full).Add(route.Name);
            }
        }

        if (_policy.FallbackTo is { } name && Find(name) is { } fallback && !lead.Life.ReturnedBy.Contains(fallback))
        {
            return new LeadPlacement.Given(fallback, LeadPolicy.FallbackRule, RouteChoice.RoundRobin, NextTurn(LeadPolicy.FallbackRule), null, OpenOf(fallback));
        }

        return new LeadPlacement.Nobody(
            full.Count > 0 ? $"everybody of {full[0]} has as many open leads as they may"
            : returned.Count > 0 || !lead.Life.ReturnedBy.IsEmpty ? "everybody it could go to has returned it"
            : "no routing rule takes it");
    }

    /// <summary>Counts what was placed, for the next one.</summary>
    public void Take(LeadPlacement.Given given)
    {
        ArgumentNullException.ThrowIfNull(given);
        Count(given.Rule, given.To, given.Turn);
        _open[given.To] = OpenOf(given.To) + 1;
    }

    /// <summary>The people a rule names who are there to take a lead, each once, in the order of the rule; a team's reps by name.</summary>
    /// <param name="account">The lead's company, for a rule that goes by its owner; null where it is not known.</param>
    public IReadOnlyList<PersonId> PeopleOf(LeadRoute route, Account? account)
    {
        ArgumentNullException.ThrowIfNull(route);
        if (route.To is [LeadRoute.AccountOwner])
        {
            return account is null ? [] : OwnerOf(account) is { } owner ? [owner] : [];
        }

        return _people.TryGetValue(route, out var known) ? known : _people[route] = [.. route.To.SelectMany(Named).Distinct()];
    }

    private bool HasNobody(Lead lead) => lead.Owner is not { } owner || _snapshot.People.GetValueOrDefault(owner) is { Active: false };

    /// <summary>Whether a name of the company's file is somebody who is there, or a team that has somebody.</summary>
    public bool IsKnown(string name) => Named(name).Any();

    private DateTimeOffset? WaitsFrom(Lead lead) => lead switch
    {
        { Stage: LifecycleStage.Mql, MqlAt: { } at } => at,
        { Stage: LifecycleStage.New or LifecycleStage.Working } when lead.MqlAt is { } at => at,
        { Stage: LifecycleStage.New or LifecycleStage.Working } when _policy.RoutesAtOnce => lead.CreatedAt,
        _ => null,
    };

    private static bool Takes(LeadRoute route, Lead lead, Account? account) =>
        IsAmong(route.Regions, lead.Region ?? account?.Region) && IsAmong(route.Segments, lead.Segment ?? account?.Segment)
        && IsAmong(route.Sources, lead.Source) && IsAmong(route.Industries, account?.Industry);

    private static bool IsAmong(IReadOnlyList<string> names, string? name) => names.Count == 0 || (name is not null && names.Contains(name, StringComparer.OrdinalIgnoreCase));

    private LeadPlacement.Given Choose(LeadRoute route, IReadOnlyList<PersonId> people, List<PersonId> free)
    {
        var turns = _turns.TryGetValue(route.Name, out var counted) ? counted.Turns : [];
        int LastOf(PersonId person) => turns.GetValueOrDefault(person);

        // Whoever got a lead last of those who still take turns; the next one in the list comes after them.
        var after = people.Where(person => LastOf(person) > 0).OrderByDescending(LastOf).Select(person => (PersonId?)person).FirstOrDefault();
        var chosen = route.By == RouteChoice.Load
            ? free.OrderBy(OpenOf).ThenBy(LastOf).First()
            : InTurn(people, after).First(free.Contains);
        return new LeadPlacement.Given(chosen, route.Name, route.By, NextTurn(route.Name), people.Count > 1 ? after : null, OpenOf(chosen));
    }

    private static IEnumerable<PersonId> InTurn(IReadOnlyList<PersonId> people, PersonId? after)
    {
        var start = after is { } last ? IndexOf(people, last) + 1 : 0;
        return Enumerable.Range(0, people.Count).Select(step => people[(start + step) % people.Count]);
    }

    private static int IndexOf(IReadOnlyList<PersonId> people, PersonId person)
    {
        for (var place = 0; place < people.Count; place++)
        {
            if (people[place] == person)
            {
                return place;
            }
        }

        return -1;
    }

    private int NextTurn(string rule) => (_turns.TryGetValue(rule, out var counted) ? counted.Last : 0) + 1;

    private void Count(string rule, PersonId person, int turn)
    {
        var (last, turns) = _turns.TryGetValue(rule, out var counted) ? counted : (0, []);
        turns[person] = Math.Max(turns.GetValueOrDefault(person), turn);
        _turns[rule] = (Math.Max(last, turn), turns);
    }

    private int OpenOf(PersonId person) => _open.GetValueOrDefault(person);

    private IEnumerable<PersonId> Named(string name)
    {
        if (Find(name) is { } person)
        {
            return [person];
        }

        return _snapshot.People.Values.Where(member => member is { Active: true, Role: PersonRole.Rep } && string.Equals(member.Team, name, StringComparison.OrdinalIgnoreCase))
            .OrderBy(member => member.Name, StringComparer.Ordinal).ThenBy(member => member.Id.Value, StringComparer.Ordinal).Select(member => member.Id);
    }

    private PersonId? Find(string name) => _snapshot.People.Values
        .Where(person => person.Active && (person.Id.Value == name || string.Equals(person.Email, name, StringComparison.OrdinalIgnoreCase) || string.Equals(person.Name, name, StringComparison.OrdinalIgnoreCase)))
        .OrderBy(person => person.Id.Value, StringComparer.Ordinal).Select(person => (PersonId?)person.Id).FirstOrDefault();

    private PersonId? OwnerOf(Account account) => (_accountOwners ??= OwnersOfAccounts()).TryGetValue(account.Id, out var deal) ? deal.Owner : null;

    private Dictionary<AccountId, Deal> OwnersOfAccounts()
    {
        var newest = new Dictionary<AccountId, Deal>();
        foreach (var deal in _snapshot.Deals.Span)
        {
            if (deal is { Account: { } account, Owner: { } owner } && _snapshot.People.GetValueOrDefault(owner) is { Active: true }
                && (!newest.TryGetValue(account, out var best) || IsNearer(deal, best)))
            {
                newest[account] = deal;
            }
        }

        return newest;
    }

    private static bool IsNearer(Deal deal, Deal than) =>
        (deal.Status == DealStatus.Open) != (than.Status == DealStatus.Open) ? deal.Status == DealStatus.Open : deal.CreatedAt > than.CreatedAt;
}
