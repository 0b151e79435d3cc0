using System.Collections.Frozen;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;

namespace RevBot.Pipeline.Company;

/// <summary>How alerts behave, from the <c>alerts</c> part of <c>company.yaml</c>.</summary>
public sealed record AlertSettings
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>A calendar with no work day for longer says nothing about when to speak.</summary>
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromDays(30);

    private readonly FrozenDictionary<AlertKind, AlertRule[]> _byKind = ByKind([]);

    /// <summary>The company's own rules; a kind that has none here has its usual one.</summary>
    public IReadOnlyList<AlertRule> Rules
    {
        get;
        init => (field, _byKind) = (value, ByKind(value));
    } = [];

    /// <summary>Limit in business days for a stage that has too little history of its own; 1 to 365.</summary>
    public int DefaultStageDays { get; init; } = 14;

    /// <summary>How far back visits count as history, in days; 30 to 1,095.</summary>
    public int HistoryDays { get; init; } = 365;

    /// <summary>Company time of the nightly run.</summary>
    public TimeOnly NightlyAt { get; init; } = new(6, 0);

    /// <summary>When the morning's digest comes, on the clock of whoever reads it.</summary>
    public TimeOnly DigestAt { get; init; } = new(8, 30);

    /// <summary>Whether digests are sent; they can be asked for either way.</summary>
    public bool SendsDigests { get; init; } = true;

    /// <summary>From when on nobody is told anything, on the clock of whoever reads it; equal to <see cref="QuietUntil"/> for no quiet hours.</summary>
    public TimeOnly QuietFrom { get; init; } = new(20, 0);

    /// <summary>Until when.</summary>
    public TimeOnly QuietUntil { get; init; } = new(6, 0);

    /// <summary>E-mail address of who answers for the alerts and hears of a room that is lost; null for those in operations.</summary>
    public string? Owner { get; init; }

    /// <summary>Days a snooze lasts when nothing else is said; 1 to 90.</summary>
    public int SnoozeDays { get; init; } = 7;

    /// <summary>So many days the owner of a lost deal is asked alone why it was lost; then the manager is, too. 1 to 90.</summary>
    public int LossReasonDays { get; init; } = 7;

    /// <summary>At most so many new alert cards a reader and day, of all kinds together; the rest is told as one line with the count. 1 to 50.</summary>
    public int MaxCardsPerRoom { get; init; } = 5;

    /// <summary>The room that is told each week what became of the alerts; null for operations, in person.</summary>
    public string? ReportTo { get; init; }

    /// <summary>Whether somebody may be told something unasked: on a work day of their clock, out of quiet hours.</summary>
    public bool MayTell(DateTimeOffset moment, TimeZoneInfo zone, WorkCalendar work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var local = TimeZoneInfo.ConvertTime(moment, zone).DateTime;
        return work.IsWorkDay(DateOnly.FromDateTime(local)) && (QuietFrom == QuietUntil || TimeOnly.FromDateTime(local).IsBetween(QuietUntil, QuietFrom));
    }

    /// <summary>The first moment from one on at which somebody may be told something unasked, to a quarter of an hour; the moment itself where no day of the next weeks is one.</summary>
    public DateTimeOffset NextTelling(DateTimeOffset from, TimeZoneInfo zone, WorkCalendar work)
    {
        var next = from;
        while (!MayTell(next, zone, work))
        {
            next = new DateTimeOffset(next.UtcTicks - (next.UtcTicks % Quarter.Ticks) + Quarter.Ticks, TimeSpan.Zero);
            if (next - from > LongestQuiet)
            {
                return from;
            }
        }

        return next;
    }

    /// <summary>The rules of a kind, in the order in which they are asked.</summary>
    public IReadOnlyList<AlertRule> RulesOf(AlertKind kind) => _byKind[kind];

    /// <summary>Whether anything of a kind is told at all.</summary>
    public bool Tells(AlertKind kind) => RulesOf(kind).Any(rule => rule.When != AlertTiming.Off);

    /// <summary>Whether anything of a kind is told with cards of its own.</summary>
    public bool TellsAtOnce(AlertKind kind) => RulesOf(kind).Any(rule => rule.When == AlertTiming.AtOnce);

    /// <summary>The rule for a deal: the first of its kind whose scope it is in; null when it is in none.</summary>
    public AlertRule? RuleFor(AlertKind kind, Deal deal, PipelineSnapshot snapshot, CompanyProfile company, DateOnly today)
    {
        foreach (var rule in _byKind[kind])
        {
            if (rule.Scope.IsAll || rule.Scope.Holds(deal, snapshot, company, today))
            {
                return rule;
            }
        }

        return null;
    }

    /// <summary>The same for a lead.</summary>
    public AlertRule? RuleFor(AlertKind kind, Lead lead, PipelineSnapshot snapshot) => Array.Find(_byKind[kind], rule => rule.Scope.IsAll || rule.Scope.Holds(lead, snapshot));

    /// <summary>The same for a team or the company.</summary>
    public AlertRule? RuleFor(AlertKind kind, SalesUnit unit) => Array.Find(_byKind[kind], rule => rule.Scope.Holds(unit));

    private static FrozenDictionary<AlertKind, AlertRule[]> ByKind(IReadOnlyList<AlertRule> rules) => AlertKinds.All.ToFrozenDictionary(
        info => info.Kind,
        info => rules.Where(rule => rule.Kind == info.Kind).ToArray() is { Length: > 0 } own ? own : [info.Usual]);
}
