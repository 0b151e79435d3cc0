using System.Collections.Frozen;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Company;

/// <summary>How alerts behave, from the <c>alerts</c> part of <c>company.yaml</c>.</summary>
public sealed record AlertSettings
{
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

    /// <summary>Days a snooze lasts when nothing else is said; 1 to 90.</summary>
    public int SnoozeDays { get; init; } = 7;

    /// <summary>At most so many new alert cards a room and run; the rest is told as one line with the count. 1 to 50.</summary>
    public int MaxCardsPerRoom { get; init; } = 5;

    /// <summary>The room that is told each week what became of the alerts; null for operations, in person.</summary>
    public string? ReportTo { get; init; }

    /// <summary>Whether a moment is out of the quiet hours of a time zone.</summary>
    public bool IsAwake(DateTimeOffset moment, TimeZoneInfo zone) =>
        QuietFrom == QuietUntil || TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime).IsBetween(QuietUntil, QuietFrom);

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

    private static FrozenDictionary<AlertKind, AlertRule[]> ByKind(IReadOnlyList<AlertRule> rules) => AlertKinds.All.ToFrozenDictionary(
        info => info.Kind,
        info => rules.Where(rule => rule.Kind == info.Kind).ToArray() is { Length: > 0 } own ? own : [info.Usual]);
}
