using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Moves;

/// <summary>Why a deal was lost, as far as it has been told: the reason and its detail, words, and what the reason still asks for.</summary>
internal sealed record LossStory(LossReason? Reason, LossDetail? Detail, string? Note)
{
    private const int ShortestNote = 3;

    /// <summary>Reads the loss facts (<c>loss_reason</c> is <c>reason</c> or <c>reason/detail</c>); a refusal when one is not known.</summary>
    public static (LossStory Story, MoveDecision.Refused? Problem) Read(IReadOnlyDictionary<string, string> facts, CompanyProfile company)
    {
        var note = facts.GetValueOrDefault(DealFields.LossNote);
        if (note is { Length: < ShortestNote })
        {
            return (None, new MoveDecision.Refused($"Loss note “{note}” says too little. Tell what happened in a few words.", DealFields.LossNote));
        }

        if (!facts.TryGetValue(DealFields.LossReason, out var written))
        {
            return facts.ContainsKey(DealFields.LossDetail)
                ? (None, new MoveDecision.Refused("A loss detail needs its loss reason. Give the reason too.", DealFields.LossReason))
                : (None with { Note = note }, null);
        }

        var parts = written.Split('/', 2, StringSplitOptions.TrimEntries);
        if (company.LossReasons.Find(parts[0]) is not { } reason)
        {
            return (None, new MoveDecision.Refused(
                $"Loss reason “{parts[0]}” is not known. Choose from {Sentence.List([.. company.LossReasons.Reasons.Select(known => known.Key)])}.", DealFields.LossReason));
        }

        var inReason = parts.Length > 1 && parts[1].Length > 0;
        var detailText = inReason ? parts[1] : facts.GetValueOrDefault(DealFields.LossDetail);
        if (detailText is null)
        {
            return (new LossStory(reason, null, note), null);
        }

        var detail = reason.Details.FirstOrDefault(known => string.Equals(known.Key, detailText, StringComparison.OrdinalIgnoreCase));
        return detail is null
            ? (None, new MoveDecision.Refused(
                $"Loss detail “{detailText}” does not belong to {reason.Name}. Choose from {Sentence.List([.. reason.Details.Select(known => known.Key)])}.",
                inReason ? DealFields.LossReason : DealFields.LossDetail))
            : (new LossStory(reason, detail, note), null);
    }

    /// <summary>What is still missing. The detail, words and the competitor are asked for only once the reason says so.</summary>
    /// <param name="noteNeeded">True when the stage asks for words whatever the reason.</param>
    public IEnumerable<Requirement> Missing(CompanyProfile company, Stage lost, bool noteNeeded, bool competitorKnown)
    {
        if (Reason is null)
        {
            yield return new Requirement(FieldOf(company, DealFields.LossReason), $"{lost.Name} needs a loss reason", OptionsOf(company.LossReasons));
            yield break;
        }

        if (Detail is null && Reason.Details.Count > 0)
        {
            yield return new Requirement(
                FieldOf(company, DealFields.LossDetail) with { Choices = [.. Reason.Details.Select(detail => detail.Key)] },
                $"Loss reason {Reason.Name} needs its detail",
                [.. Reason.Details.Select(detail => new RequirementOption(detail.Key, detail.Name, Reason.Name))]);
        }

        if (Note is null && (Reason.IsNoteMandatory || noteNeeded))
        {
            yield return new Requirement(FieldOf(company, DealFields.LossNote), $"Loss reason {Reason.Name} needs a note: what happened?", []);
        }

        if (Reason.AsksForCompetitor && !competitorKnown)
        {
            var field = FieldOf(company, DealFields.Competitor);
            yield return new Requirement(field, $"Loss reason {Reason.Name} needs the competitor's name", Requirement.OptionsOf(field));
        }
    }

    private static LossStory None { get; } = new(null, null, null);

    private static DealField FieldOf(CompanyProfile company, string key) =>
        FieldCatalog.Find(company, key) ?? new DealField(key, key, FieldKind.Text, []);

    private static RequirementOption[] OptionsOf(LossReasonCatalog reasons) =>
    [
        .. reasons.Reasons.SelectMany(reason => reason.Details.Count == 0
            ? [new RequirementOption(reason.Key, reason.Name, null)]
            : reason.Details.Select(detail => new RequirementOption($"{reason.Key}/{detail.Key}", detail.Name, reason.Name))),
    ];
}
