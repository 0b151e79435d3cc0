using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads.History;

namespace RevBot.Pipeline.Leads;

/// <summary>Somebody who may become a deal: what imports say, status in the company's own words and when each stage was reached, with what happened here on top.</summary>
/// <param name="FirstResponseAt">When a person of ours first got in touch.</param>
/// <param name="ClosedAt">When it was disqualified or sent back to marketing.</param>
public sealed record Lead(
    string Id,
    string Name,
    DateTimeOffset CreatedAt,
    string? Status = null,
    string? Source = null,
    PersonId? Owner = null,
    string? Account = null,
    DateTimeOffset? ConvertedAt = null,
    DealId? Deal = null,
    DateTimeOffset? FirstResponseAt = null,
    DateTimeOffset? MqlAt = null,
    DateTimeOffset? SalAt = null,
    DateTimeOffset? SqlAt = null,
    DateTimeOffset? ClosedAt = null,
    string? Segment = null,
    string? Region = null)
{
    /// <summary>What happened here; <see cref="LeadLife.None"/> for a lead that only imports have spoken of.</summary>
    public LeadLife Life { get; init; } = LeadLife.None;

    /// <summary>What the imports alone say.</summary>
    public Lead AsImported() => Life.Imported ?? this;

    /// <summary>Where the lead stands: a status that is a lifecycle stage decides, unless it has been converted since; of any other status the dates tell it.</summary>
    public LifecycleStage Stage => StageBy(Lifecycle.OfStatus(Status));

    /// <summary>When sales took it on: accepted, or what came after where that was skipped; null for no handoff yet.</summary>
    public DateTimeOffset? AcceptedAt => SalAt ?? SqlAt ?? ConvertedAt;

    /// <summary>The lead as it was known at an earlier moment; null before it was there.</summary>
    public Lead? AsOf(DateTimeOffset moment)
    {
        if (CreatedAt > moment)
        {
            return null;
        }

        if (!(ConvertedAt > moment || FirstResponseAt > moment || MqlAt > moment || SalAt > moment || SqlAt > moment || ClosedAt > moment))
        {
            return this;
        }

        // Which status it had then nobody has noted; the dates say what it had reached.
        return this with
        {
            Status = null,
            ConvertedAt = Until(ConvertedAt, moment),
            Deal = ConvertedAt > moment ? null : Deal,
            FirstResponseAt = Until(FirstResponseAt, moment),
            MqlAt = Until(MqlAt, moment),
            SalAt = Until(SalAt, moment),
            SqlAt = Until(SqlAt, moment),
            ClosedAt = Until(ClosedAt, moment),
        };
    }

    /// <param name="said">What the status means; null when that says nothing.</param>
    internal LifecycleStage StageBy(LifecycleStage? said)
    {
        if (said is LifecycleStage.Customer or LifecycleStage.Recycled or LifecycleStage.Disqualified)
        {
            return said.Value;
        }

        if (ConvertedAt is not null)
        {
            return LifecycleStage.Converted;
        }

        return said ?? this switch
        {
            { ClosedAt: not null } => LifecycleStage.Disqualified,
            { SqlAt: not null } => LifecycleStage.Sql,
            { SalAt: not null } => LifecycleStage.Sal,
            { MqlAt: not null } => LifecycleStage.Mql,
            { FirstResponseAt: not null } => LifecycleStage.Working,
            _ => LifecycleStage.New,
        };
    }

    private static DateTimeOffset? Until(DateTimeOffset? at, DateTimeOffset moment) => at > moment ? null : at;
}
