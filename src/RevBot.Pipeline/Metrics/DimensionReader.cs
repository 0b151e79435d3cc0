using System.Runtime.InteropServices;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Metrics;

/// <summary>Tells what value of one dimension a deal has, and how people call it. Values are numbered as they are met, so that many deals are grouped by small integers; one reader serves one question.</summary>
public sealed class DimensionReader
{
    private static readonly DimensionValue None = new("", "(none)");

    private readonly PipelineView _view;
    private readonly TimeBucket? _bucket;
    private readonly KeyReader _read;
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _ordinalsByDay = [];
    private readonly List<DimensionValue> _values = [];
    private string? _lastKey;
    private int _lastOrdinal;

    /// <param name="now">Decides the company's today.</param>
    public DimensionReader(Dimension dimension, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
        : this(dimension, new PipelineView(snapshot, company, now))
    {
    }

    internal DimensionReader(Dimension dimension, PipelineView view)
    {
        Dimension = dimension;
        _view = view;
        _bucket = TimeBucket.For(dimension, view.Company.Fiscal);
        _read = ReaderOf(dimension);
    }

    private delegate string? KeyReader(in Observation observation);

    public Dimension Dimension { get; }

    /// <summary>True when rows have an order of their own: time, and the stages of the process.</summary>
    internal bool IsOrdered => _bucket is not null || Dimension is Dimension.Stage or Dimension.StageGroup;

    internal DimensionValue this[int ordinal] => _values[ordinal];

    /// <summary>The deal's value; the key is empty when it has none. Weeks to years go by the day it closed or is expected to, or by another basis.</summary>
    public DimensionValue ValueOf(Deal deal, TimeBasis? basis = null) =>
        this[OrdinalOf(new Observation(_view, deal, _bucket is null ? null : _view.DayOf(deal, basis)))];

    internal static string? SegmentOf(in Observation observation) =>
        observation.Deal.Segment ?? observation.View.Snapshot.AccountOf(observation.Deal)?.Segment;

    internal static string? RegionOf(in Observation observation) =>
        observation.Deal.Region ?? observation.View.Snapshot.AccountOf(observation.Deal)?.Region;

    internal int OrdinalOf(in Observation observation)
    {
        if (_bucket is null)
        {
            return OrdinalOf(_read(observation) ?? "");
        }

        if (observation.Day is not { } day)
        {
            return OrdinalOf("");
        }

        ref var ordinal = ref CollectionsMarshal.GetValueRefOrAddDefault(_ordinalsByDay, day, out var known);
        if (!known)
        {
            ordinal = OrdinalOf(_bucket.KeyOf(DateOnly.FromDayNumber(day)));
        }

        return ordinal;
    }

    /// <summary>Order of two values of an ordered dimension; "(none)" and what the process does not know come last.</summary>
    internal int Compare(DimensionValue left, DimensionValue right)
    {
        var order = RankOf(left).CompareTo(RankOf(right));
        return order != 0 ? order : string.CompareOrdinal(left.Key, right.Key);
    }

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
        if (ReferenceEquals(key, _lastKey))
        {
            return _lastOrdinal;
        }

        ref var ordinal = ref CollectionsMarshal.GetValueRefOrAddDefault(_ordinals, key, out var known);
        if (!known)
        {
            ordinal = _values.Count;
            _values.Add(key.Length == 0 ? None : new DimensionValue(key, LabelOf(key)));
        }

        (_lastKey, _lastOrdinal) = (key, ordinal);
        return ordinal;
    }

    private static KeyReader ReaderOf(Dimension dimension) => dimension switch
    {
        Dimension.Owner => static (in o) => o.Deal.Owner?.Value,
        Dimension.Team => static (in o) => o.View.Snapshot.OwnerOf(o.Deal)?.Team,
        Dimension.Manager => static (in o) => o.View.Snapshot.OwnerOf(o.Deal)?.Manager?.Value,
        Dimension.Stage => static (in o) => o.StageId.Value,
        Dimension.StageGroup => static (in o) => o.Deal.Status switch { DealStatus.Open => "open", DealStatus.Won => "won", _ => "lost" },
        Dimension.Source => static (in o) => o.Deal.Source,
        Dimension.Segment => SegmentOf,
        Dimension.Region => RegionOf,
        Dimension.Industry => static (in o) => o.View.Snapshot.AccountOf(o.Deal)?.Industry,
        Dimension.Account => static (in o) => o.Deal.Account?.Value,
        Dimension.Product => static (in o) => o.Deal.Product,
        Dimension.DealType => static (in o) => o.Deal.DealType,
        Dimension.ForecastCategory => static (in o) => o.Deal.ForecastCategory,
        Dimension.LossReason => static (in o) => o.Deal.LossReason,
        Dimension.Competitor => static (in o) => o.Deal.Competitor,
        Dimension.Currency => static (in o) => o.Deal.Amount?.Currency,
        _ => static (in _) => null,
    };

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
