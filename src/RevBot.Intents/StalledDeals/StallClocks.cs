using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;

namespace RevBot.Intents.StalledDeals;

/// <summary>Keeps what is typical for an hour, so that checking one deal again (at every send, at every click) does not read the whole history again. A singleton.</summary>
public sealed class StallClocks
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    private Learnt? _learnt;

    public StageClock For(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        var learnt = Volatile.Read(ref _learnt);
        if (learnt is null || !ReferenceEquals(learnt.Company, company) || (now - learnt.At).Duration() > Fresh)
        {
            learnt = new Learnt(StallDetector.Learn(snapshot, company, now), company, now);
            Volatile.Write(ref _learnt, learnt);
        }

        return learnt.Clock;
    }

    /// <summary>Keeps the clock of a report just made.</summary>
    public void Keep(StallReport report, CompanyProfile company) => Volatile.Write(ref _learnt, new Learnt(report.Clock, company, report.AsOf));

    private sealed record Learnt(StageClock Clock, CompanyProfile Company, DateTimeOffset At);
}
