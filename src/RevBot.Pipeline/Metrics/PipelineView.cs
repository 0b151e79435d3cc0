using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Metrics;

/// <summary>A snapshot seen through the company's definitions at one moment: what every part of one evaluation shares.</summary>
internal sealed class PipelineView(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
{
    public PipelineSnapshot Snapshot { get; } = snapshot;

    public CompanyProfile Company { get; } = company;

    public DateTimeOffset Now { get; } = now;

    public DateOnly Today { get; } = company.Work.DateAt(now);

    public DayClock Days { get; } = new(company.Work);
}
