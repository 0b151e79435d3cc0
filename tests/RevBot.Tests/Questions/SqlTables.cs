namespace RevBot.Tests.Questions;

/// <summary>The tables every reckoning reads: the store's own rows, joined and dated, with nothing of the product in between.</summary>
internal static class SqlTables
{
    /// <summary>Now, in milliseconds: 20 November 2026, 22:00 UTC.</summary>
    public const string Now = "1795212000000";

    /// <summary>By name. A table is made when it is first read; it may read others.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        // Every deal with its company, its dates and the rate of its day (times 100); open deals at today's.
        ["rated"] = """
            WITH deal AS (
                SELECT d.position, d.id, d.name, d.status, d.stage, d.amount_cents, d.currency, d.next_step, d.next_step_date, d.close_date, d.fields,
                    d.source, d.type, d.product, company_day(d.changed_at) AS changed_on, d.pushes,
                    (SELECT min(v.entered_at) FROM visits v WHERE v.deal = d.position AND v.exited_at IS NULL) AS in_stage_since,
                    coalesce((SELECT v.stage FROM visits v WHERE v.deal = d.position ORDER BY v.number DESC LIMIT 1), d.stage) AS last_stage,
                    d.forecast_category, d.competitor,
                    CASE d.loss_reason WHEN 'price' THEN 'Price' WHEN 'competitor' THEN 'Lost to a competitor' WHEN 'no_decision' THEN 'No decision'
                        WHEN 'fit' THEN 'Poor fit' WHEN 'other' THEN 'Other' END AS loss_reason,
                    owner.name AS owner, owner.team AS team, manager.name AS manager, d.account_id,
                    coalesce(d.segment, account.segment) AS segment, coalesce(d.region, account.region) AS region, account.industry AS industry, account.name AS account,
                    CASE d.status WHEN 'won' THEN coalesce(d.signed_date, d.close_date) WHEN 'lost' THEN d.close_date END AS closed_on,
                    company_day(d.created_at) AS created_on,
                    (SELECT min(p.until) FROM pauses p WHERE p.deal = d.position AND d.status = 'open' AND p.ended_at IS NULL AND p.until > '2026-11-20') AS paused_until
                FROM deals d
                LEFT JOIN people owner ON owner.id = d.owner_id
                LEFT JOIN people manager ON manager.id = owner.manager_id
                LEFT JOIN accounts account ON account.id = d.account_id)
            SELECT deal.*, stage AS at_stage,
                CASE currency WHEN 'USD' THEN 100
                    WHEN 'EUR' THEN CASE WHEN coalesce(closed_on, '2026-11-20') >= '2026-01-01' THEN 110 ELSE 108 END
                    WHEN 'GBP' THEN CASE WHEN coalesce(closed_on, '2026-11-20') >= '2026-01-01' THEN 129 ELSE 126 END END AS rate,
                CASE stage WHEN 'qualification' THEN 10 WHEN 'discovery' THEN 20 WHEN 'proposal' THEN 40 WHEN 'negotiation' THEN 65 WHEN 'won' THEN 100 ELSE 0 END AS probability
            FROM deal
            """,

        // The stays in a stage beside their deals, each with the day it was left or today; days on which the deal was paused do not count.
        ["stay"] = $"""
            SELECT rated.*, visits.stage AS visited, visits.exited_at IS NOT NULL AS ended,
                company_day(visits.entered_at) AS entered_on, company_day(coalesce(visits.exited_at, {Now})) AS left_on,
                business_days(visits.entered_at, coalesce(visits.exited_at, {Now})) - {Paused("visits.deal", "visits.entered_at", $"coalesce(visits.exited_at, {Now})")} AS days
            FROM visits JOIN rated ON rated.position = visits.deal
            """,

        // First stays of deals in a stage, with the day the next later stage was entered and how the deal ended.
        ["passage"] = """
            WITH stage_order(stage, place) AS (VALUES ('qualification', 1), ('discovery', 2), ('proposal', 3), ('negotiation', 4)),
            first_stay AS (
                SELECT rated.*, visits.stage AS visited, company_day(visits.entered_at) AS entered_on,
                    (SELECT min(later.entered_at) FROM visits later JOIN stage_order there ON there.stage = later.stage
                        WHERE later.deal = visits.deal AND later.number > visits.number AND there.place > here.place) AS further_at,
                    (SELECT last.exited_at FROM visits last WHERE last.deal = visits.deal ORDER BY last.number DESC LIMIT 1) AS ended_at
                FROM visits JOIN rated ON rated.position = visits.deal JOIN stage_order here ON here.stage = visits.stage
                WHERE NOT EXISTS (SELECT 1 FROM visits before WHERE before.deal = visits.deal AND before.stage = visits.stage AND before.number < visits.number))
            SELECT *, CASE WHEN further_at IS NOT NULL THEN company_day(further_at) END AS further_on, CASE WHEN ended_at IS NOT NULL THEN company_day(ended_at) END AS ended_on FROM first_stay
            """,

        // Accounts by name; of two of one name the first.
        ["named_account"] = "SELECT lower(name) AS name, segment, region, industry, min(id) FROM accounts GROUP BY 1 ORDER BY 1",

        ["lead"] = """
            SELECT l.id, l.created_at, l.first_response_at, l.mql_at, coalesce(l.sal_at, l.sql_at, l.converted_at) AS accepted_at, l.closed_at,
                l.source, owner.name AS owner, owner.team AS team, manager.name AS manager, company_day(l.created_at) AS created_on,
                CASE WHEN l.converted_at IS NOT NULL THEN company_day(l.converted_at) END AS converted_on,
                CASE WHEN l.status IN ('Recycled', 'Disqualified') OR l.converted_at IS NULL THEN l.status ELSE 'Converted' END AS lifecycle,
                coalesce(l.segment, a.segment) AS segment, coalesce(l.region, a.region) AS region, a.industry AS industry, coalesce(whole.name, l.account) AS account
            FROM leads l
            LEFT JOIN named_account a ON a.name = lower(l.account)
            LEFT JOIN accounts whole ON whole.id = a."min(id)"
            LEFT JOIN people owner ON owner.id = l.owner_id
            LEFT JOIN people manager ON manager.id = owner.manager_id
            """,
    };

    /// <summary>Business days between two moments on which a deal was paused.</summary>
    public static string Paused(string deal, string from, string to) =>
        $"(SELECT coalesce(sum(business_days(max(p.since, {from}), max(p.since, {from}, min({to}, coalesce(p.ended_at, {to}), day_start(p.until))))), 0) FROM pauses p WHERE p.deal = {deal})";
}
