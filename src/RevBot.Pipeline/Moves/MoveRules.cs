using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Moves;

/// <summary>The one place where "mandatory" lives: what a deal needs to move from its stage to another.</summary>
/// <remarks>
/// Going on or winning needs what the stage left and the stage entered ask for; going back and losing need only what the stage entered asks for.
/// Stages jumped over ask for nothing but what they ask for from there on: their other criteria are about being in them. A closed deal that is
/// reopened travels from the stage it was closed from. What is asked for is looked at on the deal as the move would make it.
/// </remarks>
public static class MoveRules
{
    /// <summary>Why a deal goes a way that the company wants explained.</summary>
    public static readonly DealField Reason = new(DealFields.MoveReason, "Reason", FieldKind.LongText, [], "Kept in the deal's history");

    /// <summary>False for a move that is refused whatever is filled in.</summary>
    /// <param name="today">The company's date.</param>
    public static bool MayMove(Deal deal, Stage target, CompanyProfile company, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Forbidden(deal, target, company) is null && IsOpen(MoveWay.Of(deal, target, company.Process), deal, today);
    }

    /// <summary>True for a move whose reason the company wants to be told.</summary>
    public static bool AsksWhy(Deal deal, Stage target, CompanyProfile company) => MoveWay.Of(deal, target, company.Process).Consent == MoveConsent.WithReason;

    /// <param name="snapshot">Where people and accounts are looked up.</param>
    /// <param name="today">The company's date; a deal never closes after it.</param>
    public static MoveDecision Decide(Deal deal, StageMove move, CompanyProfile company, PipelineSnapshot snapshot, DateOnly today, EventStamp stamp)
    {
        var process = company.Process;
        if (process.Find(move.To) is not { } target)
        {
            return new MoveDecision.Refused($"There is no stage “{move.To}”. Stages are {Sentence.List([.. process.Stages.Select(stage => stage.Name)])}.", DealFields.Stage);
        }

        if (Forbidden(deal, target, company) is { } refusal)
        {
            return refusal;
        }

        var way = MoveWay.Of(deal, target, process);
        if (!IsOpen(way, deal, today))
        {
            return new MoveDecision.Refused(way.Refusal(deal, process), DealFields.Stage);
        }

        var (facts, problem) = ReadFacts(deal, move.Facts, target, company, snapshot, today);
        if (problem is not null)
        {
            return problem;
        }

        var (story, lossProblem) = target.Group == StageGroup.Lost ? LossStory.Read(facts, company) : (null, null);
        if (lossProblem is not null)
        {
            return lossProblem;
        }

        List<DealEvent> events = [.. EventsOfFacts(deal, facts, target, stamp), Arrival(deal, facts, target, story, today, stamp)];
        var after = events.Aggregate(deal, (state, happened) => DealFold.Apply(state, happened, process.PositionOf));
        var criteria = new StageCriteria(company, snapshot, today);
        var missing = MissingFields(deal, after, facts, way, criteria, company, today).ToList();
        if (story is not null)
        {
            var noteNeeded = process.EntryOf(target).Any(criterion => criterion.Field == DealFields.LossNote && criteria.IsLacking(criterion, after));
            missing.AddRange(story.Missing(company, target, noteNeeded, after.Competitor is not null || missing.Exists(need => need.Field.Key == DealFields.Competitor)));
        }

        return missing.Count > 0 ? new MoveDecision.Incomplete(missing) : new GateRules(company, snapshot, today).Closed(deal, after) ?? (MoveDecision)new MoveDecision.Accepted(events);
    }

    /// <summary>Whether the company lets deals go this way, or somebody has let this one.</summary>
    private static bool IsOpen(MoveWay way, Deal deal, DateOnly today) =>
        way.Consent != MoveConsent.Refused || deal.Approvals.Any(approval => approval.Waives(ApprovalRequest.TheWay, way.Target.Id, today));

