using System.Globalization;
using System.Text.RegularExpressions;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.Company;

/// <summary>The <c>alerts</c> part of <c>company.yaml</c>.</summary>
/// <param name="teams">The company's teams.</param>
internal sealed partial class AlertParser(YamlSection root, IReadOnlyList<Team> teams)
{
    private const string Learned = "learned";

    private static readonly string[] Keys =
    [
        "rules", "default_stage_days", "history_days", "nightly_at", "quiet_hours", "digests", "digest_at", "snooze_days", "loss_reason_days", "max_cards_per_room", "report_to", "owner",
        .. AlertKinds.All.Select(kind => kind.Key),
    ];

    private static readonly string[] RuleKeys = ["alert", "threshold", "when", "to", "at_least", "teams", "segments", "regions", "deal_types"];

    private static readonly Dictionary<string, AlertTiming> Timings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["off"] = AlertTiming.Off,
        ["false"] = AlertTiming.Off,
        ["digest"] = AlertTiming.Digest,
        ["at_once"] = AlertTiming.AtOnce,
    };

    public AlertSettings Parse()
    {
        var usual = new AlertSettings();
        if (root.Section("alerts", Keys) is not { } section)
        {
            return usual;
        }

        var nightly = Time(section, "nightly_at", usual.NightlyAt);
        var (quietFrom, quietUntil) = Quiet(section, usual with { QuietUntil = nightly < usual.QuietUntil ? nightly : usual.QuietUntil });
        var settings = new AlertSettings
        {
            Rules = [.. section.Sections("rules", RuleKeys).Select(Rule).OfType<AlertRule>(), .. Short(section)],
            DefaultStageDays = section.Number("default_stage_days", usual.DefaultStageDays, 1, 365),
            HistoryDays = section.Number("history_days", usual.HistoryDays, 30, 1095),
            NightlyAt = nightly,
            SendsDigests = section.Flag("digests", usual.SendsDigests),
            DigestAt = Time(section, "digest_at", usual.DigestAt),
            SnoozeDays = section.Number("snooze_days", usual.SnoozeDays, 1, 90),
            LossReasonDays = section.Number("loss_reason_days", usual.LossReasonDays, 1, 90),
            MaxCardsPerRoom = section.Number("max_cards_per_room", usual.MaxCardsPerRoom, 1, 50),
            ReportTo = ReportTo(section),
            Owner = Owner(section),
            QuietFrom = quietFrom,
            QuietUntil = quietUntil,
        };
        foreach (var (key, time) in new[] { ("nightly_at", settings.NightlyAt), ("digest_at", settings.DigestAt) })
        {
            if (quietFrom != quietUntil && !time.IsBetween(quietUntil, quietFrom))
            {
                section.Problem(key, $"{time:HH\\:mm} lies in the quiet hours, {quietFrom:HH\\:mm}-{quietUntil:HH\\:mm}.", $"Write a time out of them, as in \"{quietUntil:HH\\:mm}\", or other quiet_hours.");
            }
        }

        return settings;
    }

    private static (TimeOnly From, TimeOnly Until) Quiet(YamlSection section, AlertSettings usual)
    {
        switch (section.Text("quiet_hours"))
        {
            case null:
                return (usual.QuietFrom, usual.QuietUntil);
            case "off" or "false" or "none":
                return (TimeOnly.MinValue, TimeOnly.MinValue);
            case var text when text.Split('-') is [var from, var until] && TryTime(from.Trim(), out var begin) && TryTime(until.Trim(), out var end) && begin != end:
                return (begin, end);
            case var text:
                section.Problem("quiet_hours", $"'{text}' are no quiet hours.", "Write from when until when in quotes, as in \"20:00-06:00\", or off.");
                return (usual.QuietFrom, usual.QuietUntil);
        }
    }

    private static string? Owner(YamlSection section)
    {
        if (section.Text("owner") is not { Length: > 0 } text)
        {
            return null;
        }

        if (text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1)
        {
            return text;
        }

        section.Problem("owner", $"'{text}' is not an e-mail address.", "Write the address of who answers for the alerts, as in olga@example.com, or leave it out for those in operations.");
        return null;
    }

    private static bool TryTime(string text, out TimeOnly time) => TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    /// <summary>Where only the time is said: <c>no_activity: off</c>.</summary>
    private static IEnumerable<AlertRule> Short(YamlSection section)
    {
        foreach (var kind in AlertKinds.All.Where(kind => section.Node(kind.Key) is not null))
        {
            yield return kind.Usual with { When = Timing(section, kind.Key, kind) };
        }
    }

    private static TimeOnly Time(YamlSection section, string key, TimeOnly usual)
    {
        if (section.Text(key) is not { } text)
        {
            return usual;
        }

        if (!TryTime(text, out var time))
        {
            section.Problem(key, $"'{text}' is not a time of day.", "Write hours and minutes in quotes, as in \"06:00\".");
            return usual;
        }

        return time;
    }

    /// <summary>Null when it does not say what it is about.</summary>
    private AlertRule? Rule(YamlSection section)
    {
        var key = section.Required("alert", "close_date_passed");
        if (AlertKinds.Find(key) is not { } kind)
        {
            if (key.Length > 0)
            {
                var near = NearestName.Find(key, AlertKinds.All.Select(known => known.Key));
                section.Problem("alert", $"'{key}' is no kind of alert.", near is null ? $"Write one of: {string.Join(", ", AlertKinds.All.Select(known => known.Key))}." : $"Did you mean '{near}'?");
            }

            return null;
        }

        var scope = new AlertScope
        {
            AtLeast = Amount(section, "at_least"),
            Teams = Known(section, "teams", [.. teams.Select(team => team.Name)]),
            Segments = Known(section, "segments", [.. root.Words("segments").Select(word => word.Text)]),
            Regions = Known(section, "regions", [.. root.Words("regions").Select(word => word.Text)]),
            DealTypes = Known(section, "deal_types", [.. root.Words("deal_types").Select(word => word.Text)]),
        };
        if (kind.Kind == AlertKind.SlowStage && (!scope.IsAll || section.Node("to") is not null))
        {
            section.Problem("alert", "A slow stage concerns every team: it has no scope and no reader of its own.", "Keep only alert: slow_stages and when: at_once, digest or off.");
        }

        if (kind.About == AlertAbout.Unit && (scope with { Teams = [] } is { IsAll: false } || string.Equals(section.Text("to"), "owner", StringComparison.OrdinalIgnoreCase)))
        {
            section.Problem("alert", $"{kind.Key} is about teams and the company, not about deals: it has no owner, amount, segment, region or deal type.", "Keep only threshold, when, teams, and to: manager, team or a room.");
            return null;
        }

        if (kind.About == AlertAbout.Lead && (scope.AtLeast is not null || scope.DealTypes.Count > 0))
        {
            section.Problem("alert", $"{kind.Key} is about leads, which have no amount and no deal type.", "Keep only threshold, when, to, teams, segments and regions.");
            return null;
        }

        var stretch = kind.Kind == AlertKind.StalledDeal && section.Text("threshold") is { } said && Stretched().Match(said) is { Success: true } match ? decimal.Parse(match.Groups["times"].Value, CultureInfo.InvariantCulture) : 1;
        return kind.Usual with { Scope = scope, Threshold = stretch > 1 ? null : Threshold(section, kind), Stretch = stretch, To = Route(section, kind), When = Timing(section, "when", kind) };
    }

    private static decimal? Threshold(YamlSection section, AlertKindInfo kind)
    {
        switch (section.Text("threshold"))
        {
            case null:
                return kind.Usual.Threshold;
            case var learned when string.Equals(learned, Learned, StringComparison.OrdinalIgnoreCase) && kind.Learns:
                return null;
            case var text when kind.Unit is null:
                section.Problem("threshold", $"{kind.Key} has no threshold to set to '{text}'.", kind.Learns ? $"Leave it out, or write threshold: {Learned}." : "Leave it out.");
                return kind.Usual.Threshold;
            case var text:
                var (least, most) = kind.Range;
                if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                {
                    return number;
                }

                section.Problem("threshold", $"'{text}' is not a number of {kind.Unit} from {least:0.##} to {most:0}.", $"Write {(kind.Learns ? $"{Learned} or " : "")}a number, as in {kind.Usual.Threshold ?? 14:0}.");
                return kind.Usual.Threshold;
        }
    }

    /// <summary>"learned x 1.25": from a quarter beyond the learned limit on; up to five times.</summary>
    [GeneratedRegex(@"^learned ?[x×*] ?(?<times>[1-4](?:\.\d{1,2})?|5)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stretched();

    private static AlertTiming Timing(YamlSection section, string key, AlertKindInfo kind)
    {
        if (section.Text(key) is not { } text || string.Equals(text, "true", StringComparison.OrdinalIgnoreCase))
        {
            return kind.Usual.When;
        }

        if (Timings.TryGetValue(text, out var timing))
        {
            return timing;
        }

        section.Problem(key, $"'{text}' is not a time to tell.", "Write at_once, digest or off.");
        return kind.Usual.When;
    }

    private static AlertRoute Route(YamlSection section, AlertKindInfo kind)
    {
        switch (section.Text("to")?.ToLowerInvariant())
        {
            case null:
                return kind.Usual.To;
            case "team":
                return AlertRoute.Team;
            case "owner":
                return AlertRoute.Owner;
            case "manager":
                return AlertRoute.Manager;
            case ['#', _, ..]:
                return new AlertRoute(AlertReader.Room, section.Text("to"));
            case var text:
                section.Problem("to", $"'{text}' is nobody to tell.", "Write team, owner, manager, or a room's name in quotes, as in \"#deal-desk\".");
                return kind.Usual.To;
        }
    }

    private static string? ReportTo(YamlSection section)
    {
        if (section.Text("report_to") is not { Length: > 0 } room || room is ['#', _, ..])
        {
            return section.Text("report_to") is { Length: > 1 } known ? known : null;
        }

        section.Problem("report_to", $"'{room}' is no room.", "Write a room's name in quotes, as in \"#revops\"; without it operations get the report in person.");
        return null;
    }

    private static decimal? Amount(YamlSection section, string key)
    {
        if (section.Text(key) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount > 0)
        {
            return amount;
        }

        section.Problem(key, $"'{text}' is not an amount above 0.", "Write digits only, in the company's currency, as in 50000.");
        return null;
    }

    /// <summary>Names that the company knows; where it lists none, any.</summary>
    private static List<string> Known(YamlSection section, string key, IReadOnlyList<string> known)
    {
        var names = new List<string>();
        foreach (var (text, node) in section.Words(key))
        {
            if (known.Count > 0 && !known.Contains(text, StringComparer.OrdinalIgnoreCase))
            {
                section.Add(node, section.In(key), $"'{text}' is none of the company's {key.Replace('_', ' ')}.", NearestName.Find(text, known) is { } near ? $"Did you mean '{near}'?" : $"Write one of: {string.Join(", ", known)}.");
                continue;
            }

            names.Add(text);
        }

        return names;
    }
}
