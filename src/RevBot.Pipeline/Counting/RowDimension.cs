using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Counting;

/// <summary>How the values of one dimension are called and ordered, whatever is counted.</summary>
internal class RowDimension(Dimension dimension, PipelineView view)
{
    public Dimension Dimension => dimension;

    /// <summary>True when rows have an order of their own: time, the stages of the process and of a lead's life.</summary>
    public bool IsOrdered => Bucket is not null || dimension is Dimension.Stage or Dimension.StageGroup or Dimension.Lifecycle;

    /// <summary>Null for a dimension that is no time.</summary>
    public TimeBucket? Bucket { get; } = TimeBucket.For(dimension, view.Company.Fiscal);

    protected PipelineView View => view;

    /// <summary>The value of a key, with its label; the key is empty for "none".</summary>
    public DimensionValue ValueOf(string key) => key.Length > 0 ? new DimensionValue(key, LabelOf(key)) : new DimensionValue("", "(none)");

    /// <summary>Order of two values of an ordered dimension; what the process does not know and "(none)" come last.</summary>
    public int Compare(DimensionValue left, DimensionValue right)
    {
        var order = RankOf(left).CompareTo(RankOf(right));
        return order != 0 ? order : string.CompareOrdinal(left.Key, right.Key);
    }

    private int RankOf(DimensionValue value) => (dimension, value.Key) switch
    {
        (_, "") => int.MaxValue,
        (Dimension.Stage, var key) => view.Company.Process.PositionOf(new StageId(key)) is >= 0 and var position ? position : int.MaxValue - 1,
        (Dimension.StageGroup, "open") => 0,
        (Dimension.StageGroup, "won") => 1,
        (Dimension.Lifecycle, var key) => (int?)Lifecycle.Find(key) ?? int.MaxValue - 1,
        _ => 2,
    };

    private string LabelOf(string key) => Bucket?.LabelOf(key) ?? dimension switch
    {
        Dimension.Owner or Dimension.Manager => view.Snapshot.People.GetValueOrDefault(new PersonId(key))?.Name ?? key,
        Dimension.Account => view.Snapshot.Accounts.GetValueOrDefault(new AccountId(key))?.Name ?? key,
        Dimension.Stage => view.Company.Process.Find(new StageId(key))?.Name ?? key,
        Dimension.StageGroup => key switch { "open" => "Open", "won" => "Won", _ => "Lost" },
        Dimension.LossReason => view.Company.LossReasons.Find(key)?.Name ?? key,
        _ => key,
    };
}
