using System.Globalization;
using RevBot.Pipeline.Analytics;

namespace RevBot.Tests.Questions;

/// <summary>A forecast played slowly over plain rows: stays, ages and past stretches by SQL and day by day, chance drawn one number at a time from the same seed. Of the bot only the odds by stage and age take part, which have tests of their own.</summary>
internal sealed class ForecastReckoning(DemoStore store, ExpectedQuestion question)
{
    private const int Runs = 400;
    private const string Morning = "1795150800000";

    private static readonly string[] Stages = ["qualification", "discovery", "proposal", "negotiation"];
    private static readonly DateOnly Today = new(2026, 11, 20);

    private readonly DateOnly _first = DateOnly.Parse(question.From!, CultureInfo.InvariantCulture);
    private readonly DateOnly _last = DateOnly.Parse(question.To!, CultureInfo.InvariantCulture);
    private readonly Dictionary<string, byte> _segments = new(StringComparer.Ordinal);

    private int Lead => Math.Max(0, _first.DayNumber - Today.DayNumber);

    private int Length => _last.DayNumber - Today.DayNumber + 1;

    public List<Reckoned> Figures(IReadOnlyList<string> by)
    {
        var pace = Learn();
        var (until, before) = (WinOdds.Within(pace, BusinessDaysTo(_last.AddDays(1))), Lead > 0 ? WinOdds.Within(pace, BusinessDaysTo(_first)) : null);
        var label = by.Count == 0 ? "''" : string.Join(" || ' · ' || ", by.Select(dimension => $"coalesce({SqlWords.Column(dimension, "", ofStays: false)}, '(none)')"));
        var where = string.Join(" AND ", ["amount_cents IS NOT NULL", .. question.Filters.Select(filter => SqlWords.Filter(filter, ofStays: false))]);
        var open = store.Rows($"SELECT {label}, stage, segment, business_days(in_stage_since, {Morning}) - {SqlTables.Paused("position", "in_stage_since", Morning)}, amount_cents * rate / 10000.0, paused_until FROM rated WHERE status = 'open' AND coalesce(paused_until, '') <= '{question.To}' AND {where} ORDER BY position").ToLookup(row => (string)row[0]!);
        var won = store.Rows($"SELECT {label}, created_on, closed_on, amount_cents * rate / 10000.0 FROM rated WHERE status = 'won' AND {where}")
            .Select(row => (Label: (string)row[0]!, Created: Day(row[1]), Won: Day(row[2]), Amount: Convert.ToDouble(row[3], CultureInfo.InvariantCulture))).ToLookup(deal => deal.Label);
        var figures = new List<Reckoned>();
        foreach (var group in open.Select(group => group.Key).Union(won.Select(group => group.Key)))
        {
            var likely = open[group].Select(row => (Odds: row[5] is string review ? OddsFrom(row, Day(review), pace) : OddsOf(row, until, before), Amount: Convert.ToDouble(row[4], CultureInfo.InvariantCulture))).ToList();
            var now = won[group].Where(deal => deal.Won >= _first && deal.Won <= _last).ToList();
            var past = won[group].Where(deal => deal.Won < Today && deal.Won.DayNumber > Today.DayNumber - 400 - Length).ToList();
            var value = likely.Count + past.Count < 10 ? (decimal?)null : Math.Round((decimal)Play(likely, now.Sum(deal => deal.Amount), Stretches([.. past.Select(deal => (deal.Created, deal.Won, deal.Amount))])), 2, MidpointRounding.AwayFromZero);
            if (likely.Count + now.Count + past.Count > 0)
            {
                figures.Add(new Reckoned(group, value, null, likely.Count + now.Count));
            }
        }

        return figures;
    }

    private static DateOnly Day(object? text) => DateOnly.Parse((string)text!, CultureInfo.InvariantCulture);

    private double OddsOf(object?[] row, WinOdds until, WinOdds? before)
    {
        var (stage, segment, age) = (Array.IndexOf(Stages, (string)row[1]!), SegmentOf(row[2]), Convert.ToDouble(row[3], CultureInfo.InvariantCulture));
        return Math.Max(0, until.Of(stage, segment, age) - (before?.Of(stage, segment, age) ?? 0));
    }

    /// <summary>Of a paused deal, which can be won from its review date on.</summary>
    private double OddsFrom(object?[] row, DateOnly review, PipelinePace pace)
    {
        var gone = BusinessDaysTo(review);
        return OddsOf(row, WinOdds.Within(pace, BusinessDaysTo(_last.AddDays(1)) - gone), _first > review ? WinOdds.Within(pace, BusinessDaysTo(_first) - gone) : null);
    }

    private byte SegmentOf(object? segment)
    {
        var name = segment as string ?? "";
        if (!_segments.TryGetValue(name, out var number))
        {
            _segments[name] = number = (byte)_segments.Count;
        }

        return number;
    }

