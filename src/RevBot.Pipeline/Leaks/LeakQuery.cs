using System.Collections.Immutable;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Leaks;

/// <summary>Asks where deals break down: every stage, and in it every segment and source, is held against its own past.</summary>
public sealed record LeakQuery
{
    /// <summary>They mean what they mean in a <see cref="Question"/>.</summary>
    public ImmutableArray<DealFilter> Filters { get; init; } = [];

    /// <summary>Deals that entered a stage on these days …</summary>
    public required Period Period { get; init; }

    /// <summary>… are held against those that did on these.</summary>
    public required Period Before { get; init; }

    /// <summary>Pure: the same arguments give the same report.</summary>
    public LeakReport Run(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now) => new LeakSurvey(this, new PipelineView(snapshot, company, now)).Report();
}
