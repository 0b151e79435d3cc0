using RevBot.Conversation.Replies;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;
using RevBot.Pipeline.Rights;

namespace RevBot.Intents.Access;

/// <summary>What questions come to for somebody who does not see all deals: refused in one wording that tells nothing, or answered of what they see, which the answer says.</summary>
public static class SightLimits
{
    /// <summary>Why a question about these things is not answered at all; null when it is. The same words whatever there is to see, and whether there is anything.</summary>
    public static string? Refusal(IEnumerable<DealFilter> filters, PipelineSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Limit is { } limit && filters.Any(filter => !MayAsk(filter, limit)) ? Words(limit) : null;
    }

    /// <summary>The same for what is about the company as a whole.</summary>
    public static string? RefusalOfWhole(PipelineSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Limit is { ShowsAllDeals: false } limit ? Words(limit) : null;
    }

    /// <summary>The part of the pipeline that a measure is counted in: sums of money are made of deals whose amounts are seen, and of no others.</summary>
    public static PipelineSnapshot Countable(Metric? metric, PipelineSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Limit is { HidesAmounts: true } limit && IsOfAmounts(metric) ? limit.WithAmounts : snapshot;
    }

    /// <summary>A card of an answer, with what it is limited to.</summary>
    public static Card Tell(Card card, PipelineSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Limit is { ShowsAllDeals: false } limit ? card with { Elements = [.. card.Elements, new CardElement.Note(Note(limit))] } : card;
    }

    private static string Note(PipelineLimit limit) => limit switch
    {
        { HidesAmounts: false } => $"You see {limit.Words}; this is of these only.",
        { AmountWords: var of } => $"You see amounts of {of}; sums are of these only.",
    };

    private static string Words(PipelineLimit limit) => $"I can't answer that for you: you see {limit.Words} here. Ask your manager or operations for more.";

    private static bool MayAsk(DealFilter filter, PipelineLimit limit) => filter switch
    {
        DealFilter.In { Negated: true } => true,
        DealFilter.In { Dimension: Dimension.Owner } owners => owners.Values.All(value => value.Key.Length == 0 || limit.Shows(new PersonId(value.Key))),
        DealFilter.In { Dimension: Dimension.Team } teams => teams.Values.All(value => value.Key.Length == 0 || limit.ShowsTeam(value.Key)),
        DealFilter.In { Dimension: Dimension.Manager } managers => managers.Values.All(value => value.Key.Length == 0 || limit.ShowsPeopleOf(new PersonId(value.Key))),
        DealFilter.AnyOf any => any.Parts.All(part => MayAsk(part, limit)),
        _ => true,
    };

    private static bool IsOfAmounts(Metric? metric) =>
        metric is null or { Unit: MetricUnit.Money or MetricUnit.MoneyPerDay or MetricUnit.Ratio } or { Unit: MetricUnit.Share, IsShareOfThings: false };
}
