using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Moves;

/// <summary>What may be changed on a deal without moving it, and which events make it so.</summary>
public static class EditRules
{
    /// <param name="snapshot">Where owners and accounts are looked up by id.</param>
    /// <param name="today">The company's date.</param>
    public static MoveDecision Decide(Deal deal, DealEdit edit, CompanyProfile company, PipelineSnapshot snapshot, DateOnly today, EventStamp stamp)
    {
        if (edit.Changes.Count == 0)
        {
            return new MoveDecision.Refused($"Nothing to change on {deal.Name} was named. Say which field and its new value.");
        }

        var (wished, criteria) = (new Dictionary<string, string?>(StringComparer.Ordinal), new StageCriteria(company, snapshot, today));
        foreach (var (key, text) in edit.Changes)
        {
            if (Read(deal, key, text, wished, company, snapshot, today) is { } problem)
            {
                return problem;
            }
        }

        if (LossDecision(deal, wished, criteria, company) is { } decision)
        {
            return decision;
        }

        var events = FieldChanges.EventsOf(deal, wished, stamp);
        if (events.Count == 0)
        {
            return new MoveDecision.Refused(AlreadySo(deal, wished, company, snapshot), wished.Keys.First());
        }

        var after = events.Aggregate(deal, (state, happened) => DealFold.Apply(state, happened, company.Process.PositionOf));
        return Breach(deal, after, wished, criteria, company) ?? new GateRules(company, snapshot, today).Closed(deal, after) ?? (MoveDecision)new MoveDecision.Accepted(events);
    }

    /// <summary>What the deal's stage would lack after the edit: taken away by it, which is refused, or asked for only by what it sets, which is asked for along with it.</summary>
    internal static MoveDecision? Breach(Deal deal, Deal after, Dictionary<string, string?> wished, StageCriteria criteria, CompanyProfile company)
    {
        var broken = criteria.Broken(deal, after).DistinctBy(criterion => criterion.Field).ToList();
        if (broken.Count == 0)
        {
            return null;
        }

        var stage = company.Process.NameOf(after.Stage);
        if (broken.Find(criterion => wished.ContainsKey(criterion.Field)) is { } taken)
        {
            var field = criteria.FieldOf(taken);
            var problem = wished[field.Key] is { } value ? $"“{Sentence.Value(field, value)}” is not enough" : "it cannot be cleared";
            return new MoveDecision.Refused($"{stage} needs {criteria.What(taken)}, so {problem}. Give another value, or move {deal.Name} back first.", field.Key);
        }

        return new MoveDecision.Incomplete(
        [
            .. broken.Select(criterion =>
            {
                var field = criteria.FieldOf(criterion);
                return new Requirement(field, $"{stage} needs {criteria.What(criterion)}", Requirement.OptionsOf(field));
            }),
        ]);
    }

    /// <summary>Holds one wish against its field and puts its canonical value among the wished ones; a refusal when it cannot be.</summary>
    private static MoveDecision.Refused? Read(
        Deal deal, string key, string? text, Dictionary<string, string?> wished, CompanyProfile company, PipelineSnapshot snapshot, DateOnly today)
    {
        if (string.Equals(key, DealFields.Stage, StringComparison.OrdinalIgnoreCase))
        {
            return new MoveDecision.Refused($"The stage is not edited. Move {deal.Name} to the stage instead.", DealFields.Stage);
        }

        if (FieldCatalog.Find(company, key) is not { } field)
        {
            return new MoveDecision.Refused(
                $"Deals here have no field “{key}”. Fields are {Sentence.List([.. FieldCatalog.All(company).Select(known => known.Label)])}.", key);
        }

        var ofLoss = field.Key is DealFields.LossReason or DealFields.LossDetail or DealFields.LossNote;
        if (ofLoss && deal.Status != DealStatus.Lost)
        {
            return new MoveDecision.Refused($"{deal.Name} is not lost, so it has no {Sentence.InMidSentence(field.Label)}. Move it to a lost stage first.", field.Key);
        }

        if (field.Key == DealFields.WinReason && deal.Status != DealStatus.Won)
        {
            return new MoveDecision.Refused($"{deal.Name} is not won, so it has no {Sentence.InMidSentence(field.Label)}. Move it to a won stage first.", field.Key);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            var closing = field.Key == DealFields.CloseDate && deal.Status != DealStatus.Open;
            if (closing || field.Key is DealFields.Name or DealFields.Note or DealFields.LossReason)
            {
                return new MoveDecision.Refused($"{field.Label} cannot be empty. Give a value.", field.Key);
            }

            wished[field.Key] = null;
            return null;
        }

        var reading = field.Key is DealFields.LossReason or DealFields.LossDetail
            ? new FieldReading(text.Trim(), null)
            : FieldReading.Of(field, text, company, deal.Amount?.Currency ?? company.Currency);
        var unchanged = reading.Value is not null && reading.Value == DealValues.Of(deal, field.Key);
        var problem = reading.Problem
            ?? (unchanged ? null : DateRules.ProblemOf(field, reading.Value, GroupOf(deal), today) ?? DirectoryRules.ProblemOf(field, reading.Value, snapshot));
        wished[field.Key] = reading.Value;
        return problem is null ? null : new MoveDecision.Refused(problem, field.Key);
    }

