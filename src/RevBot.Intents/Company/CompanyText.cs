using System.Globalization;
using System.Text;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.Company;

/// <summary>Writes a profile as YAML with comments for the people who will edit it.</summary>
internal sealed class CompanyText
{
    /// <summary>Marks stages that were learned from a file; followed by a fingerprint, so that a change by hand is seen and kept.</summary>
    public const string LearnedMark = "# learned ";

    private readonly StringBuilder _text = new();

    private CompanyText()
    {
    }

    /// <param name="learnedStages">Fingerprint of the stages when they were learned from data rather than set by a person.</param>
    public static string Of(CompanyProfile profile, string? learnedStages)
    {
        var writer = new CompanyText();
        writer.Write(profile, learnedStages);
        return writer._text.ToString();
    }

    /// <summary>A word in YAML, quoted where it must be.</summary>
    internal static string Scalar(string value)
    {
        var plain = value.Length > 0 && char.IsLetterOrDigit(value[0]) && value[^1] != ' '
            && value.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '_' or '-' or '.' or '/' or '&' or '+' or '(' or ')' or '%')
            && value.ToLowerInvariant() is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off");
        if (plain)
        {
            return value;
        }

        var quoted = new StringBuilder("\"");
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append(@"\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                _ when char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => quoted.Append(letter),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static string Number(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    private static string Flow(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Scalar))}]";

    private void Write(CompanyProfile profile, string? learnedStages)
    {
        Line("# RevBot: what this company's words mean. Every question, form and alert reads its definitions here.");
        Line("# After a change run 'revbot doctor' (checks it, with line numbers) and 'revbot doctor --reload', or restart.");
        Line();
        Line($"name: {Scalar(profile.Name)}");
        Line();
        Line("# Amounts are reported in this currency (ISO code). A deal in another one needs a rate: one unit of it is worth");
        Line("# so many units of the company's currency from that day on.");
        Line($"currency: {profile.Currency}");
        Block("rates", profile.Rates.Rates, rate => $"{{ currency: {rate.Currency}, from: {Day(rate.From)}, rate: {Number(rate.Rate)} }}", "  # - { currency: EUR, from: 2026-01-01, rate: 1.08 }");
        Line();
        WriteCalendar(profile.Fiscal, profile.Work);
        WriteStages(profile.Process, learnedStages);
        WriteLossReasons(profile.LossReasons);
        Line("# What deals are won by. Where there are any, a deal that is won asks for one, as in [Product, Price, Relationship].");
        Words("win_reasons", profile.WinReasons);
        Line();
        Line("# The words questions filter and break down by. An import refuses a row with a word that is not here.");
        Words("sources", profile.Sources);
        Words("segments", profile.Segments);
        Words("regions", profile.Regions);
        Words("deal_types", profile.DealTypes);
        Words("competitors", profile.Competitors);
        Line();
        Line("# Your own deal fields, for exit criteria, forms and imports (--map \"Their Header=field:key\").");
        Line("# kind: text, long_text, number, money, date, choice (with choices), person (one of ours), people (several names) or yes_no.");
        Block("fields", profile.Fields, Field, "  # - { key: budget, label: Budget confirmed, kind: choice, choices: [\"Yes\", \"No\"] }");
        Line();
        Line("# Sales teams and the rooms their alerts go to: a Slack channel (name or id), a Teams channel (Team/Channel, or its id).");
        Block("teams", profile.Teams, Team, "  # - { name: EMEA, region: EMEA, rooms: { slack: \"#emea-deals\" } }");
        Line();
        WriteOwners(profile);
        Lines(MeaningText.Of(profile));

        Line();
        WriteAlerts(profile.Alerts);
        Line();
        Lines(ApprovalPolicyText.Of(profile.Approvals));
        Line();
        Lines(RightsText.Of(profile.Rights));
        Line();
        Lines(LeadPolicyText.Of(profile.Leads));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string DayName(DayOfWeek day) => day.ToString().ToLowerInvariant();

    private static string Field(DealField field)
    {
        var kind = field.Kind switch
        {
            FieldKind.LongText => "long_text",
            FieldKind.YesNo => "yes_no",
            var other => other.ToString().ToLowerInvariant(),
        };
        var choices = field.Choices.Count > 0 ? $", choices: {Flow(field.Choices)}" : string.Empty;
        var hint = field.Hint is { } text ? $", hint: {Scalar(text)}" : string.Empty;
        return $"{{ key: {Scalar(field.Key)}, label: {Scalar(field.Label)}, kind: {kind}{choices}{hint} }}";
    }

    private static string Team(Team team)
    {
        var region = team.Region is { } name ? $", region: {Scalar(name)}" : string.Empty;
        var rooms = team.Rooms.Count > 0 ? $", rooms: {{ {string.Join(", ", team.Rooms.Select(room => $"{Scalar(room.Key)}: {Scalar(room.Value)}"))} }}" : string.Empty;
        return $"{{ name: {Scalar(team.Name)}{region}{rooms} }}";
    }

    private void WriteCalendar(FiscalCalendar fiscal, WorkCalendar work)
    {
        Line("# Days begin and end in this time zone (IANA name). Business days leave out the days off and the holidays.");
        Line($"time_zone: {Scalar(work.TimeZone.Id)}");
        Line($"fiscal_year_start: {fiscal.StartMonth.ToString(CultureInfo.InvariantCulture)}    # month, 1 to 12");
        Line($"week_start: {DayName(fiscal.WeekStart)}");
        Line($"work_days: {Flow(work.WorkDays.OrderBy(day => ((int)day + 6) % 7).Select(DayName))}");
        Block("holidays", [.. work.Holidays.Order()], Day, "  # - 2026-12-25");
        Line();
    }

    private void WriteStages(SalesProcess process, string? learnedStages)
    {
        Line("# The sales process in its order of travel. key: stays when the name changes, so that history keeps its meaning;");
        Line("# group: open, won or lost; probability: share of the stage's deals you expect to win (weighted pipeline);");
        Line("# enter, leave: fields that must be filled in before a deal may come in or move on; aliases: other names for it.");
        Line("# A field alone is asked of every deal, and a yes_no field must say yes. With more to say: { field: contacts, at_least: 2, from_here_on: true }");
        Line("# (so many people; later stages ask for it too) or { field: budget, when: { amount_over: 50000, segment: Enterprise } }; of when,");
        Line("# amount_at_least, amount_over, segment, region and deal_type, all that is named must hold.");
        if (learnedStages is not null)
        {
            Line($"{LearnedMark}{learnedStages} from imported deals: a stage history may still correct the order, until you change these stages.");
        }

        Line("stages:");
        foreach (var stage in process.Stages)
        {
            Line($"  - key: {Scalar(stage.Id.Value)}");
            Line($"    name: {Scalar(stage.Name)}");
            Line($"    group: {stage.Group.ToString().ToLowerInvariant()}");
            Line($"    probability: {Number(stage.Probability)}");
            Criteria("enter", stage.RequiredToEnter);
            Criteria("leave", stage.RequiredToLeave);
            Optional("aliases", stage.Aliases);
        }

        Line();
        Lines(ProcessText.Of(process.Moves));

        Line();
    }

    private void WriteLossReasons(LossReasonCatalog catalog)
    {
        Line("# Why deals are lost, in two levels. competitor: true asks who won instead; note: true asks for words (Other always does).");
        Line(catalog.Reasons.Count == 0 ? "loss_reasons: []" : "loss_reasons:");
        foreach (var reason in catalog.Reasons)
        {
            Line($"  - key: {Scalar(reason.Key)}");
            Line($"    name: {Scalar(reason.Name)}");
            if (reason.AsksForCompetitor)
            {
                Line("    competitor: true");
            }

            if (reason.NeedsNote)
            {
                Line("    note: true");
            }

            if (reason.Details.Count > 0)
            {
                Line("    details:");
                foreach (var detail in reason.Details)
                {
                    Line($"      - {{ key: {Scalar(detail.Key)}, name: {Scalar(detail.Name)} }}");
                }
            }
        }

        Line();
    }

    private void WriteOwners(CompanyProfile profile)
    {
        Line("# Who answers for a number, by metric or family of metrics; default for the rest.");
        Line("metric_owners:");
        Line($"  default: {Scalar(profile.DefaultMetricOwner)}");
        foreach (var (metric, owner) in profile.MetricOwners.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Line($"  {Scalar(metric)}: {Scalar(owner)}");
        }

        Line();
    }

    private void WriteAlerts(AlertSettings alerts)
    {
        Line("# Alerts. rules: what is told, and of which deals; a kind that is not listed goes by its usual rule, the one shown here behind '#'.");
        Line("# lead_handoff is about leads that sales did not accept in time, forecast_moved and coverage_low about teams and the company: learned means the first band you gave leads.handoff_time, and the highest limit of your bands for coverage.remaining.");
        Line("# threshold: learned from your own history (learned x 1.5: later by half), or a number; when: at_once (a card of its own), digest (a line of the morning's digest) or off;");
        Line("# to: whom the card goes to: team, owner, manager (of the company the executives) or a room as in \"#deal-desk\"; at_least, teams, segments, regions, deal_types: of which deals.");
        Line("# The first rule of a kind that a deal falls under holds. In short: no_activity: off. default_stage_days: limit in business days for a stage without enough history;");
        Line("# history_days: how far back history counts; nightly_at: company time; quiet_hours, digest_at: the reader's time; snooze_days: a snooze without a date;");
        Line("# max_cards_per_room: new cards a reader and day, the rest is one line; owner: e-mail address of who hears of a room that cannot be posted to any more, else those in operations.");
        Line("# loss_reason_days: the owner of a lost deal without a reason is asked for it in the digest, after so many days the manager, too.");
        Line("# report_to: the room that hears each week what became of the alerts, else operations in person.");
        Line("alerts:");
        Line("  rules:");
        foreach (var kind in AlertKinds.All)
        {
            var own = alerts.Rules.Where(rule => rule.Kind == kind.Kind).ToList();
            own.ForEach(rule => Line($"    - {Rule(rule, kind)}"));
            if (own.Count == 0)
            {
                Line($"    # - {Rule(kind.Usual, kind)}");
            }
        }

        Line($"  default_stage_days: {Number(alerts.DefaultStageDays)}");
        Line($"  history_days: {Number(alerts.HistoryDays)}");
        Line($"  nightly_at: \"{Time(alerts.NightlyAt)}\"");
        Line($"  quiet_hours: {(alerts.QuietFrom == alerts.QuietUntil ? "off" : $"\"{Time(alerts.QuietFrom)}-{Time(alerts.QuietUntil)}\"")}");
        Line($"  digests: {(alerts.SendsDigests ? "true" : "false")}");
        Line($"  digest_at: \"{Time(alerts.DigestAt)}\"");
        Line($"  snooze_days: {Number(alerts.SnoozeDays)}");
        Line($"  loss_reason_days: {Number(alerts.LossReasonDays)}");
        Line($"  max_cards_per_room: {Number(alerts.MaxCardsPerRoom)}");
        Line(alerts.ReportTo is { } room ? $"  report_to: {Scalar(room)}" : "  # report_to: \"#revops\"");
        Line(alerts.Owner is { } owner ? $"  owner: {Scalar(owner)}" : "  # owner: olga@example.com");
    }

    /// <summary>A rule on one line: <c>{ alert: close_date_passed, threshold: 1, when: digest, to: owner }</c>.</summary>
    private static string Rule(AlertRule rule, AlertKindInfo kind)
    {
        var parts = new List<string> { $"alert: {kind.Key}" };
        if (kind.Unit is not null || kind.Learns)
        {
            parts.Add($"threshold: {(rule.Threshold is { } threshold ? threshold.ToString("0.##", CultureInfo.InvariantCulture) : rule.Stretch > 1 ? $"learned x {rule.Stretch.ToString("0.##", CultureInfo.InvariantCulture)}" : "learned")}");
        }

        parts.Add($"when: {rule.When switch { AlertTiming.AtOnce => "at_once", AlertTiming.Digest => "digest", _ => "off" }}");
        if (kind.Kind != AlertKind.SlowStage)
        {
            parts.Add($"to: {rule.To.Reader switch { AlertReader.Room => Scalar(rule.To.Room ?? ""), var reader => reader.ToString().ToLowerInvariant() }}");
        }

        if (rule.Scope.AtLeast is { } least)
        {
            parts.Add($"at_least: {least.ToString("0.##", CultureInfo.InvariantCulture)}");
        }

        foreach (var (key, names) in new[] { ("teams", rule.Scope.Teams), ("segments", rule.Scope.Segments), ("regions", rule.Scope.Regions), ("deal_types", rule.Scope.DealTypes) })
        {
            if (names.Count > 0)
            {
                parts.Add($"{key}: [{string.Join(", ", names.Select(Scalar))}]");
            }
        }

        return $"{{ {string.Join(", ", parts)} }}";
    }

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private void Line(string text = "") => _text.Append(text).Append('\n');

    private void Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Line(line);
        }
    }

    private void Criteria(string key, IReadOnlyList<Criterion> criteria)
    {
        if (criteria.Count > 0)
        {
            Line($"    {key}: {ProcessText.Of(criteria)}");
        }
    }

    private void Optional(string key, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            Line($"    {key}: {Flow(values)}");
        }
    }

    private void Words(string key, IReadOnlyList<string> values)
    {
        if (values.Sum(value => value.Length + 2) <= 110)
        {
            Line($"{key}: {Flow(values)}");
        }
        else
        {
            Block(key, values, Scalar, string.Empty);
        }
    }

    private void Block<T>(string key, IReadOnlyList<T> values, Func<T, string> write, string example)
    {
        Line(values.Count == 0 ? $"{key}: []" : $"{key}:");
        if (values.Count == 0 && example.Length > 0)
        {
            Line(example);
        }

        foreach (var value in values)
        {
            Line($"  - {write(value)}");
        }
    }
}