    private static MoveDecision.Refused? Forbidden(Deal deal, Stage target, CompanyProfile company)
    {
        if (target.Id == deal.Stage)
        {
            var since = deal.ClosedOn ?? (deal.Visits is [.., { IsOpen: true } stay] ? company.Work.DateAt(stay.EnteredAt) : null);
            return new MoveDecision.Refused($"{deal.Name} is already in {target.Name}{(since is { } day ? $", since {Sentence.Day(day)}" : "")}.", DealFields.Stage);
        }

        if (deal.Status == DealStatus.Open || target.Group == StageGroup.Open)
        {
            return null;
        }

        var here = company.Process.NameOf(deal.Stage);
        var before = deal.Visits is [.., var last] ? company.Process.Find(last.Stage) : null;
        var open = before is { Group: StageGroup.Open } ? before : company.Process.OpenStages.FirstOrDefault();
        var closedOn = deal.ClosedOn is { } closed ? $" since {Sentence.Day(closed)}" : "";
        return new MoveDecision.Refused(
            $"{deal.Name} is closed: in {here}{closedOn}. Reopen it first by moving it to {open?.Name ?? "an open stage"}, then to {target.Name}.", DealFields.Stage);
    }

    /// <summary>The facts that were filled in, in canonical text; blank ones count as not given.</summary>
    private static (Dictionary<string, string> Facts, MoveDecision.Refused? Problem) ReadFacts(
        Deal deal, IReadOnlyDictionary<string, string> given, Stage target, CompanyProfile company, PipelineSnapshot snapshot, DateOnly today)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, text) in given)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            if ((key == DealFields.MoveReason ? Reason : FieldCatalog.Find(company, key)) is not { } field || field.Key is DealFields.Name or DealFields.Account)
            {
                return (facts, new MoveDecision.Refused($"“{key}” is not a field that a move can fill in. Set it by itself, or check its name.", key));
            }

            var ofLoss = field.Key is DealFields.LossReason or DealFields.LossDetail or DealFields.LossNote;
            if (ofLoss && target.Group != StageGroup.Lost)
            {
                return (facts, new MoveDecision.Refused($"{field.Label} belongs to a lost deal, and {target.Name} is not a lost stage. Leave it out.", field.Key));
            }

            if (field.Key == DealFields.WinReason && target.Group != StageGroup.Won)
            {
                return (facts, new MoveDecision.Refused($"{field.Label} belongs to a won deal, and {target.Name} is not a won stage. Leave it out.", field.Key));
            }

            // Loss reasons and details have two levels and are read together.
            var reading = field.Key is DealFields.LossReason or DealFields.LossDetail
                ? new FieldReading(text.Trim(), null)
                : FieldReading.Of(field, text, company, deal.Amount?.Currency ?? company.Currency);
            if ((reading.Problem ?? DateRules.ProblemOf(field, reading.Value, target.Group, today) ?? DirectoryRules.ProblemOf(field, reading.Value, snapshot)) is { } wrong)
            {
                return (facts, new MoveDecision.Refused(wrong, field.Key));
            }

            facts[field.Key] = reading.Value ?? "";
        }

        return (facts, null);
    }

    /// <param name="after">The deal as the move would make it.</param>
    private static IEnumerable<Requirement> MissingFields(
        Deal deal, Deal after, Dictionary<string, string> facts, MoveWay way, StageCriteria criteria, CompanyProfile company, DateOnly today)
    {
        var target = way.Target;
        if (way.Consent == MoveConsent.WithReason && !facts.ContainsKey(DealFields.MoveReason))
        {
            yield return new Requirement(Reason, way.WhyReason(), []);
        }

        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (criterion, who) in company.Process.EntryOf(target).Select(criterion => (criterion, $"{target.Name} needs"))
            .Concat(way is { MovesOn: true, From: { } from } ? from.RequiredToLeave.Select(criterion => (criterion, $"Leaving {from.Name} needs")) : [])
            .Concat(way.Terms.SelectMany(terms => terms.Required).Select(criterion => (criterion, $"Moving to {target.Name} needs"))))
        {
            var field = criteria.FieldOf(criterion);
            if (!IsGiven(criterion, deal, after, facts, target, criteria, today) && asked.Add(field.Key))
            {
                yield return new Requirement(field, $"{who} {criteria.What(criterion)}", Requirement.OptionsOf(field));
            }
        }

        if (target.Group == StageGroup.Won && company.WinReasons.Count > 0 && DealValues.Of(after, DealFields.WinReason) is null && FieldCatalog.Find(company, DealFields.WinReason) is { } won && asked.Add(won.Key))
        {
            yield return new Requirement(won, $"{target.Name} needs to be told what won it", Requirement.OptionsOf(won));
        }
    }

    private static bool IsGiven(Criterion criterion, Deal deal, Deal after, Dictionary<string, string> facts, Stage target, StageCriteria criteria, DateOnly today) => criterion.Field switch
    {
        // The reason, its detail and its note are asked for by the reasons themselves.
        DealFields.LossReason or DealFields.LossDetail or DealFields.LossNote when target.Group == StageGroup.Lost => true,
        DealFields.Note => facts.ContainsKey(DealFields.Note) || after.IsWaived(DealFields.Note, today),

        // The day an older closing happened is no expectation for the reopened deal.
        DealFields.CloseDate when target.Group == StageGroup.Open && deal.Status != DealStatus.Open && after.CloseDate < today => !criteria.IsLacking(criterion, after with { CloseDate = null }),
        _ => !criteria.IsLacking(criterion, after),
    };

    /// <summary>The facts that are fields of their own; the rest travels in the event of the arrival.</summary>
    private static IReadOnlyList<DealEvent> EventsOfFacts(Deal deal, Dictionary<string, string> facts, Stage target, EventStamp stamp)
    {
        var reopening = deal.Status != DealStatus.Open;
        var own = facts.Where(fact => fact.Key switch
        {
            DealFields.CloseDate => target.Group == StageGroup.Open && !reopening,
            DealFields.SignedDate => target.Group != StageGroup.Won,
            DealFields.LossReason or DealFields.LossDetail or DealFields.LossNote or DealFields.MoveReason => false,
            _ => true,
        });
        return FieldChanges.EventsOf(deal, own.ToDictionary(fact => fact.Key, fact => (string?)fact.Value, StringComparer.Ordinal), stamp);
    }

    private static DealEvent Arrival(Deal deal, Dictionary<string, string> facts, Stage target, LossStory? story, DateOnly today, EventStamp stamp)
    {
        var closeDate = facts.TryGetValue(DealFields.CloseDate, out var given) ? FieldReading.DayOf(given) : (DateOnly?)null;
        var why = facts.GetValueOrDefault(DealFields.MoveReason);
        return target.Group switch
        {
            StageGroup.Won => new DealEvent.Won(
                deal.Stage,
                target.Id,
                closeDate ?? today,
                facts.TryGetValue(DealFields.SignedDate, out var signed) ? FieldReading.DayOf(signed) : null,
                deal.CloseDate)
            { Deal = deal.Id, Stamp = stamp, Reason = why },
            StageGroup.Lost => new DealEvent.Lost(
                deal.Stage,
                target.Id,
                closeDate ?? today,
                story?.Reason?.Key,
                story?.Detail?.Key,
                story?.Note,
                facts.GetValueOrDefault(DealFields.Competitor) ?? deal.Competitor,
                deal.CloseDate)
            { Deal = deal.Id, Stamp = stamp },
            _ when deal.Status != DealStatus.Open => new DealEvent.Reopened(deal.Stage, target.Id, closeDate) { Deal = deal.Id, Stamp = stamp, Reason = why },
            _ => new DealEvent.StageChanged(deal.Stage, target.Id) { Deal = deal.Id, Stamp = stamp, Reason = why },
        };
    }
}