    /// <summary>A lost deal's reason may be put right later, under the same rules as when it was lost; on acceptance the two levels stand apart in <paramref name="wished"/>.</summary>
    private static MoveDecision? LossDecision(Deal deal, Dictionary<string, string?> wished, StageCriteria criteria, CompanyProfile company)
    {
        var touched = wished.ContainsKey(DealFields.LossReason) || wished.ContainsKey(DealFields.LossDetail) || wished.ContainsKey(DealFields.LossNote);
        if (!touched || company.Process.Find(deal.Stage) is not { } stage)
        {
            return null;
        }

        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        var newReason = wished.ContainsKey(DealFields.LossReason);
        Add(DealFields.LossReason, deal.LossReason);
        Add(DealFields.LossDetail, newReason ? null : deal.LossDetail);
        Add(DealFields.LossNote, deal.LossNote);
        var (story, problem) = LossStory.Read(facts, company);
        if (problem is not null)
        {
            return problem;
        }

        var competitor = wished.TryGetValue(DealFields.Competitor, out var named) ? named : deal.Competitor;
        var noteNeeded = company.Process.EntryOf(stage).Any(criterion => criterion.Field == DealFields.LossNote && criteria.IsLacking(criterion, deal with { LossNote = null }));
        if (story.Missing(company, stage, noteNeeded, competitor is not null).ToList() is { Count: > 0 } missing)
        {
            return new MoveDecision.Incomplete(missing);
        }

        wished[DealFields.LossReason] = story.Reason?.Key;
        wished[DealFields.LossDetail] = story.Detail?.Key;
        return null;

        void Add(string key, string? standing)
        {
            if ((wished.TryGetValue(key, out var value) ? value : standing) is { } fact)
            {
                facts[key] = fact;
            }
        }
    }

    private static string AlreadySo(Deal deal, Dictionary<string, string?> wished, CompanyProfile company, PipelineSnapshot snapshot)
    {
        if (wished.Count > 1 || FieldCatalog.Find(company, wished.Keys.First()) is not { } field)
        {
            return $"{deal.Name} already has these values.";
        }

        if (wished[field.Key] is not { } value)
        {
            return $"{deal.Name} has no {Sentence.InMidSentence(field.Label)} already.";
        }

        var shown = field.Key switch
        {
            DealFields.Owner when snapshot.People.GetValueOrDefault(new PersonId(value)) is { } person => person.Name,
            DealFields.Account when snapshot.Accounts.GetValueOrDefault(new AccountId(value)) is { } account => account.Name,
            _ => Sentence.Value(field, value),
        };
        return $"{field.Label} of {deal.Name} already is {shown}.";
    }

    private static StageGroup GroupOf(Deal deal) => deal.Status switch
    {
        DealStatus.Won => StageGroup.Won,
        DealStatus.Lost => StageGroup.Lost,
        _ => StageGroup.Open,
    };
}
