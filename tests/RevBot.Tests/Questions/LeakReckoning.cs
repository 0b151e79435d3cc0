using System.Globalization;
using System.Text.Json.Nodes;

namespace RevBot.Tests.Questions;

/// <summary>What is told of where deals break down, from plain rows: how many came to each stage in two periods, how far they got, how long they stayed, and what comes from the mix of segments.</summary>
internal sealed class LeakReckoning(DemoStore store, JsonNode answer)
{
    /// <summary>Typical stays are told to a sixteenth of a business day.</summary>
    private const double PerDay = 16;

    private static readonly string Stage = SqlWords.Column("stage", "", ofStays: true);

    private readonly ConversionReckoning _conversion = new(store, won: false, (int)answer["horizon"]!);
    private readonly string _filters = string.Join(" AND ", ["1 = 1", .. answer["filters"]!.AsArray().Select(filter => SqlWords.Filter((string)filter!, ofStays: true))]);

    private string After => Entered(answer["period"]!);

    private string Before => Entered(answer["compared"]!["period"]!);

    /// <summary>What differs between what was told and what is reckoned; empty where all is equal.</summary>
    public IEnumerable<string> Differences()
    {
        var (after, before, stays, staysBefore) = (_conversion.Of(Stage, After), _conversion.Of(Stage, Before), Stays(Stage, After), Stays(Stage, Before));
        foreach (var told in answer["stages"]!.AsArray())
        {
            var stage = (string)told!["stage"]!;
            var (now, then) = (after.GetValueOrDefault(stage), before.GetValueOrDefault(stage));
            var isComparable = now.Deals > 0 && then.Deals > 0;
            var isTimed = stays.GetValueOrDefault(stage) is not null && staysBefore.GetValueOrDefault(stage) is not null;
            var shift = Shift(stage);
            (string What, decimal? Reckoned)[] all =
            [
                ("entered", now.Deals),
                ("enteredBefore", then.Deals),
                ("conversion", isComparable ? now.Share : null),
                ("conversionBefore", isComparable ? then.Share : null),
                ("typicalStay", isTimed ? stays[stage] : null),
                ("typicalStayBefore", isTimed ? staysBefore[stage] : null),
                ("fromSegments", shift?.Rate),
                ("fromMix", shift?.Mix),
            ];
            foreach (var (what, reckoned) in all.Where(one => !IsEqual((decimal?)told[one.What], one.Reckoned)))
            {
                yield return $"{stage}: {what} is told as {told[what]} and reckoned as {reckoned}";
            }
        }

        foreach (var leak in answer["rows"]!.AsArray().Concat(answer["better"]!.AsArray()))
        {
            var (value, compared, atStake) = Reckon(leak!);
            if (!IsEqual((decimal?)leak!["value"], value) || !IsEqual((decimal?)leak["compared"], compared) || Math.Abs((decimal)leak["atStake"]! - atStake) > .01m)
            {
                yield return $"{leak.ToJsonString()} is reckoned as {value}, {compared} before and {atStake} at stake";
            }
        }
    }

    private static bool IsEqual(decimal? told, decimal? reckoned) => told is null == reckoned is null && Math.Abs((told ?? 0) - (reckoned ?? 0)) < 1e-9m;

    private (decimal? Value, decimal? Compared, decimal AtStake) Reckon(JsonNode leak)
    {
        var part = leak["segment"] is { } segment ? $" AND segment = '{segment}'" : leak["source"] is { } source ? $" AND source = '{source}'" : "";
        var stage = (string)leak["stage"]!;
        if ((string)leak["what"]! == "conversion")
        {
            var (now, then) = (_conversion.Of(Stage, After + part)[stage].Share, _conversion.Of(Stage, Before + part)[stage].Share);
            return (now, then, Worth("passage", $"{After}{part} AND {Stage} = '{stage}'") * Math.Abs(now - then));
        }

        var (stays, before) = (Stays(Stage, After + part)[stage], Stays(Stage, Before + part)[stage]);
        return (stays, before, Worth("stay", $"{_filters}{part} AND NOT ended AND {Stage} = '{stage}'") * Math.Max(0, 1 - (before!.Value / stays!.Value)));
    }

    private decimal Worth(string table, string where) => store.Rows($"SELECT coalesce(sum(amount_cents * rate), 0) FROM {table} WHERE {where}")[0][0] is long cents ? cents / 10_000m : 0;

    /// <summary>Kitagawa's two parts, over the segments that have a name.</summary>
    private (decimal Rate, decimal Mix)? Shift(string stage)
    {
        var (after, before) = (Segments(After), Segments(Before));
        var (all, were) = ((decimal)after.Values.Sum(one => one.Deals), (decimal)before.Values.Sum(one => one.Deals));
        var names = after.Keys.Union(before.Keys).ToList();
        if (names.Count < 2 || all == 0 || were == 0)
        {
            return null;
        }

        var (rate, mix) = (0m, 0m);
        foreach (var name in names)
        {
            var (now, then) = (after.GetValueOrDefault(name), before.GetValueOrDefault(name));
            var share = now.Deals > 0 ? now.Share : then.Share;
            var was = then.Deals > 0 ? then.Share : share;
            rate += ((now.Deals / all) + (then.Deals / were)) / 2 * (share - was);
            mix += ((now.Deals / all) - (then.Deals / were)) * (share + was) / 2;
        }

        return (rate, mix);

        Dictionary<string, (decimal Share, int Deals)> Segments(string where) => _conversion.Of("segment", $"{where} AND segment IS NOT NULL AND {Stage} = '{stage}'");
    }

    private Dictionary<string, decimal?> Stays(string label, string where) => store.Rows($"SELECT {label}, days, ended FROM stay WHERE {where}").GroupBy(row => (string)row[0]!).ToDictionary(
        group => group.Key,
        group => SqlReckoning.TypicalStay([.. group.Select(row => (ToSixteenth(Convert.ToDouble(row[1], CultureInfo.InvariantCulture)), (long)row[2]! == 1)).Order()]));

    private static double ToSixteenth(double days) => (Math.Floor(days * PerDay) + .5) / PerDay;

    private string Entered(JsonNode period) => $"{_filters} AND {SqlWords.Between("entered_on", (string?)period["start"], (string?)period["end"])}";
}
