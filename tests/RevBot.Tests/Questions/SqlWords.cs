using System.Globalization;
using System.Text.RegularExpressions;

namespace RevBot.Tests.Questions;

/// <summary>The words of <c>questions.jsonl</c> as SQL: measures, dates, filters and breakdowns over one row a deal (or a stay).</summary>
internal static partial class SqlWords
{
    /// <summary>Every deal with its company, its dates and the rate of its day (times 100); open deals at today's.</summary>
    public const string Deals = """
        WITH deal AS (
            SELECT d.position, d.id, d.name, d.status, d.stage, d.amount_cents, d.currency, d.next_step, d.next_step_date, d.close_date,
                d.source, d.type, d.product, d.changed_at, d.pushes,
                (SELECT min(v.entered_at) FROM visits v WHERE v.deal = d.position AND v.exited_at IS NULL) AS in_stage_since, d.forecast_category, d.competitor,
                CASE d.loss_reason WHEN 'price' THEN 'Price' WHEN 'competitor' THEN 'Lost to a competitor' WHEN 'no_decision' THEN 'No decision'
                    WHEN 'fit' THEN 'Poor fit' WHEN 'other' THEN 'Other' END AS loss_reason,
                owner.name AS owner, owner.team AS team, manager.name AS manager,
                coalesce(d.segment, account.segment) AS segment, coalesce(d.region, account.region) AS region, account.industry AS industry, account.name AS account,
                CASE d.status WHEN 'won' THEN coalesce(d.signed_date, d.close_date) WHEN 'lost' THEN d.close_date END AS closed_on,
                company_day(d.created_at) AS created_on
            FROM deals d
            LEFT JOIN people owner ON owner.id = d.owner_id
            LEFT JOIN people manager ON manager.id = owner.manager_id
            LEFT JOIN accounts account ON account.id = d.account_id),
        rated AS (
            SELECT deal.*, stage AS at_stage,
                CASE currency WHEN 'USD' THEN 100
                    WHEN 'EUR' THEN CASE WHEN coalesce(closed_on, '2026-11-20') >= '2026-01-01' THEN 110 ELSE 108 END
                    WHEN 'GBP' THEN CASE WHEN coalesce(closed_on, '2026-11-20') >= '2026-01-01' THEN 129 ELSE 126 END END AS rate,
                CASE stage WHEN 'qualification' THEN 10 WHEN 'discovery' THEN 20 WHEN 'proposal' THEN 40 WHEN 'negotiation' THEN 65 WHEN 'won' THEN 100 ELSE 0 END AS probability
            FROM deal)
        """;

    /// <summary>The stays in a stage beside their deals, each with the day it was left or today.</summary>
    public const string Stays = """
        , stay AS (
            SELECT rated.*, visits.stage AS visited, visits.exited_at IS NOT NULL AS ended,
                company_day(coalesce(visits.exited_at, 1795212000000)) AS left_on,
                business_days(visits.entered_at, coalesce(visits.exited_at, 1795212000000)) AS days
            FROM visits JOIN rated ON rated.position = visits.deal)
        """;

    private static readonly string[] Dimensions =
        ["owner", "team", "manager", "stage", "status", "source", "segment", "region", "industry", "account", "product", "deal type", "forecast category", "loss reason", "competitor", "currency"];

    /// <summary>Which deals a measure is about, and the date its period applies to.</summary>
    public static (string Population, string Date) Of(string measure) => measure switch
    {
        "pipeline.open_amount" or "pipeline.open_count" or "pipeline.weighted_amount" => ("status = 'open'", "close_date"),
        "bookings.won_amount" or "bookings.won_count" or "deals.average_won" or "sales_cycle.median" => ("status = 'won'", "closed_on"),
        "losses.lost_amount" or "losses.lost_count" => ("status = 'lost'", "closed_on"),
        "win_rate.count" or "win_rate.value" => ("status <> 'open'", "closed_on"),
        "pipeline.created_amount" or "pipeline.created_count" => ("1 = 1", "created_on"),
        "time_in_stage.typical" => ("1 = 1", "left_on"),
        "conversion.next_stage" or "conversion.to_won" => ("1 = 1", "entered_on"),
        _ => throw new ArgumentException($"No SQL is known for {measure}."),
    };

