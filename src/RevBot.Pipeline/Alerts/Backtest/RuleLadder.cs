using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;

namespace RevBot.Pipeline.Alerts.Backtest;

/// <summary>The rules of a kind as a company has them, and the same at other thresholds beside it.</summary>
internal static class RuleLadder
{
    /// <summary>Thresholds beside the company's own.</summary>
    private const int Around = 2;

    /// <summary>What others ship for deals that sit.</summary>
    private const decimal FixedDays = 14;

    private static readonly decimal[] Multiples = [.5m, .75m, 1.5m, 2];

    /// <summary>The loudest first, each once.</summary>
    /// <param name="asked">One more threshold; null for none.</param>
    /// <param name="large">From which amount on a deal is large as learned; null where it could not be.</param>
    public static IReadOnlyList<Rung> Of(AlertKind kind, CompanyProfile company, decimal? asked, decimal? large)
    {
        var own = InUse(kind, company);
        var rungs = new List<Rung> { new(own, true, false) };
        var first = own.First(rule => rule.When != AlertTiming.Off);
        if (asked is { } threshold)
        {
            rungs.Add(new Rung(At(own, first with { Threshold = threshold, Stretch = 1 }), false, true));
        }

        rungs.AddRange(Steps(first, large).Select(step => new Rung(At(own, step), false, false)));
        return [.. Once(rungs).OrderBy(rung => IsLearned(rung, kind) ? 0 : 1).ThenBy(rung => Loudness(rung, large))];
    }

    /// <summary>The company's rules of a kind with those of a rung in their place.</summary>
    public static CompanyProfile With(CompanyProfile company, Rung rung) => company with
    {
        Alerts = company.Alerts with { Rules = [.. company.Alerts.Rules.Where(rule => rule.Kind != rung.Rules[0].Kind), .. rung.Rules] },
    };

    /// <summary>Where none is on, all are tested as if they were; what only some deals are left out of stays left out.</summary>
    private static AlertRule[] InUse(AlertKind kind, CompanyProfile company) =>
        [.. company.Alerts.RulesOf(kind).Select(rule => company.Alerts.Tells(kind) ? rule : rule with { When = AlertTiming.Digest })];

    private static IEnumerable<AlertRule> Steps(AlertRule first, decimal? large)
    {
        switch (first.Kind)
        {
            case AlertKind.StalledDeal:
                return [.. (first with { Threshold = null, Stretch = 1 }).Ladder(), first with { Threshold = FixedDays, Stretch = 1 }];
            case AlertKind.LargeWin or AlertKind.LargeLoss:
                return (first.Threshold ?? large) is { } reference ? Multiples.Select(multiple => first with { Threshold = Round(reference * multiple) }) : [];
            default:
                var ladder = first.Ladder();
                var below = ladder.Where(step => step.Threshold < first.Threshold).ToList();
                return [.. below.TakeLast(Around), .. ladder.Skip(below.Count).Where(step => step.Threshold > first.Threshold).Take((2 * Around) - Math.Min(Around, below.Count))];
        }
    }

    /// <summary>All of them at the threshold of one.</summary>
    private static AlertRule[] At(AlertRule[] own, AlertRule step) =>
        [.. own.Select(rule => rule.When == AlertTiming.Off ? rule : rule with { Threshold = step.Threshold, Stretch = step.Stretch })];

    private static List<Rung> Once(List<Rung> rungs)
    {
        var once = new List<Rung>();
        foreach (var rung in rungs)
        {
            var same = once.FindIndex(other => other.Rules.SequenceEqual(rung.Rules));
            if (same < 0)
            {
                once.Add(rung);
            }
            else
            {
                once[same] = once[same] with { IsAsked = once[same].IsAsked || rung.IsAsked };
            }
        }

        return once;
    }

    private static bool IsLearned(Rung rung, AlertKind kind) => kind == AlertKind.StalledDeal && rung.Rules.Any(rule => rule is { When: not AlertTiming.Off, Threshold: null });

    private static decimal Loudness(Rung rung, decimal? large) =>
        rung.Rules.Where(rule => rule.When != AlertTiming.Off).Min(rule => rule.Threshold ?? (rule.Kind == AlertKind.StalledDeal ? rule.Stretch : large ?? 0));

    /// <summary>To two digits: 187,400 is 190,000.</summary>
    private static decimal Round(decimal amount)
    {
        var unit = 1m;
        while (amount / unit >= 100)
        {
            unit *= 10;
        }

        return Math.Max(1, Math.Round(amount / unit, MidpointRounding.AwayFromZero) * unit);
    }

    /// <param name="Rules">Of one kind, at least one of them on.</param>
    internal sealed record Rung(IReadOnlyList<AlertRule> Rules, bool IsInUse, bool IsAsked);
}
