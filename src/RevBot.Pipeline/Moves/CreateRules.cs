using System.Collections.Frozen;
using System.Collections.Immutable;
using RevBot.Pipeline.Audits;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Moves;

/// <summary>What a new deal needs: a name, an account, an owner and a close date, and what the stage it begins in asks for. One that may repeat an open deal is made only when somebody says so.</summary>
public static class CreateRules
{
    /// <summary>Answered with yes where an open deal may be the same one: a part of the wish, not a field that is kept.</summary>
    public const string Anyway = "create_anyway";

    private static readonly DealField AnywayField = new(Anyway, "Create anyway", FieldKind.YesNo, []);

    private static readonly (string Field, string Why)[] Always =
    [
        (DealFields.Name, "A deal needs a name"),
        (DealFields.Account, "A deal is with an account"),
        (DealFields.Owner, "Somebody must own the deal"),
        (DealFields.CloseDate, "A forecast needs the day it is expected to close"),
    ];

    /// <summary>What only a closed deal has, and what is not said of a deal by itself.</summary>
    private static readonly FrozenSet<string> NotOfNewDeals =
        FrozenSet.Create(DealFields.SignedDate, DealFields.LossReason, DealFields.LossDetail, DealFields.LossNote, DealFields.WinReason);

    /// <summary>The stages a new deal may begin in.</summary>
    public static IReadOnlyList<Stage> Beginnings(CompanyProfile company)
    {
        ArgumentNullException.ThrowIfNull(company);
        return [.. company.Process.OpenStages.Where(stage => WayTo(stage, company)?.Consent != MoveConsent.Refused)];
    }

    /// <param name="snapshot">Where people, accounts and other open deals are looked up.</param>
    /// <param name="today">The company's date; an open deal closes then or later.</param>
    public static MoveDecision Decide(DealCreation wish, CompanyProfile company, PipelineSnapshot snapshot, DateOnly today, EventStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(company);
        ArgumentNullException.ThrowIfNull(snapshot);
        var (stage, refusal) = StageOf(wish, company);
        if (stage is null)
        {
            return refusal ?? new MoveDecision.Refused("The process has no open stage a deal could begin in.", DealFields.Stage);
        }

        var (facts, problem) = ReadFacts(wish, company, snapshot, today);
        if (problem is not null)
        {
            return problem;
        }

        var events = EventsOf(wish.Id, stage, facts, stamp);
        var deal = events.Aggregate((Deal?)null, (state, happened) => DealFold.Apply(state, happened, company.Process.PositionOf));
        var missing = deal is null ? [] : Missing(deal, stage, facts, new StageCriteria(company, snapshot, today), company).ToList();
        if (deal is not null && missing.Count == 0 && !IsAgreed(facts) && Twin(deal, snapshot) is { } twin)
        {
            var where = company.Process.NameOf(twin.Stage);
            var owner = snapshot.OwnerOf(twin) is { } person ? $", {person.Name}" : "";
            var whose = snapshot.AccountOf(twin) is { } account ? $"{account.Name} has" : "There is";
            missing.Add(new Requirement(AnywayField, $"{whose} an open deal “{twin.Name}” already (#{twin.Id}, {where}{owner})", Requirement.OptionsOf(AnywayField)));
        }

        if (missing.Count == 0 && deal is not null && new GateRules(company, snapshot, today).Closed(null, deal) is { } gated)
        {
            // Only a deal that is there can be asked about.
            return new MoveDecision.Refused($"{gated.Reason} Create it in an earlier stage, and ask when it moves on.", DealFields.Stage);
        }

        return missing.Count > 0 ? new MoveDecision.Incomplete(missing) : new MoveDecision.Accepted(events);
    }

    private static (Stage? Stage, MoveDecision.Refused? Refusal) StageOf(DealCreation wish, CompanyProfile company)
    {
        var process = company.Process;
        if (wish.Stage is not { } id)
        {
            return (process.OpenStages.FirstOrDefault(), null);
        }

        if (process.Find(id) is not { } stage)
        {
            return (null, new MoveDecision.Refused($"There is no stage “{id}”. A deal begins in {Sentence.Any([.. Beginnings(company).Select(known => known.Name)])}.", DealFields.Stage));
        }

        return stage.Group == StageGroup.Open && WayTo(stage, company)?.Consent != MoveConsent.Refused
            ? (stage, null)
            : (null, new MoveDecision.Refused($"A new deal cannot begin in {stage.Name}. It may begin in {Sentence.Any([.. Beginnings(company).Select(known => known.Name)])}.", DealFields.Stage));
    }

    /// <summary>How a deal would get from the first stage to this one: beginning there leaves out what lies between. Null for the first stage.</summary>
    private static MoveWay? WayTo(Stage stage, CompanyProfile company)
    {
        var first = company.Process.OpenStages.FirstOrDefault();
        return first is null || first.Id == stage.Id ? null : MoveWay.Of(new Deal { Id = default, Name = "", Stage = first.Id, CreatedAt = default }, stage, company.Process);
    }

