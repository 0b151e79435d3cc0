using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Catalog;

/// <summary>What comes in before there are deals: leads, how many become opportunities, and how long people let them wait.</summary>
internal static class LeadFunnel
{
    private const string HandoffId = "leads.handoff_time";

    /// <summary>What its first band goes up to is how soon a lead is to be taken on.</summary>
    public static Metric HandoffTime => field ??= Rules.First(rule => rule.Metric.Id == HandoffId).Metric;

    public static IReadOnlyList<MetricRule> Rules { get; } =
    [
        new LeadMetric(
            new Metric
            {
                Id = "leads.count",
                Title = "Leads",
                Definition = "The number of leads created in the period, whatever became of them; this quarter when no period is named.",
                Formula = "number of leads created in the period",
                Unit = MetricUnit.Count,
                Basis = TimeBasis.Created,
                DefaultPeriod = DefaultPeriod.ThisQuarter,
                Additive = true,
                Thing = "lead",
                Synonyms =
                [
                    "lead", "new lead", "lead count", "lead volume", "lead number", "number of lead", "lead created", "lead generated", "lead flow", "lead intake", "incoming lead", "lead generation", "lead gen",
                    "lead total", "total lead", "lead in the funnel", "leed",
                ],
            },
            new LeadMeasure.Count()),
        new LeadMetric(
            new Metric
            {
                Id = "leads.conversion",
                Title = "Lead conversion",
                Definition = "The share of the leads created in the period that also became opportunities inside it; this quarter when no period is named.",
                Formula = "leads created and converted in the period ÷ leads created in the period; a row of a week, month, quarter or year is that week's, month's …",
                Unit = MetricUnit.Share,
                Basis = TimeBasis.Created,
                DefaultPeriod = DefaultPeriod.ThisQuarter,
                MinimumSample = 10,
                Thing = "lead",
                Synonyms =
                [
                    "lead conversion", "lead conversion rate", "lead conversion ratio", "conversion of lead", "conversion rate of lead", "lead to opportunity conversion", "lead to opportunity conversion rate",
                    "lead to opportunity rate", "lead to opp conversion", "lead to opp rate", "lead to deal conversion", "lead to deal rate", "lead to opportunity", "lead convert", "lead converting", "lead converted rate",
                    "share of lead converted", "share of lead that convert", "percentage of lead converted", "percent of lead converted", "percentage of lead that convert", "percent of lead that convert", "% of lead that convert",
                    "conversion from lead to opportunity", "conversion of lead to opportunity", "convert lead", "converting lead", "lead become opportunity", "lead became opportunity", "lead turn into opportunity", "lead turn into deal",
                ],
                Bands =
                [
                    new(.10m, "low", "Fewer than one in ten leads becomes an opportunity: compare sources, and agree with marketing what counts as qualified."),
                    new(.30m, "healthy", "In the usual range: move spend to the sources that convert better, and answer their leads first."),
                    new(null, "high", "More than three in ten convert: check that win rate keeps up, then see whether more leads of this kind can be had."),
                ],
            },
            new LeadMeasure.Conversion()),
        new LeadMetric(
            new Metric
            {
                Id = "leads.response_time",
                Title = "Lead response time",
                Definition = "The business hours after which half of the leads created in the period have been touched by a person (Kaplan–Meier median); unanswered leads count as far as they have waited; this quarter when no period is named.",
                Formula = "Kaplan–Meier median of business hours from a lead's creation to the first human touch; unanswered leads are censored at now, or when they were disqualified",
                Unit = MetricUnit.BusinessHours,
                Basis = TimeBasis.Created,
                DefaultPeriod = DefaultPeriod.ThisQuarter,
                LowerIsBetter = true,
                MinimumSample = 10,
                Thing = "lead",
                Synonyms =
                [
                    "lead response time", "response time", "lead response", "response time to lead", "response time on lead", "response time for lead", "speed to lead", "time to first touch", "first touch time", "time to first contact", "first contact time",
                    "time to first response", "first response time", "first response", "time to respond", "respond to lead", "responding to lead", "respond to new lead", "responding to new lead", "respond to inbound lead", "time to contact", "time to answer lead", "lead follow up time",
                    "follow up time", "time to follow up", "lead reaction time", "answer lead", "answering lead", "touch lead", "touching lead", "contact lead", "contacting lead", "reply to lead", "get back to lead", "follow up on lead", "following up on lead", "follow up with lead", "call lead back", "lead response speed",
                ],
                Bands =
                [
                    new(1m, "fast", "Half of the leads hear from a person within the hour, when they are far likelier to qualify: keep it so."),
                    new(8m, "slow", "Half of the leads wait for more than an hour: route them by availability, and look at who is slowest."),
                    new(null, "very slow", "Half of the leads wait for a working day or more: most have cooled by then. Give new leads to somebody who answers, and agree a limit."),
                ],
            },
            new LeadMeasure.Response()),
        new LeadMetric(
            new Metric
            {
                Id = HandoffId,
                Title = "Handoff time",
                Definition = "The business days after which half of the MQLs among the leads created in the period have been accepted by sales (Kaplan–Meier median); those not accepted yet count as far as they have waited; this quarter when no period is named.",
                Formula = "Kaplan–Meier median of business days from MQL to SAL (or the next stage reached where SAL was skipped); MQLs not accepted are censored at now, or when they were disqualified",
                Unit = MetricUnit.BusinessDays,
                Basis = TimeBasis.Created,
                DefaultPeriod = DefaultPeriod.ThisQuarter,
                LowerIsBetter = true,
                MinimumSample = 10,
                Thing = "lead",
                Synonyms =
                [
                    "handoff time", "handoff", "hand off time", "hand off", "handover time", "handover", "hand over time", "lead handoff", "lead handoff time", "mql handoff", "mql handoff time", "marketing handoff", "sale handoff", "handoff to sale", "handoff from marketing",
                    "handoff from marketing to sale", "marketing to sale handoff", "marketing to sale handoff time", "mql to sal", "mql to sal time", "time from mql to sal", "time between mql and sal", "mql acceptance time", "time to accept mql", "accept mql", "accepting mql", "accept an mql", "accept lead", "accepting lead",
                    "time to accept lead", "lead acceptance time", "acceptance time", "time to acceptance", "pick up mql",
                ],
                Bands =
                [
                    new(1m, "quick", "Sales takes most MQLs on within a business day."),
                    new(3m, "slow", "MQLs wait for more than a day to be accepted: see which team they wait in."),
                    new(null, "weak", "MQLs wait for days between marketing and sales: agree who accepts them and by when, starting with the slowest team."),
                ],
            },
            new LeadMeasure.Handoff()),
    ];
}
