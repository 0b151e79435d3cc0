using System.Runtime.InteropServices;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Metrics;

/// <summary>Tells what value of one dimension a deal has, and how people call it. Inside an evaluation values are numbers, so that many deals are grouped by small integers; one reader serves one question.</summary>
public sealed class DimensionReader
{
    private readonly PipelineView _view;
    private readonly TimeBucket? _bucket;
    private readonly DimensionColumns.Column? _column;
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _ordinalsByDay = [];
    private readonly List<string> _keys = [];
    private int[]? _ordinalsByStage;

    /// <param name="now">Decides the company's today.</param>
    public DimensionReader(Dimension dimension, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
        : this(dimension, new PipelineView(snapshot, company, now), columnar: false)
    {
    }

    internal DimensionReader(Dimension dimension, PipelineView view, bool columnar = true)
    {
        Dimension = dimension;
        _view = view;
        _bucket = TimeBucket.For(dimension, view.Company.Fiscal);

        // A stay has a stage of its own and a day is the metric's: the rest is a property of the deal alone.
        _column = columnar && _bucket is null && dimension != Dimension.Stage
            ? view.Snapshot.Columns.Of(dimension, deal => KeyOf(deal, dimension, view.Snapshot))
            : null;
    }

    public Dimension Dimension { get; }

    /// <summary>True when rows have an order of their own: time, and the stages of the process.</summary>
    internal bool IsOrdered => _bucket is not null || Dimension is Dimension.Stage or Dimension.StageGroup;

    internal DimensionValue this[int ordinal] => ValueOf(KeyOf(ordinal));

    /// <summary>The deal's value; the key is empty when it has none. Weeks to years go by the day it closed or is expected to, or by another basis.</summary>
    public DimensionValue ValueOf(Deal deal, TimeBasis? basis = null) => ValueOf(
        _bucket is null ? KeyOf(deal, Dimension, _view.Snapshot) ?? ""
        : _view.DayOf(deal, basis) is { } day ? _bucket.KeyOf(DateOnly.FromDayNumber(day))
        : "");

    internal static string? SegmentOf(Deal deal, PipelineSnapshot snapshot) => deal.Segment ?? snapshot.AccountOf(deal)?.Segment;

    internal static string? RegionOf(Deal deal, PipelineSnapshot snapshot) => deal.Region ?? snapshot.AccountOf(deal)?.Region;

    internal string KeyOf(int ordinal) => _column is null ? _keys[ordinal] : _column.Keys[ordinal];

    internal int OrdinalOf(in Observation observation)
    {
        if (_column is not null)
        {
            return _column.Ordinals[observation.Position];
        }

        if (_bucket is null)
        {
            return observation.VisitIndex >= 0 ? OrdinalOfStay(observation) : OrdinalOf(observation.StageCounted.Value);
        }

        if (observation.Day is not { } day)
        {
            return OrdinalOf("");
        }

        ref var ordinal = ref CollectionsMarshal.GetValueRefOrAddDefault(_ordinalsByDay, day, out var known);
        return known ? ordinal : ordinal = OrdinalOf(_bucket.KeyOf(DateOnly.FromDayNumber(day)));
    }

    private int OrdinalOfStay(in Observation observation)
    {
        var stays = _view.Stays;
        if (_ordinalsByStage is null)
        {
            _ordinalsByStage = new int[stays.StageKeys.Count];
            Array.Fill(_ordinalsByStage, -1);
        }

        ref var ordinal = ref _ordinalsByStage[stays.StageOf(observation.Position, observation.VisitIndex)];
        return ordinal >= 0 ? ordinal : ordinal = OrdinalOf(stays.StageKeys[stays.StageOf(observation.Position, observation.VisitIndex)]);
    }

    /// <summary>Order of two values of an ordered dimension; what the process does not know and "(none)" come last.</summary>
    internal int Compare(DimensionValue left, DimensionValue right)
    {
        var order = RankOf(left).CompareTo(RankOf(right));
        return order != 0 ? order : string.CompareOrdinal(left.Key, right.Key);
    }

    private static string? KeyOf(Deal deal, Dimension dimension, PipelineSnapshot snapshot) => dimension switch
    {
        Dimension.Owner => deal.Owner?.Value,
        Dimension.Team => snapshot.OwnerOf(deal)?.Team,
        Dimension.Manager => snapshot.OwnerOf(deal)?.Manager?.Value,
        Dimension.Stage => deal.Stage.Value,
        Dimension.StageGroup => deal.Status switch { DealStatus.Open => "open", DealStatus.Won => "won", _ => "lost" },
        Dimension.Source => deal.Source,
        Dimension.Segment => SegmentOf(deal, snapshot),
        Dimension.Region => RegionOf(deal, snapshot),
        Dimension.Industry => snapshot.AccountOf(deal)?.Industry,
        Dimension.Account => deal.Account?.Value,
        Dimension.Product => deal.Product,
        Dimension.DealType => deal.DealType,
        Dimension.ForecastCategory => deal.ForecastCategory,
        Dimension.LossReason => deal.LossReason,
        Dimension.Competitor => deal.Competitor,
        Dimension.Currency => deal.Amount?.Currency,
        _ => null,
    };

    private int RankOf(DimensionValue value) => (Dimension, value.Key) switch
    {
        (_, "") => int.MaxValue,
        (Dimension.Stage, var key) => _view.Company.Process.PositionOf(new StageId(key)) is >= 0 and var position ? position : int.MaxValue - 1,
        (Dimension.StageGroup, "open") => 0,
        (Dimension.StageGroup, "won") => 1,
        _ => 2,
    };

    private int OrdinalOf(string key)
    {
        ref var ordinal = ref CollectionsMarshal.GetValueRefOrAddDefault(_ordinals, key, out var known);
        if (!known)
        {
            ordinal = _keys.Count;
            _keys.Add(key);
        }

        return ordinal;
    }

    private DimensionValue ValueOf(string key) => key.Length == 0 ? new DimensionValue("", "(none)") : new DimensionValue(key, LabelOf(key));

    private string LabelOf(string key) => _bucket?.LabelOf(key) ?? Dimension switch
    {
        Dimension.Owner or Dimension.Manager => _view.Snapshot.People.GetValueOrDefault(new PersonId(key))?.Name ?? key,
        Dimension.Account => _view.Snapshot.Accounts.GetValueOrDefault(new AccountId(key))?.Name ?? key,
        Dimension.Stage => _view.Company.Process.Find(new StageId(key))?.Name ?? key,
        Dimension.StageGroup => key switch { "open" => "Open", "won" => "Won", _ => "Lost" },
        Dimension.LossReason => _view.Company.LossReasons.Find(key)?.Name ?? key,
        _ => key,
    };
}