    private static (Dictionary<string, string> Facts, MoveDecision.Refused? Problem) ReadFacts(
        DealCreation wish, CompanyProfile company, PipelineSnapshot snapshot, DateOnly today)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, text) in wish.Facts.Where(item => !string.IsNullOrWhiteSpace(item.Value)))
        {
            var field = key switch
            {
                Anyway => AnywayField,
                DealFields.MoveReason => MoveRules.Reason,
                _ => FieldCatalog.Find(company, key),
            };
            if (field is null || NotOfNewDeals.Contains(field.Key))
            {
                return (facts, new MoveDecision.Refused($"“{key}” is not a field of a new deal. Leave it out, or check its name.", key));
            }

            var reading = FieldReading.Of(field, text, company, company.Currency);
            if ((reading.Problem ?? DateRules.ProblemOf(field, reading.Value, StageGroup.Open, today) ?? (IsBornWith(wish, field, reading.Value) ? null : DirectoryRules.ProblemOf(field, reading.Value, snapshot))) is { } wrong)
            {
                return (facts, new MoveDecision.Refused(wrong, field.Key));
            }

            facts[field.Key] = reading.Value ?? "";
        }

        return (facts, null);
    }

    private static IEnumerable<Requirement> Missing(Deal deal, Stage stage, Dictionary<string, string> facts, StageCriteria criteria, CompanyProfile company)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, why) in Always)
        {
            if (!facts.ContainsKey(key) && FieldCatalog.Find(company, key) is { } field && asked.Add(key))
            {
                yield return new Requirement(field, why, Requirement.OptionsOf(field));
            }
        }

        var way = WayTo(stage, company);
        if (way is { Consent: MoveConsent.WithReason } && !facts.ContainsKey(DealFields.MoveReason))
        {
            yield return new Requirement(MoveRules.Reason, way.WhyReason(), []);
        }

        foreach (var criterion in company.Process.EntryOf(stage).Concat(way?.Terms.SelectMany(terms => terms.Required) ?? []))
        {
            var field = criteria.FieldOf(criterion);
            var isGiven = criterion.Field == DealFields.Note ? facts.ContainsKey(DealFields.Note) : !criteria.IsLacking(criterion, deal);
            if (!isGiven && asked.Add(field.Key))
            {
                yield return new Requirement(field, $"{stage.Name} needs {criteria.What(criterion)}", Requirement.OptionsOf(field));
            }
        }
    }

    private static bool IsBornWith(DealCreation wish, DealField field, string? value) => field.Key == DealFields.Account && wish.NewAccount is { } account && account.Id.Value == value;

    private static bool IsAgreed(Dictionary<string, string> facts) => facts.GetValueOrDefault(Anyway) == YesNo.Yes;

    /// <summary>The open deal that a new one most likely repeats: of one account and for the same product or called alike, or called the same where no account tells them apart.</summary>
    private static Deal? Twin(Deal deal, PipelineSnapshot snapshot)
    {
        var name = NameLikeness.Normalize(deal.Name);
        foreach (var other in snapshot.Deals.Span)
        {
            if (other.Status != DealStatus.Open || (other.Account is not null && deal.Account is not null && other.Account != deal.Account))
            {
                continue;
            }

            var isSameProduct = other.Account is not null && other.Account == deal.Account && !string.IsNullOrWhiteSpace(deal.Product) && string.Equals(deal.Product, other.Product, StringComparison.OrdinalIgnoreCase);
            if (isSameProduct || NameLikeness.AreAlike(name, NameLikeness.Normalize(other.Name)))
            {
                return other;
            }
        }

        return null;
    }

    private static List<DealEvent> EventsOf(DealId id, Stage stage, Dictionary<string, string> facts, EventStamp stamp)
    {
        string[] own = [DealFields.Name, DealFields.Account, DealFields.Owner, DealFields.Amount, DealFields.CloseDate, DealFields.NextStep, DealFields.NextStepDate, DealFields.Note, DealFields.MoveReason, Anyway];
        List<DealEvent> events =
        [
            new DealEvent.Created
            {
                Deal = id,
                Stamp = stamp,
                Name = facts.GetValueOrDefault(DealFields.Name) ?? "",
                Account = facts.TryGetValue(DealFields.Account, out var account) ? new AccountId(account) : null,
                Owner = facts.TryGetValue(DealFields.Owner, out var owner) ? new PersonId(owner) : null,
                Stage = stage.Id,
                Amount = facts.TryGetValue(DealFields.Amount, out var amount) ? FieldReading.MoneyOf(amount) : null,
                CloseDate = DayOf(DealFields.CloseDate),
                NextStep = facts.GetValueOrDefault(DealFields.NextStep),
                NextStepDate = facts.ContainsKey(DealFields.NextStep) ? DayOf(DealFields.NextStepDate) : null,
                Fields = facts.Where(fact => !own.Contains(fact.Key)).ToImmutableDictionary(StringComparer.Ordinal),
            },
        ];
        foreach (var note in (string[])[DealFields.MoveReason, DealFields.Note])
        {
            if (facts.TryGetValue(note, out var text))
            {
                events.Add(new DealEvent.NoteAdded(text) { Deal = id, Stamp = stamp });
            }
        }

        return events;

        DateOnly? DayOf(string key) => facts.TryGetValue(key, out var day) ? FieldReading.DayOf(day) : null;
    }
}
