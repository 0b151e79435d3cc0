using System.Globalization;
using System.Text.RegularExpressions;

namespace RevBot.Tests.Questions;

/// <summary>The words of <c>questions.jsonl</c> as SQL: measures, dates, filters and breakdowns over one row a deal (or a stay).</summary>
internal static partial class SqlWords
{
    private static readonly string[] Dimensions =
        ["owner", "team", "manager", "stage", "status", "source", "segment", "region", "industry", "account", "product", "deal type", "forecast category", "loss reason", "competitor", "currency"];

    private static readonly string[] Fields = ["owner", "account", "close_date", "source", "type", "segment", "region", "product", "forecast_category", "next_step", "next_step_date", "competitor", "loss_reason"];

    /// <summary>Which deals a measure is about, and the date its period applies to.</summary>
    public static (string Population, string Date) Of(string measure) => measure switch
    {
        "pipeline.weighted_amount" => ("status = 'open' AND paused_until IS NULL", "close_date"),
        "pipeline.open_amount" or "pipeline.open_count" or "deals.average_open" or "aging.median" or "hygiene.score" => ("status = 'open'", "close_date"),
        "bookings.won_amount" or "bookings.won_count" or "deals.average_won" or "sales_cycle.median" or "sales_cycle.mean" or "sales_cycle.p90" => ("status = 'won'", "closed_on"),
        "losses.lost_amount" or "losses.lost_count" => ("status = 'lost'", "closed_on"),
        "win_rate.count" or "win_rate.value" => ("status <> 'open'", "closed_on"),
        "pipeline.created_amount" or "pipeline.created_count" => ("1 = 1", "created_on"),
        "time_in_stage.typical" => ("1 = 1", "left_on"),
        "time_in_stage.completed" => ("ended", "left_on"),
        "slippage.rate" or "slippage.amount" or "slippage.pushes" => ("1 = 1", "close_date"),
        "conversion.next_stage" or "conversion.to_won" => ("1 = 1", "entered_on"),
        _ => throw new ArgumentException($"No SQL is known for {measure}."),
    };

    public static bool CountsMoney(string measure) => measure.EndsWith("_amount", StringComparison.Ordinal) || measure is "deals.average_won" or "deals.average_open" or "win_rate.value";

    public static string Between(string date, string? from, string? to) =>
        $"{(from is null ? "1 = 1" : $"{date} >= '{from}'")} AND {(to is null ? "1 = 1" : $"{date} <= '{to}'")}";