    public static bool CountsMoney(string measure) => measure.EndsWith("_amount", StringComparison.Ordinal) || measure is "deals.average_won" or "win_rate.value";

    public static string Between(string date, string? from, string? to) =>
        $"{(from is null ? "1 = 1" : $"{date} >= '{from}'")} AND {(to is null ? "1 = 1" : $"{date} <= '{to}'")}";

    public static string Filter(string words, bool ofStays)
    {
        foreach (var dimension in Dimensions.Where(dimension => words.StartsWith(dimension + " ", StringComparison.Ordinal)))
        {
            var values = words[(dimension.Length + 1)..];
            var negated = values.StartsWith("not ", StringComparison.Ordinal);
            var list = string.Join(", ", (negated ? values[4..] : values).Split(" or ").Select(value => $"'{value}'"));
            return $"coalesce({Column(dimension, "", ofStays)}, '(none)') {(negated ? "NOT IN" : "IN")} ({list})";
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
            return $"({string.Join(" OR ", words[1..^1].Split(" or ").Select(part => $"({Filter(part, ofStays)})"))})";
        }

        if (words.StartsWith("closing ", StringComparison.Ordinal) || words.StartsWith("created ", StringComparison.Ordinal))
        {
            var (from, to) = SqlDates.Span(words[8..]);
            return Between(words[1] == 'l' ? "coalesce(closed_on, close_date)" : "created_on", from, to);
        }

        if (Since().Match(words) is { Success: true } since)
        {
            return $"company_day(changed_at) {(since.Groups[1].Length > 0 ? "<" : ">=")} '{SqlDates.Day(since.Groups[2].Value)}'";
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
        var column = field == "amount" ? "amount_cents" : field;
        return words.StartsWith("no ", StringComparison.Ordinal) ? $"{column} IS NULL" : $"{column} IS NOT NULL";
    }

    /// <summary>A dimension's value as people read it.</summary>
    public static string Column(string dimension, string date, bool ofStays) => dimension switch
    {
        "stage" => $"CASE {(ofStays ? "visited" : "at_stage")} WHEN 'qualification' THEN 'Qualification' WHEN 'discovery' THEN 'Discovery' WHEN 'proposal' THEN 'Proposal' WHEN 'negotiation' THEN 'Negotiation' WHEN 'won' THEN 'Closed Won' ELSE 'Closed Lost' END",
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

    private static string Monday(string date) => $"date({date}, '-6 days', 'weekday 1')";

    private static string Month(string date) => $"substr('JanFebMarAprMayJunJulAugSepOctNovDec', 3 * strftime('%m', {date}) - 2, 3)";

    /// <summary>An amount in the company's currency, as cents times 100, beside <c>amount_cents * rate</c>.</summary>
    private static string Cents(string amount) => (decimal.Parse(amount, NumberStyles.Number, CultureInfo.InvariantCulture) * 10_000).ToString("0", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(over|at least|under|at most) \$([\d,.]+)$")]
    private static partial Regex Bound();

    [GeneratedRegex(@"^(not )?touched since (.+)$")]
    private static partial Regex Since();

    [GeneratedRegex(@"^(open|in stage) (longer than|at most) (\d+) days?$")]
    private static partial Regex Longer();

    [GeneratedRegex(@"^pushed (at least|fewer than) (\d+) times?$")]
    private static partial Regex Pushes();

    [GeneratedRegex(@"^\$([\d,.]+) to \$([\d,.]+)$")]
    private static partial Regex Range();
}