    private double BusinessDaysTo(DateOnly day) =>
        Convert.ToDouble(store.Rows($"SELECT business_days({Morning}, {new DateTimeOffset(day.ToDateTime(new TimeOnly(day.Month is 3 or 4 && day > new DateOnly(day.Year, 3, 13) ? 4 : 5, 0)), TimeSpan.Zero).ToUnixTimeMilliseconds()})")[0][0], CultureInfo.InvariantCulture);

    /// <summary>Stays entered within a year before the morning, as they looked then.</summary>
    private PipelinePace Learn()
    {
        var rows = store.Rows($"""
            SELECT v.stage, rated.segment, business_days(v.entered_at, min(coalesce(v.exited_at, {Morning}), {Morning})) - {SqlTables.Paused("v.deal", "v.entered_at", $"min(coalesce(v.exited_at, {Morning}), {Morning})")}, coalesce(v.exited_at, {Morning}) < {Morning}, v.exit_kind, next.stage
            FROM visits v JOIN rated ON rated.position = v.deal LEFT JOIN visits next ON next.deal = v.deal AND next.number = v.number + 1
            WHERE v.entered_at < {Morning} AND company_day(v.entered_at) >= '2025-11-20'
            """);
        return PipelinePace.Learn(
            [.. rows.Select(row => (sbyte)Array.IndexOf(Stages, (string)row[0]!))],
            [.. rows.Select(row => SegmentOf(row[1]))],
            [.. rows.Select(row => Convert.ToDouble(row[2], CultureInfo.InvariantCulture))],
            [.. rows.Select(row => (long)row[3]! == 0 ? Destination.Running : (long)row[4]! switch { 3 => Destination.Won, 4 => Destination.Lost, _ => (sbyte)Array.IndexOf(Stages, (string)row[5]!) })],
            Stages.Length,
            32);
    }

    private List<double> Stretches(List<(DateOnly Created, DateOnly Won, double Amount)> won)
    {
        var since = Math.Max(Day(store.Rows("SELECT min(created_on) FROM rated")[0][0]).DayNumber, Today.DayNumber - 400);
        var values = new List<double>();
        for (var begin = Today.DayNumber - Length; begin >= since; begin -= 7)
        {
            values.Add(won.Where(deal => deal.Created.DayNumber >= begin && deal.Won.DayNumber >= begin + Lead && deal.Won.DayNumber < begin + Length).Sum(deal => deal.Amount));
        }

        return values;
    }

    private static double Play(List<(double Odds, double Amount)> open, double won, List<double> stretches)
    {
        var totals = new double[Runs];
        var chance = new SlowChance("Brightwater Systems (demo)", DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(Morning, CultureInfo.InvariantCulture)));
        foreach (var (odds, amount) in open)
        {
            for (var run = 0; odds > 1e-9 && amount != 0 && run < Runs; run++)
            {
                totals[run] += chance.Next(run % 4) < odds ? amount : 0;
            }
        }

        for (var run = 0; run < Runs; run++)
        {
            totals[run] += won + (stretches.Count == 0 ? 0 : stretches[run * stretches.Count / Runs]);
        }

        // Drawn away from the middle by 1.15, the middle stays where it is unless that is what is won already.
        var sorted = totals.Order().ToArray();
        return Math.Max(won, (sorted[199] + sorted[200]) / 2);
    }

    /// <summary>xoshiro256+ in four lanes, one number at a time.</summary>
    private sealed class SlowChance
    {
        private readonly ulong[][] _state = [new ulong[4], new ulong[4], new ulong[4], new ulong[4]];

        public SlowChance(string name, DateTimeOffset asOf)
        {
            var seed = name.Aggregate(14695981039346656037UL, (hash, letter) => unchecked((hash ^ letter) * 1099511628211UL)) ^ (ulong)asOf.UtcTicks;
            seed = Mix(ref seed);
            for (var word = 0; word < 4; word++)
            {
                for (var lane = 0; lane < 4; lane++)
                {
                    _state[lane][word] = Mix(ref seed);
                }
            }
        }

        /// <summary>0 up to 1.</summary>
        public double Next(int lane)
        {
            var state = _state[lane];
            var (result, shifted) = (unchecked(state[0] + state[3]), state[1] << 17);
            state[2] ^= state[0];
            state[3] ^= state[1];
            state[1] ^= state[2];
            state[0] ^= state[3];
            state[2] ^= shifted;
            state[3] = ulong.RotateLeft(state[3], 45);
            return (result >> 12) * (1.0 / (1UL << 52));
        }

        private static ulong Mix(ref ulong seed)
        {
            var mixed = seed = unchecked(seed + 0x9E3779B97F4A7C15UL);
            mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL);
            mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL);
            return mixed ^ (mixed >> 31);
        }
    }
}
