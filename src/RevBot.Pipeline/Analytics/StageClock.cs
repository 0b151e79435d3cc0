using System.Collections.Frozen;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Analytics;

/// <summary>How long stays typically last, learned from history by stage and segment, and how unusual a running one is.</summary>
/// <remarks>
/// A limit is typical × exp(1.75 × spread), both estimated by Kaplan–Meier, small segments drawn towards their stage; and no stay is told that more than one in ten outlast.
/// A stage with under 5 exits, or a pipeline with under 30, has the company's default limit. A young stage (5 to 29 exits) has a limit between its own and the default one.
/// </remarks>
public sealed class StageClock
{
    private const double WatchZ = 1.5;
    private const double AlertZ = 1.75;
    private const double EscalateZ = 2.25;
    private const double MostOutlast = .10;
    private const int LeastExitsOfPipeline = 30;
    private const int LeastExitsOfStage = 5;
    private const int GrownExitsOfStage = 30;

    private readonly FrozenDictionary<StageId, StageTimes> _stages;
    private readonly SurvivalCurve _all;
    private readonly double _defaultLimit;

    private StageClock(FrozenDictionary<StageId, StageTimes> stages, SurvivalCurve all, double defaultLimit) =>
        (_stages, _all, _defaultLimit) = (stages, all, defaultLimit);

    /// <summary>Every stage and segment with enough history, with what is typical there.</summary>
    public IEnumerable<StageTypical> Typicals =>
        _stages.Values.Where(stage => stage.Spread is not null).SelectMany(stage => stage.Cells.Values);

    /// <param name="defaultLimit">Business days allowed where there is too little history.</param>
    public static StageClock Learn(ReadOnlySpan<Stay> stays, double defaultLimit)
    {
        var groups = new StayGroups();
        foreach (var stay in stays)
        {
            groups.Of(stay.Segment).Add(stay.Stage, stay.Days, stay.Ended);
        }

        return Learn(groups, defaultLimit);
    }

    /// <param name="defaultLimit">Business days allowed where there is too little history.</param>
    internal static StageClock Learn(StayGroups stays, double defaultLimit)
    {
        var drafts = stays.Curves().Select(stage => DraftOf(stage.Key, stage.ToDictionary(own => new Segment(own.Segment), own => own.Curve))).ToList();

        var all = SurvivalCurve.Merge([.. drafts.Select(draft => draft.Scaled)]);
        var spreadOfAll = all.Exits >= LeastExitsOfPipeline ? LogSpread(all) : null;
        var stages = drafts.ToFrozenDictionary(draft => draft.Stage, draft =>
        {
            var spread = spreadOfAll is { } pooled && draft.Scaled.Exits >= LeastExitsOfStage ? Shrunk(LogSpread(draft.Scaled) ?? pooled, draft.Scaled.Exits, pooled) : (double?)null;
            var cells = draft.Cells.ToFrozenDictionary(cell => new Segment(cell.Segment), cell => cell with { Spread = spread ?? 0 });
            return new StageTimes(draft.Visits, draft.Median, spread, draft.Scaled, cells);
        });
        return new StageClock(stages, all, defaultLimit);
    }

    /// <summary>Holds a running stay against history.</summary>
    /// <param name="age">Business days it has lasted.</param>
    public StayVerdict Judge(StageId stage, string? segment, double age)
    {
        if (!_stages.TryGetValue(stage, out var times) || times.Spread is not { } spread)
        {
            var visits = times?.Visits ?? 0;
            return new StayVerdict(age > _defaultLimit ? StallLevel.Alert : StallLevel.None, null, _defaultLimit, null, null, null, visits, true);
        }

        var typical = times.Cells.TryGetValue(new Segment(segment), out var cell) ? cell.Typical : times.Median;
        var stretch = Math.Exp(AlertZ * spread);
        var exits = times.Scaled.Exits;
        var limit = typical * stretch;
        if (exits < GrownExitsOfStage)
        {
            var own = exits / (exits + 5d);
            limit = Math.Exp((own * Math.Log(limit)) + ((1 - own) * Math.Log(_defaultLimit)));
        }

        // The limit is where z is 1.75, also where the default still has a say in it.
        var z = exits < GrownExitsOfStage
            ? AlertZ + (Math.Log(Math.Max(age, StayGroups.ShortestStay) / limit) / spread)
            : Math.Log(Math.Max(age, StayGroups.ShortestStay) / typical) / spread;
        var ratio = age / typical;
        var weight = exits / (exits + 50d);
        var longer = (weight * times.Scaled.At(ratio)) + ((1 - weight) * _all.At(ratio));
        var backing = (weight * exits) + ((1 - weight) * _all.Exits);
        var p = ((backing * longer) + 1) / (backing + 1);
        return new StayVerdict(LevelOf(z, p), typical, limit, longer, z, p, times.Visits, false);
    }

    private static StallLevel LevelOf(double z, double p) => z switch
    {
        _ when p > MostOutlast => StallLevel.None,
        >= EscalateZ => StallLevel.Escalate,
        >= AlertZ => StallLevel.Alert,
        >= WatchZ => StallLevel.Watch,
        _ => StallLevel.None,
    };

    /// <summary>Takes a stage's stays in multiples of what is typical for their segment. A stage that most deals have not left yet has no median and is left out.</summary>
    private static Draft DraftOf(StageId stage, Dictionary<Segment, SurvivalCurve> curves)
    {
        var own = SurvivalCurve.Merge([.. curves.Values]);
        if (own.Median is not { } median)
        {
            return new Draft(stage, own.Count, 0, SurvivalCurve.Merge([]), []);
        }

        var cells = curves.Select(pair => CellOf(stage, pair.Key, pair.Value, median)).ToList();
        return new Draft(stage, own.Count, median, SurvivalCurve.Merge([.. cells.Select(cell => curves[new Segment(cell.Segment)].In(cell.Typical))]), cells);
    }

    private static StageTypical CellOf(StageId stage, Segment segment, SurvivalCurve curve, double stageMedian)
    {
        var median = (curve.Exits >= 3 ? curve.Median : null) ?? stageMedian;
        var weight = curve.Exits / (curve.Exits + 8d);
        var typical = Math.Exp((weight * Math.Log(median)) + ((1 - weight) * Math.Log(stageMedian)));
        return new StageTypical(stage, segment.Name, curve.Count, curve.Exits, stageMedian, median, weight, typical, 0);
    }

    /// <summary>Robust spread of the logarithm: the distance of the quartiles in units of the normal one.</summary>
    private static double? LogSpread(SurvivalCurve curve) =>
        curve.Quantile(.75) is { } upper && curve.Quantile(.25) is { } lower ? (Math.Log(upper) - Math.Log(lower)) / 1.349 : null;

    private static double Shrunk(double own, int exits, double all) =>
        Math.Max(.15, Math.Sqrt(((exits * own * own) + (30 * all * all)) / (exits + 30)));

    /// <summary>A segment's name, or none, as a key.</summary>
    private readonly record struct Segment(string? Name);

    /// <summary>A stage before its spread is known.</summary>
    private sealed record Draft(StageId Stage, int Visits, double Median, SurvivalCurve Scaled, IReadOnlyList<StageTypical> Cells);

    /// <param name="Median">Of the whole stage; what a segment without history is measured by.</param>
    /// <param name="Spread">Null while there is too little history.</param>
    /// <param name="Scaled">Stays as multiples of what is typical for them.</param>
    private sealed record StageTimes(int Visits, double Median, double? Spread, SurvivalCurve Scaled, FrozenDictionary<Segment, StageTypical> Cells);
}
