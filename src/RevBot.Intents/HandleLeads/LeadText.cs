using RevBot.Intents.Wording;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.History;
using RevBot.Pipeline.Leads.Routing;

namespace RevBot.Intents.HandleLeads;

/// <summary>What is said of leads in words.</summary>
internal static class LeadText
{
    private static readonly TimeSpan LongLate = TimeSpan.FromDays(7);

    /// <summary>"Jane Doe · Acme · MQL".</summary>
    public static string Title(Lead lead) => string.Join(" · ", new[] { lead.Name, lead.Account, Lifecycle.NameOf(lead.Stage) }.OfType<string>());

    /// <summary>How a rule came to its person: "EMEA, in turns after Maria Silva".</summary>
    public static string Route(LeadEvent.Routed routed, PipelineSnapshot snapshot) => routed switch
    {
        { Rule: LeadPolicy.FallbackRule } => "nobody else was left to take it",
        { By: RouteChoice.Load } => $"{routed.Rule}, fewest open leads ({CountText.Number(routed.Load)})",
        { After: { } before } => $"{routed.Rule}, in turns after {NameOf(before, snapshot)}",
        _ => routed.Rule == LeadRoute.AccountOwner.Replace('_', ' ') ? "owns the account" : $"{routed.Rule}, in turns",
    };

    /// <summary>Who has it since when and how they came to it: "Dana Reyes, since 14 May 2026 (EMEA, in turns)"; or why nobody has it.</summary>
    public static string Owner(Lead lead, PipelineSnapshot snapshot, WorkCalendar work)
    {
        var since = lead.Life.OwnedSince is { } at ? $" since {PeriodText.Day(work.DateAt(at))}" : "";
        if (lead.Owner is not { } owner)
        {
            var why = lead.Stage == LifecycleStage.Recycled ? "marketing has it" : lead.Life.ParkedFor;
            return $"nobody{since}{(why is null ? "" : $": {why}")}";
        }

        var routed = lead.Life.Routings is [.., var last] && last.To == owner && last.Stamp.At == lead.Life.OwnedSince ? $" ({Route(last, snapshot)})" : "";
        return $"{NameOf(owner, snapshot)}{(since.Length > 0 ? "," : "")}{since}{routed}";
    }

    /// <summary>"accept until Fri 15 May 10:00"; "was to be accepted until …" once that is over; null where nobody waits.</summary>
    public static string? Due(Lead lead, CompanyProfile company, DateTimeOffset now)
    {
        if (LeadSla.DueAt(lead, company) is not { } due)
        {
            return null;
        }

        // Long ago the hour says nothing, and the year does.
        var isLate = now > due;
        var until = now - due > LongLate ? PeriodText.Day(company.Work.DateAt(due)) : Moment(due, company.Work);
        return (lead.Stage, isLate) switch
        {
            (LifecycleStage.Sal, false) => $"qualify or return it by {until}",
            (LifecycleStage.Sal, true) => $"late: was to be qualified or returned by {until}",
            (_, false) => $"accept or return it by {until}",
            _ => $"late: was to be accepted by {until}",
        };
    }

    /// <summary>"Fri 15 May 10:00", by the company's clock.</summary>
    private static string Moment(DateTimeOffset at, WorkCalendar work) => TimeZoneInfo.ConvertTime(at, work.TimeZone).ToString("ddd d MMM HH:mm", WordingCulture.English);

    /// <summary>What is known of budget, authority, need and timeline; null for nothing.</summary>
    public static string? Bant(Lead lead)
    {
        var facts = lead.Life.Facts;
        string?[] parts =
        [
            facts.GetValueOrDefault(LeadFields.Budget) is { } budget ? Show(LeadFields.Budget, budget) : null,
            facts.GetValueOrDefault(LeadFields.Authority) is { } people ? $"decided by {people}" : null,
            facts.GetValueOrDefault(LeadFields.Timeline) is { } day ? $"by {Show(LeadFields.Timeline, day)}" : null,
            facts.GetValueOrDefault(LeadFields.Need),
        ];
        return parts.OfType<string>().ToList() is { Count: > 0 } known ? string.Join(" · ", known) : null;
    }

    /// <summary>Canonical text as people read it.</summary>
    public static string Show(string field, string value) => field switch
    {
        LeadFields.Budget when value.Split(' ') is [var number, var currency] && decimal.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var amount) => MoneyText.Brief(amount, currency),
        LeadFields.Timeline when DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) => PeriodText.Day(day),
        _ => value,
    };

    public static string NameOf(PersonId person, PipelineSnapshot snapshot) => snapshot.People.GetValueOrDefault(person)?.Name ?? person.Value;
}
