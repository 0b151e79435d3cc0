using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Metrics;

/// <summary>A snapshot seen through the company's definitions at one moment: what every part of one evaluation shares.</summary>
internal sealed class PipelineView(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
{
    public PipelineSnapshot Snapshot { get; } = snapshot;

    public CompanyProfile Company { get; } = company;

    public DateTimeOffset Now { get; } = now;

    public DateOnly Today { get; } = company.Work.DateAt(now);

    public StayColumns Stays => field ??= Snapshot.StaysBy(Company.Work);

    public DayClock Days { get; } = new(company.Work);

    /// <summary>The day a deal stands on by a time basis; null when it has none. Without a basis: when it closed or is expected to.</summary>
    public int? DayOf(Deal deal, TimeBasis? basis = null) => basis switch
    {
        TimeBasis.Created => Days.DayOf(deal.CreatedAt),
        TimeBasis.ExpectedClose => deal.CloseDate?.DayNumber,
        TimeBasis.StageLeft => (deal.Visits is [.., var before, { IsOpen: true }] ? before : deal.Visits.LastOrDefault()).ExitedAt is { } left
            ? Days.DayOf(left)
            : null,
        _ => deal.Status == DealStatus.Open ? deal.CloseDate?.DayNumber : deal.ClosedOn?.DayNumber,
    };

    /// <summary>The amount in the company's currency: closed deals at the rate of the day they closed, open ones at today's. Null without a rate.</summary>
    public decimal? Convert(Money amount, Deal deal) =>
        Company.Rates.Convert(amount, deal.ClosedOn ?? Today);
}
