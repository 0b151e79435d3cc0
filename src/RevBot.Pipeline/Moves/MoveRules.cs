using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Moves;

/// <summary>The one place where "mandatory" lives: what a deal needs to move from its stage to another.</summary>
/// <remarks>
/// Going on or winning needs what the stage left and the stage entered ask for; going back and losing need only what the stage entered asks for.
/// Stages jumped over ask for nothing: their criteria are about being in them.
/// </remarks>
public static class MoveRules
{
    /// <param name="today">The company's date; a deal never closes after it.</param>
    public static MoveDecision Decide(Deal deal, StageMove move, CompanyProfile company, DateOnly today, EventStamp stamp)
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

        var (facts, problem) = ReadFacts(deal, move.Facts, target, company, today);
        if (problem is not null)
        {
            return problem;
        }

        var (story, lossProblem) = target.Group == StageGroup.Lost ? LossStory.Read(facts, company) : (null, null);
        if (lossProblem is not null)
        {
            return lossProblem;
        }

        var missing = MissingFields(deal, facts, target, company, today).ToList();
        if (story is not null)
        {
            var competitorKnown = deal.Competitor is not null || facts.ContainsKey(DealFields.Competitor) || missing.Exists(need => need.Field.Key == DealFields.Competitor);
            missing.AddRange(story.Missing(company, target, competitorKnown));
        }

        return missing.Count > 0
            ? new MoveDecision.Incomplete(missing)
            : new MoveDecision.Accepted([.. EventsOfFacts(deal, facts, target, stamp), Arrival(deal, facts, target, story, today, stamp)]);
    }

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
        Deal deal, IReadOnlyDictionary<string, string> given, Stage target, CompanyProfile company, DateOnly today)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, text) in given)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            if (FieldCatalog.Find(company, key) is not { } field || field.Key is DealFields.Name or DealFields.Account)
            {
                return (facts, new MoveDecision.Refused($"“{key}” is not a field that a move can fill in. Set it by itself, or check its name.", key));
            }

            var ofLoss = field.Key is DealFields.LossReason or DealFields.LossDetail or DealFields.LossNote;
            if (ofLoss && target.Group != StageGroup.Lost)
            {
                return (facts, new MoveDecision.Refused($"{field.Label} belongs to a lost deal, and {target.Name} is not a lost stage. Leave it out.", field.Key));
            }

            // Loss reasons and details have two levels and are read together.
            var reading = field.Key is DealFields.LossReason or DealFields.LossDetail
                ? new FieldReading(text.Trim(), null)
                : FieldReading.Of(field, text, company, deal.Amount?.Currency ?? company.Currency);
            if ((reading.Problem ?? DateRules.ProblemOf(field, reading.Value, target.Group, today)) is { } wrong)
            {
                return (facts, new MoveDecision.Refused(wrong, field.Key));
            }

            facts[field.Key] = reading.Value ?? "";
        }

        return (facts, null);
    }

    private static IEnumerable<Requirement> MissingFields(Deal deal, Dictionary<string, string> facts, Stage target, CompanyProfile company, DateOnly today)
    {
        var here = company.Process.Find(deal.Stage);
        var movesOn = here is { Group: StageGroup.Open }
            && (target.Group == StageGroup.Won || (target.Group == StageGroup.Open && company.Process.PositionOf(target.Id) > company.Process.PositionOf(here.Id)));
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, stage, entering) in target.RequiredToEnter.Select(key => (key, target, true))
            .Concat(movesOn && here is not null ? here.RequiredToLeave.Select(key => (key, here, false)) : []))
        {
            var field = FieldCatalog.Find(company, key) ?? new DealField(key, key, FieldKind.Text, []);
            // A new step drops the date of the old one.
            var dropped = field.Key == DealFields.NextStepDate && facts.TryGetValue(DealFields.NextStep, out var step) && step != deal.NextStep;
            if (!asked.Add(field.Key) || facts.ContainsKey(field.Key) || (!dropped && IsKnown(deal, field.Key, target, today)))
            {
                continue;
            }

            var what = Sentence.WithArticle(field.Label);
            yield return new Requirement(field, entering ? $"{stage.Name} needs {what}" : $"Leaving {stage.Name} needs {what}", Requirement.OptionsOf(field));
        }
    }

    private static bool IsKnown(Deal deal, string key, Stage target, DateOnly today) => key switch
    {
        // The reason, its detail and its note are asked for by the reasons themselves.
        DealFields.LossReason or DealFields.LossDetail or DealFields.LossNote => target.Group == StageGroup.Lost || DealValues.Of(deal, key) is not null,
        DealFields.Amount => deal.Amount is { Amount: > 0 },

        // A deal closes today unless somebody says when; and the day an older closing happened is no expectation for the reopened deal.
        DealFields.CloseDate => target.Group != StageGroup.Open || (deal.CloseDate is { } day && (deal.Status == DealStatus.Open || day >= today)),
        _ => !string.IsNullOrWhiteSpace(DealValues.Of(deal, key)),
    };

    /// <summary>The facts that are fields of their own; the rest travels in the event of the arrival.</summary>
    private static IReadOnlyList<DealEvent> EventsOfFacts(Deal deal, Dictionary<string, string> facts, Stage target, EventStamp stamp)
    {
        var reopening = deal.Status != DealStatus.Open;
        var own = facts.Where(fact => fact.Key switch
        {
            DealFields.CloseDate => target.Group == StageGroup.Open && !reopening,
            DealFields.SignedDate => target.Group != StageGroup.Won,
            DealFields.LossReason or DealFields.LossDetail or DealFields.LossNote => false,
            _ => true,
        });
        return FieldChanges.EventsOf(deal, own.ToDictionary(fact => fact.Key, fact => (string?)fact.Value, StringComparer.Ordinal), stamp);
    }

    private static DealEvent Arrival(Deal deal, Dictionary<string, string> facts, Stage target, LossStory? story, DateOnly today, EventStamp stamp)
    {
        var closeDate = facts.TryGetValue(DealFields.CloseDate, out var given) ? FieldReading.DayOf(given) : (DateOnly?)null;
        return target.Group switch
        {
            StageGroup.Won => new DealEvent.Won(
                deal.Stage,
                target.Id,
                closeDate ?? today,
                facts.TryGetValue(DealFields.SignedDate, out var signed) ? FieldReading.DayOf(signed) : null,
                deal.CloseDate)
            { Deal = deal.Id, Stamp = stamp },
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
            _ when deal.Status != DealStatus.Open => new DealEvent.Reopened(deal.Stage, target.Id, closeDate) { Deal = deal.Id, Stamp = stamp },
            _ => new DealEvent.StageChanged(deal.Stage, target.Id) { Deal = deal.Id, Stamp = stamp },
        };
    }
}
