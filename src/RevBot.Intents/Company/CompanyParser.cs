using System.Globalization;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.Company;

/// <summary>The root of <c>company.yaml</c> into a profile, noting every problem on the way.</summary>
internal sealed class CompanyParser(YamlSection root)
{
    public static readonly IReadOnlyList<string> Keys =
    [
        "name", "currency", "rates", "time_zone", "fiscal_year_start", "week_start", "work_days", "holidays", "stages", "moves", "loss_reasons", "win_reasons",
        "sources", "segments", "regions", "deal_types", "competitors", "fields", "teams", "metric_owners", "metrics", "glossary", "alerts", "approvals", "rights", LeadPolicyParser.Key,
    ];

    /// <summary>The built-in fields that exit criteria may name.</summary>
    public static readonly IReadOnlyList<string> BuiltInFields =
    [
        DealFields.Name, DealFields.Account, DealFields.Owner, DealFields.Amount, DealFields.CloseDate, DealFields.SignedDate, DealFields.Source,
        DealFields.DealType, DealFields.Segment, DealFields.Region, DealFields.Product, DealFields.ForecastCategory, DealFields.NextStep,
        DealFields.NextStepDate, DealFields.Competitor, DealFields.LossReason, DealFields.LossDetail, DealFields.LossNote,
    ];

    private static readonly string[] Months =
        [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Where(month => month.Length > 0).Select(month => month.ToLowerInvariant())];

    public CompanyProfile Parse()
    {
        var currency = Currency(root, "currency", "USD");
        var fields = Fields();
        var teams = Teams();
        var owners = root.Section("metric_owners", []);
        var metricOwners = owners?.Keys.Where(key => key != "default").ToDictionary(key => key, key => owners.Text(key) ?? string.Empty) ?? [];
        var criteria = new CriterionParser(root, BuiltInFields, fields);
        var stages = new StageParser(root, criteria).Parse();
        var meanings = new MeaningParser(root);
        var (sources, segments, regions) = (Names("sources"), Names("segments"), Names("regions"));
        return new CompanyProfile
        {
            Name = root.Required("name", "My Company"),
            Currency = currency,
            Rates = new ExchangeRates(currency, Rates(currency)),
            Fiscal = new FiscalCalendar(StartMonth(), Day(root.Text("week_start"), "week_start") ?? DayOfWeek.Monday),
            Work = new WorkCalendar(Zone(), WorkDays(), Holidays()),
            Process = new SalesProcess(stages, new MovePolicyParser(root, stages, criteria).Parse()),
            LossReasons = new LossReasonCatalog(LossReasons()),
            WinReasons = Names("win_reasons"),
            Sources = sources,
            Segments = segments,
            Regions = regions,
            DealTypes = Names("deal_types"),
            Competitors = Names("competitors"),
            Fields = fields,
            Teams = teams,
            MetricOwners = metricOwners,
            DefaultMetricOwner = owners?.Text("default") ?? "RevOps",
            MetricWordings = meanings.Wordings(),
            Glossary = meanings.Glossary(),
            Alerts = new AlertParser(root, teams).Parse(),
            Leads = new LeadPolicyParser(root, new Dictionary<string, IReadOnlyList<string>> { ["source"] = sources, ["segment"] = segments, ["region"] = regions }).Parse(),
            Approvals = new ApprovalPolicyParser(root, stages, fields, criteria).Parse(),
            Rights = new RightsParser(root, [.. BuiltInFields, .. fields.Select(field => field.Key)]).Parse(),
        };
    }

    private static string Currency(YamlSection section, string key, string example)
    {
        var text = section.Required(key, example);
        if (text.Length > 0 && !CurrencyCodes.IsKnown(text))
        {
            section.Problem(key, $"'{text}' is not a currency code.", "Write a three-letter ISO code in capitals, as in USD or EUR.");
        }

        return text;
    }

    private List<ExchangeRate> Rates(string currency)
    {
        var rates = new List<ExchangeRate>();
        foreach (var section in root.Sections("rates", ["currency", "from", "rate"]))
        {
            var code = Currency(section, "currency", "EUR");
            if (code.Length > 0 && code == currency)
            {
                section.Problem("currency", $"{code} is the company's own currency and needs no rate.", "Remove this rate.");
            }

            var from = section.Date("from");
            if (section.Node("from") is null)
            {
                section.Problem("from", "'from' is missing: a rate holds from a day on.", "Add from: 2026-01-01.");
            }

            var text = section.Required("rate", "1.08");
            if (!decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var rate) || rate <= 0)
            {
                if (text.Length > 0)
                {
                    section.Problem("rate", $"'{text}' is not a rate above 0.", $"Write how many {currency} one {code} is worth, as in 1.08.");
                }

                continue;
            }

            if (rates.Any(other => other.Currency == code && other.From == from))
            {
                section.Problem("from", $"{code} has two rates from the same day.", "Keep one of them.");
            }

            rates.Add(new ExchangeRate(code, from ?? DateOnly.MinValue, rate));
        }

