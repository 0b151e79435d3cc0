using System.Globalization;
using System.Text.Json.Nodes;

namespace RevBot.Tests.Questions;

/// <summary>How every deal stood after each of its events, read from the events alone.</summary>
internal sealed class DealHistory
{
    private static readonly string[] Telling = ["created", "amount_changed", "close_date_changed", "won", "lost", "reopened"];

    private readonly Dictionary<long, List<State>> _byDeal = [];

    public DealHistory(DemoStore store)
    {
        foreach (var row in store.Rows($"SELECT deal, at, kind, payload FROM events WHERE kind IN ({string.Join(", ", Telling.Select(kind => $"'{kind}'"))}) ORDER BY deal, seq"))
        {
            var (deal, kind, payload) = ((long)row[0]!, (string)row[2]!, JsonNode.Parse((string)row[3]!)!);
            var states = _byDeal.TryGetValue(deal, out var known) ? known : _byDeal[deal] = [];
            var before = states.Count == 0 ? new State(0, "open", null, null, null, null) : states[^1];
            var after = before with { At = (long)row[1]!, PushedFrom = null };
            states.Add(kind switch
            {
                "created" => after with { Cents = Cents(payload["amount"]), Currency = (string?)payload["amount"]?["currency"], CloseDate = Day(payload["closeDate"]) },
                "amount_changed" => after with { Cents = Cents(payload["toAmount"]), Currency = (string?)payload["toAmount"]?["currency"] },
                "close_date_changed" => after with { CloseDate = Day(payload["toDate"]), PushedFrom = Day(payload["fromDate"]) },
                "reopened" => after with { Status = "open", CloseDate = Day(payload["closeDate"]) ?? before.CloseDate },
                _ => after with { Status = kind, CloseDate = Day(payload["closeDate"]) },
            });
        }
    }

    /// <summary>One after the other.</summary>
    public IReadOnlyList<State> Of(long deal) => _byDeal[deal];

    /// <summary>Null before it was created.</summary>
    public State? At(long deal, long moment) => _byDeal[deal].LastOrDefault(state => state.At <= moment);

    private static long? Cents(JsonNode? amount) => amount is null ? null : (long)((decimal)amount["amount"]! * 100);

    private static DateOnly? Day(JsonNode? day) => day is null ? null : DateOnly.Parse((string)day!, CultureInfo.InvariantCulture);

    /// <param name="PushedFrom">The close date before, when it was changed by this event alone.</param>
    internal sealed record State(long At, string Status, long? Cents, string? Currency, DateOnly? CloseDate, DateOnly? PushedFrom)
    {
        public bool IsOpen => Status == "open";
    }
}