    /// <param name="ofLosses">True when lost deals are asked for, which stand at the stage they were lost from.</param>
    public static string Filter(string words, bool ofStays, bool ofLosses = false)
    {
        foreach (var dimension in Dimensions.Where(dimension => words.StartsWith(dimension + " ", StringComparison.Ordinal)))
        {
            var values = words[(dimension.Length + 1)..];
            var negated = values.StartsWith("not ", StringComparison.Ordinal);
            var list = string.Join(", ", (negated ? values[4..] : values).Split(" or ").Select(value => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'"));
            return $"coalesce({Column(dimension, "", ofStays, ofLosses && !values.Contains("Closed Lost", StringComparison.Ordinal))}, '(none)') {(negated ? "NOT IN" : "IN")} ({list})";
        }

        if (Bound().Match(words) is { Success: true } bound)
        {
            var sign = bound.Groups[1].Value switch { "over" => ">", "at least" => ">=", "under" => "<", _ => "<=" };
            return $"amount_cents * rate {sign} {Cents(bound.Groups[2].Value)}";
        }

        if (Range().Match(words) is { Success: true } range)
        {
            return $"amount_cents * rate BETWEEN {Cents(range.Groups[1].Value)} AND {Cents(range.Groups[2].Value)}";
        }

        if (words.StartsWith('('))
        {
            return $"({string.Join(" OR ", Parts(words[1..^1]).Select(part => $"({Filter(part, ofStays, ofLosses)})"))})";
        }

        if (words is "paused" or "not paused")
        {
            return $"paused_until IS {(words == "paused" ? "NOT NULL" : "NULL")}";
        }

        if (words.StartsWith("closing ", StringComparison.Ordinal) || words.StartsWith("created ", StringComparison.Ordinal))
        {
            var (from, to) = SqlDates.Span(words[8..]);
            return Between(words[1] == 'l' ? "coalesce(closed_on, close_date)" : "created_on", from, to);
        }

        if (Since().Match(words) is { Success: true } since)
        {
            return $"changed_on {(since.Groups[1].Length > 0 ? "<" : ">=")} '{SqlDates.Day(since.Groups[2].Value)}'";
        }

        if (Longer().Match(words) is { Success: true } longer)
        {
            var age = longer.Groups[1].Value == "open"
                ? "(julianday(coalesce(closed_on, '2026-11-20')) - julianday(created_on))"
                : "(julianday('2026-11-20') - julianday(company_day(in_stage_since)))";
            return longer.Groups[2].Value == "longer than" ? $"{age} > {longer.Groups[3].Value}" : $"NOT ({age} > {longer.Groups[3].Value})";
        }

        if (Pushes().Match(words) is { Success: true } pushes)
        {
            return $"pushes {(pushes.Groups[1].Value == "at least" ? ">=" : "<")} {pushes.Groups[2].Value}";
        }

        var field = words[(words.IndexOf(' ', StringComparison.Ordinal) + 1)..].Replace(' ', '_');
        var column = field == "amount" ? "amount_cents" : Fields.Contains(field) ? field : $"json_extract(fields, '$.{field}')";
        return words.StartsWith("no ", StringComparison.Ordinal) ? $"{column} IS NULL" : $"{column} IS NOT NULL";
    }

    /// <summary>A dimension's value as people read it.</summary>
    public static string Column(string dimension, string date, bool ofStays, bool ofLosses = false) => dimension switch
    {
        "stage" => $"CASE {(ofStays ? "visited" : ofLosses ? "last_stage" : "at_stage")} WHEN 'qualification' THEN 'Qualification' WHEN 'discovery' THEN 'Discovery' WHEN 'proposal' THEN 'Proposal' WHEN 'negotiation' THEN 'Negotiation' WHEN 'won' THEN 'Closed Won' ELSE 'Closed Lost' END",
        "status" or "stageGroup" => "upper(substr(status, 1, 1)) || substr(status, 2)",
        "deal type" or "dealType" => "type",
        "forecast category" or "forecastCategory" => "forecast_category",
        "loss reason" or "lossReason" => "loss_reason",
        "week" => $"'week of ' || CAST(strftime('%d', {Monday(date)}) AS INTEGER) || ' ' || {Month(Monday(date))} || ' ' || strftime('%Y', {Monday(date)})",
        "month" => $"{Month(date)} || ' ' || strftime('%Y', {date})",
        "quarter" => $"'Q' || ((strftime('%m', {date}) + 2) / 3) || ' ' || strftime('%Y', {date})",
        "year" => $"strftime('%Y', {date})",
        _ => dimension,
    };

    /// <summary>What stands between brackets: "region EMEA or AMER or over $50,000" are two filters.</summary>
    private static List<string> Parts(string words)
    {
        var parts = new List<string>();
        foreach (var piece in words.Split(" or "))
        {
            if (parts.Count > 0 && !Begins().IsMatch(piece) && !Dimensions.Any(dimension => piece.StartsWith(dimension + " ", StringComparison.Ordinal)))
            {
                parts[^1] += " or " + piece;
            }
            else
            {
                parts.Add(piece);
            }
        }

        return parts;
    }

    private static string Monday(string date) => $"date({date}, '-6 days', 'weekday 1')";

    private static string Month(string date) => $"substr('JanFebMarAprMayJunJulAugSepOctNovDec', 3 * strftime('%m', {date}) - 2, 3)";

    /// <summary>An amount in the company's currency, as cents times 100, beside <c>amount_cents * rate</c>.</summary>
    private static string Cents(string amount) => (decimal.Parse(amount, NumberStyles.Number, CultureInfo.InvariantCulture) * 10_000).ToString("0", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(over|at least|under|at most) \$([\d,.]+)$")]
    private static partial Regex Bound();

    [GeneratedRegex(@"^(over|at least|under|at most|no|with|closing|created|open|in stage|pushed|touched|not touched) |^(not )?paused$|^\$")]
    private static partial Regex Begins();

    [GeneratedRegex(@"^(not )?touched since (.+)$")]
    private static partial Regex Since();

    [GeneratedRegex(@"^(open|in stage) (longer than|at most) (\d+) days?$")]
    private static partial Regex Longer();

    [GeneratedRegex(@"^pushed (at least|fewer than) (\d+) times?$")]
    private static partial Regex Pushes();

    [GeneratedRegex(@"^\$([\d,.]+) to \$([\d,.]+)$")]
    private static partial Regex Range();
}