        return rates;
    }

    private int StartMonth()
    {
        if (root.Text("fiscal_year_start") is not { } text)
        {
            return 1;
        }

        var named = text.Length >= 3 ? Array.FindIndex(Months, month => month.StartsWith(text, StringComparison.OrdinalIgnoreCase)) + 1 : 0;
        return named > 0 ? named : root.Number("fiscal_year_start", 1, 1, 12);
    }

    private DayOfWeek? Day(string? text, string key, YamlDotNet.RepresentationModel.YamlNode? node = null)
    {
        if (text is null)
        {
            return null;
        }

        var days = Enum.GetValues<DayOfWeek>();
        var found = Array.FindIndex(days, day => text.Length >= 3 && day.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase));
        if (found >= 0)
        {
            return days[found];
        }

        var fix = "Write monday, tuesday, wednesday, thursday, friday, saturday or sunday.";
        root.Add(node ?? root.Node(key) ?? throw new InvalidOperationException(key), key, $"'{text}' is not a day of the week.", fix);
        return null;
    }

    private List<DayOfWeek> WorkDays()
    {
        if (root.Node("work_days") is null)
        {
            return [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
        }

        var days = root.Words("work_days").Select(word => Day(word.Text, "work_days", word.Node)).OfType<DayOfWeek>().Distinct().ToList();
        if (days.Count == 0)
        {
            root.Problem("work_days", "A company needs at least one work day.", "Write work_days: [monday, tuesday, wednesday, thursday, friday].");
        }

        return days;
    }

    private List<DateOnly> Holidays() =>
        [.. root.Words("holidays").Select((word, position) => root.Date(word.Text, word.Node, $"holidays[{position}]")).OfType<DateOnly>().Distinct()];

    private TimeZoneInfo Zone()
    {
        var text = root.Required("time_zone", "Europe/Berlin");
        if (text.Length == 0 || TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone))
        {
            return text.Length == 0 ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(text);
        }

        var near = NearestName.Find(text, TimeZoneInfo.GetSystemTimeZones().Select(candidate => candidate.Id));
        root.Problem("time_zone", $"'{text}' is not a known time zone.", near is null ? "Write an IANA name, as in Europe/Berlin." : $"Did you mean '{near}'?");
        return TimeZoneInfo.Utc;
    }

    private List<string> Names(string key)
    {
        var names = new List<string>();
        foreach (var (text, node) in root.Words(key))
        {
            if (names.Contains(text, StringComparer.OrdinalIgnoreCase))
            {
                root.Add(node, key, $"'{text}' stands twice in '{key}'.", "Keep one of them.");
                continue;
            }

            names.Add(text);
        }

        return names;
    }

    private List<LossReason> LossReasons()
    {
        var reasons = new List<LossReason>();
        foreach (var section in root.Sections("loss_reasons", ["key", "name", "details", "competitor", "note"]))
        {
            var name = section.Required("name", "Price");
            var key = section.Text("key") ?? Keyed.From(name);
            if (reasons.Any(other => string.Equals(other.Key, key, StringComparison.OrdinalIgnoreCase)))
            {
                section.Problem("key", $"Two loss reasons have the key '{key}'.", "Give each its own key.");
                continue;
            }

            // Words are always mandatory for Other: without them it says nothing.
            var note = section.Flag("note", key == "other") || key == "other";
            reasons.Add(new LossReason(key, name, Details(section), section.Flag("competitor", false), note));
        }

        return reasons;
    }

    /// <summary>Details are names, or keys and names.</summary>
    private static List<LossDetail> Details(YamlSection section)
    {
        if (section.Node("details") is YamlDotNet.RepresentationModel.YamlSequenceNode { Children: [YamlDotNet.RepresentationModel.YamlMappingNode, ..] })
        {
            return
            [
                .. section.Sections("details", ["key", "name"]).Select(detail =>
                {
                    var name = detail.Required("name", "Too expensive");
                    return new LossDetail(detail.Text("key") ?? Keyed.From(name), name);
                }),
            ];
        }

        return [.. section.Words("details").Select(word => new LossDetail(Keyed.From(word.Text), word.Text))];
    }

    private List<DealField> Fields()
    {
        var fields = new List<DealField>();
        foreach (var section in root.Sections("fields", ["key", "label", "kind", "choices", "hint"]))
        {
            var key = section.Required("key", "budget");
            var kindText = section.Text("kind") ?? "text";
            if (!Enum.TryParse<FieldKind>(kindText.Replace("_", string.Empty, StringComparison.Ordinal).Replace("/", string.Empty, StringComparison.Ordinal), ignoreCase: true, out var kind) || char.IsDigit(kindText[0]))
            {
                section.Problem("kind", $"'{kindText}' is not a kind of field.", "Write text, long_text, number, money, date, choice, person, people or yes_no.");
            }

            var choices = section.Words("choices").Select(word => word.Text).ToList();
            if (kind == FieldKind.Choice && choices.Count == 0)
            {
                section.Problem("choices", $"The choice field '{key}' has no choices.", "Add choices: [first, second].");
            }

            if (BuiltInFields.Contains(key) || key is DealFields.Stage or DealFields.Note or DealFields.WinReason or DealFields.MoveReason || fields.Any(other => other.Key == key))
            {
                section.Problem("key", $"There already is a field '{key}'.", "Choose another key.");
                continue;
            }

            fields.Add(new DealField(key, section.Text("label") ?? key, kind, choices, section.Text("hint")));
        }

        return fields;
    }

    private List<Team> Teams()
    {
        var teams = new List<Team>();
        foreach (var section in root.Sections("teams", ["name", "region", "rooms"]))
        {
            var name = section.Required("name", "EMEA");
            var rooms = section.Section("rooms", ["slack", "teams", "page", "terminal"]);
            if (teams.Any(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                section.Problem("name", $"Two teams are called '{name}'.", "Give each its own name.");
                continue;
            }

            var roomNames = rooms?.Keys.Where(key => rooms.Text(key) is not null).ToDictionary(key => key, key => rooms.Text(key) ?? string.Empty) ?? [];
            teams.Add(new Team(name, section.Text("region"), roomNames));
        }

        return teams;
    }
}
