using System.Globalization;
using System.Text.Json.Nodes;

namespace RevBot.Tests.Questions;

/// <summary>A bridge of the pipeline from the events of each deal: what it was worth at either end, and why that is not the same.</summary>
internal sealed class BridgeReckoning(DemoStore store, JsonNode answer)
{
    private const string Today = "2026-11-20";

    private readonly DateOnly? _first = Day(answer["window"]?["start"]);
    private readonly DateOnly? _last = Day(answer["window"]?["end"]);

    /// <summary>By step: what it comes to and how many deals it holds; ends are steps too.</summary>
    public Dictionary<string, (decimal Value, int Deals)> Steps()
    {
        var (start, end) = ((string)answer["period"]!["start"]!, (string)answer["period"]!["end"]!);
        var (from, to) = (DemoStore.StartOf(start), end == Today ? long.Parse(SqlTables.Now, CultureInfo.InvariantCulture) : DemoStore.EndOf(end));
        var filters = answer["filters"]!.AsArray().Select(filter => SqlWords.Filter((string)filter!, ofStays: false));
        var steps = new Dictionary<string, (decimal Value, int Deals)>();
        void Add(string step, decimal value) => steps[step] = (steps.GetValueOrDefault(step).Value + value, steps.GetValueOrDefault(step).Deals + 1);
        var rateDay = DemoStore.DayOf(to);
        foreach (var row in store.Rows($"SELECT position FROM rated WHERE {string.Join(" AND ", ["1 = 1", .. filters])}"))
        {
            var (before, after) = (store.History.At((long)row[0]!, from), store.History.At((long)row[0]!, to));
            var (was, stands) = (Worth(before, rateDay), Worth(after, rateDay));
            if (was is { } opening)
            {
                Add("opening", opening);
            }

            if (stands is { } closing)
            {
                Add("closing", closing);
            }

            if (was != stands)
            {
                Add(WhyNot(before, after, was, stands), (stands ?? 0) - (was ?? 0));
            }
        }

        return steps;
    }

    private string WhyNot(DealHistory.State? before, DealHistory.State? after, decimal? was, decimal? stands) =>
        IsIn(before) && IsIn(after) ? (stands ?? 0) > (was ?? 0) ? "upsized" : "downsized"
        : stands is not null ? before is { IsOpen: true } ? "pulled_in" : "created"
        : after is { IsOpen: false, Status: var how } ? how : "pushed";

    private bool IsIn(DealHistory.State? state) => state is { IsOpen: true } && (_first is null || (state.CloseDate >= _first && state.CloseDate <= _last));

    private decimal? Worth(DealHistory.State? state, DateOnly day) => !IsIn(state) || state!.Cents is not { } cents ? null : cents / 100m * (state.Currency, day.Year >= 2026) switch
    {
        ("EUR", true) => 1.10m,
        ("EUR", false) => 1.08m,
        ("GBP", true) => 1.29m,
        ("GBP", false) => 1.26m,
        _ => 1m,
    };

    private static DateOnly? Day(JsonNode? day) => day is null ? null : DateOnly.Parse((string)day!, CultureInfo.InvariantCulture);
}
