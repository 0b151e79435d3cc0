using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Targets;

/// <summary>Counts the targets a question is about, whole and by row. Targets belong to people and days: they are filtered and split by these, day by day where a month cuts a quarter.</summary>
/// <param name="canBeCut">True when part of the days has part of the amount; else a target that is cut is left out, and said.</param>
internal sealed class TargetCount(Question question, PipelineView view, bool canBeCut)
{
    private readonly DimensionReader[] _readers = [.. question.Breakdown.Select(dimension => new DimensionReader(dimension, view, losses: false))];
    private readonly List<(DealFilter.In Filter, HashSet<string> Keys)> _ofTargets = [.. Filters(question).Where(filter => !filter.Dimension.IsTime).Select(Keyed)];
    private readonly List<(DimensionReader Reader, HashSet<string> Keys, bool Negated)> _ofDays =
        [.. Filters(question).Where(filter => filter.Dimension.IsTime).Select(filter => (new DimensionReader(filter.Dimension, view, losses: false), Keyed(filter).Keys, filter.Negated))];

    private readonly Dictionary<(string First, string Second), TargetTally> _rows = [];
    private int _firstDay = int.MaxValue;
    private int _lastDay = int.MinValue;

    public TargetTally Whole { get; } = new();

    /// <summary>Targets left out because the period, or a row, holds only some of their days.</summary>
    public int Cut { get; private set; }

    /// <summary>True when part of a target was counted.</summary>
    public bool HasParts { get; private set; }

    /// <summary>First and last day that something was counted for.</summary>
    public (int First, int Last) Days => (_firstDay, _lastDay);

    public void Add(TargetPiece piece, DayRange days, bool isCompared)
    {
        var (first, last) = (Math.Max(piece.First, days.First), Math.Min(piece.Last, days.Last));
        if (first > last || !_ofTargets.TrueForAll(test => test.Keys.Contains(KeyOf(test.Filter.Dimension, piece.Target)) != test.Filter.Negated))
        {
            return;
        }

        for (var start = first; start <= last;)
        {
            var end = RunFrom(start, last);
            if (IsAsked(start) && !Add(piece, start, end, isCompared))
            {
                Cut++;
                return;
            }

            start = end + 1;
        }
    }

    /// <returns>The rows in the order asked for, and how many there were before a top or bottom n cut them.</returns>
    public (IReadOnlyList<AnswerRow> Rows, int InAll) Rows()
    {
        var rows = _rows.Select(row => new AnswerRow([.. _readers.Select((reader, place) => reader.ValueOf(place == 0 ? row.Key.First : row.Key.Second))], row.Value.Value, row.Value.Compared, row.Value.Count)
        {
            Instead = row.Value.IsMixed ? "several categories" : null,
        }).ToList();
        return RowOrder.Of(rows, _readers, question.Ranking);
    }

    private static IEnumerable<DealFilter.In> Filters(Question question) => question.Filters.OfType<DealFilter.In>();

    private static (DealFilter.In Filter, HashSet<string> Keys) Keyed(DealFilter.In filter) =>
        (filter, filter.Values.Select(value => value.Key).ToHashSet(filter.Dimension == Dimension.ForecastCategory ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal));

    private bool Add(TargetPiece piece, int first, int last, bool isCompared)
    {
        var target = piece.Target;
        var isPart = first != target.First || last != target.Last;
        if (isPart && !canBeCut)
        {
            return false;
        }

        var amount = target.On(first, last);
        Whole.Add(target, amount, isCompared);
        if (_readers.Length > 0)
        {
            var key = (KeyOf(_readers[0], target, first), _readers.Length > 1 ? KeyOf(_readers[1], target, first) : "");
            if (!_rows.TryGetValue(key, out var row))
            {
                _rows[key] = row = new TargetTally();
            }

            row.Add(target, amount, isCompared);
        }

        if (!isCompared)
        {
            HasParts |= isPart;
            (_firstDay, _lastDay) = (Math.Min(_firstDay, first), Math.Max(_lastDay, last));
        }

        return true;
    }

    /// <summary>The last day in a row that stands where <paramref name="start"/> does.</summary>
    private int RunFrom(int start, int last)
    {
        if (_ofDays.Count == 0 && !Array.Exists(_readers, reader => reader.Dimension.IsTime))
        {
            return last;
        }

        var end = start;
        while (end < last && Array.TrueForAll(_readers, reader => !reader.Dimension.IsTime || reader.OrdinalOf(end + 1) == reader.OrdinalOf(start))
            && _ofDays.TrueForAll(test => test.Reader.OrdinalOf(end + 1) == test.Reader.OrdinalOf(start)))
        {
            end++;
        }

        return end;
    }

    private bool IsAsked(int day) => _ofDays.TrueForAll(test => test.Keys.Contains(test.Reader.KeyOf(test.Reader.OrdinalOf(day))) != test.Negated);

    private string KeyOf(DimensionReader reader, Target target, int day) =>
        reader.Dimension.IsTime ? reader.KeyOf(reader.OrdinalOf(day)) : KeyOf(reader.Dimension, target);

    private string KeyOf(Dimension dimension, Target target) => dimension switch
    {
        Dimension.Owner => target.Owner.Value,
        Dimension.Team => PersonOf(target)?.Team ?? "",
        Dimension.Manager => PersonOf(target)?.Manager?.Value ?? "",
        _ => target.Category,
    };

    private Person? PersonOf(Target target) => view.Snapshot.People.GetValueOrDefault(target.Owner);
}
