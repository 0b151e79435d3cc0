using System.Globalization;

namespace RevBot.Tests.Questions;

/// <summary>What slipped out of a period and how often dates were pushed, from the events of each deal.</summary>
internal sealed class SlippageReckoning(DemoStore store, ExpectedQuestion question)
{
    private static readonly string[] Times = ["week", "month", "quarter", "year"];

    private readonly DealHistory _history = store.History;

    public List<Reckoned> Figures(IReadOnlyList<string> by)
    {
        var main = Of(by, question.From, question.To);
        var before = question.ComparedFrom is null ? [] : Of(by, question.ComparedFrom, question.ComparedTo);
        var nothing = question.Measure == "slippage.pushes" ? 0 : (decimal?)null;
        return [.. main.Keys.Union(before.Keys).Union(by.Count == 0 ? [""] : []).Select(label => new Reckoned(
            label,
            main.TryGetValue(label, out var now) ? now.Value : nothing,
            question.ComparedFrom is null ? null : before.TryGetValue(label, out var then) ? then.Value : nothing,
            now.Deals))];
    }

    public Dictionary<string, decimal?> Parts()
    {
        var (due, slipped) = DueIn(question.From, question.To).Aggregate((0, 0), (sum, deal) => (sum.Item1 + 1, sum.Item2 + (deal.Slipped ? 1 : 0)));
        return new() { ["Slipped"] = slipped, ["Due in the period"] = due };
    }

    private Dictionary<string, (decimal? Value, int Deals)> Of(IReadOnlyList<string> by, string? from, string? to)
    {
        if (question.Measure == "slippage.pushes")
        {
            return Pushes(by, from, to);
        }

        if (by.FirstOrDefault(Times.Contains) is not { } time)
        {
            return DueIn(from, to).GroupBy(deal => LabelOf(by, deal.Deal, "")).ToDictionary(group => group.Key, group => Value([.. group]));
        }

        // A row of a month is what the question would be answered for the month alone.
        var (first, last) = (Day(from ?? "2020-01-01"), Day(to ?? "2035-12-31"));
        var days = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);
        return days.GroupBy(day => TimeLabel.Of(time, day))
            .SelectMany(part => DueIn(Text(part.First()), Text(part.Last())).GroupBy(deal => LabelOf(by, deal.Deal, part.Key)))
            .ToDictionary(group => group.Key, group => Value([.. group]));
    }

    private (decimal? Value, int Deals) Value(List<(Known Deal, bool Slipped)> due)
    {
        if (question.Measure == "slippage.rate")
        {
            return ((decimal)due.Count(deal => deal.Slipped) / due.Count, due.Count);
        }

        var counted = due.Where(deal => deal is { Slipped: true, Deal.Worth: not null }).ToList();
        return (counted.Count == 0 ? null : counted.Sum(deal => deal.Deal.Worth), counted.Count);
    }

    /// <summary>Deals that had a date in the period while it lasted and they were open, and whether the date has left it since.</summary>
    private IEnumerable<(Known Deal, bool Slipped)> DueIn(string? from, string? to)
    {
        var (first, last) = (from is null ? DateOnly.MinValue : Day(from), to is null ? DateOnly.MaxValue : Day(to));
        var (start, end) = (from is null ? long.MinValue : DemoStore.StartOf(from), to is null ? long.MaxValue : DemoStore.EndOf(to));
        foreach (var deal in Deals())
        {
            var states = _history.Of(deal.Position);
            var isDue = false;
            for (var place = 0; place < states.Count && !isDue; place++)
            {
                var until = place + 1 < states.Count ? states[place + 1].At : long.MaxValue;
                isDue = states[place] is { IsOpen: true, CloseDate: { } date } && date >= first && date <= last && until > start && states[place].At < end;
            }

            if (isDue)
            {
                yield return (deal, states[^1].CloseDate is not { } final || final > last);
            }
        }
    }

    private Dictionary<string, (decimal? Value, int Deals)> Pushes(IReadOnlyList<string> by, string? from, string? to) => Deals()
        .SelectMany(deal => _history.Of(deal.Position)
            .Where(state => state.PushedFrom < state.CloseDate)
            .Select(state => (Deal: deal, Day: DemoStore.DayOf(state.At)))
            .Where(push => (from is null || push.Day >= Day(from)) && (to is null || push.Day <= Day(to))))
        .GroupBy(push => LabelOf(by, push.Deal, by.FirstOrDefault(Times.Contains) is { } time ? TimeLabel.Of(time, push.Day) : ""))
        .ToDictionary(group => group.Key, group => ((decimal?)group.Count(), group.Select(push => push.Deal.Position).Distinct().Count()));

    private List<Known> Deals()
    {
        var labels = string.Concat(question.By.Where(dimension => !Times.Contains(dimension)).Select(dimension => $", coalesce({SqlWords.Column(dimension, "close_date", ofStays: false)}, '(none)')"));
        return [.. store.Rows($"SELECT position, amount_cents * rate{labels} FROM rated WHERE {new SqlReckoning(store, question).Filters()}")
            .Select(row => new Known((long)row[0]!, row[1] is long cents ? cents / 10_000m : null, [.. row.Skip(2).Select(label => (string)label!)]))];
    }

    /// <summary>Labels stand in the order of the question's dimensions; time has the one it is given.</summary>
    private string LabelOf(IReadOnlyList<string> by, Known deal, string time)
    {
        var place = 0;
        return by.Count == 0 ? "" : string.Join(" · ", question.By.Select(dimension => Times.Contains(dimension) ? time : deal.Labels[place++]));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Known(long Position, decimal? Worth, IReadOnlyList<string> Labels);
}
