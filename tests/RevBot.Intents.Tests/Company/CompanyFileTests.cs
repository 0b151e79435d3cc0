using RevBot.Intents.Company;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Company;

public sealed class CompanyFileTests
{
    private const string Good =
        """
        name: Acme Corp
        currency: EUR
        rates:
          - { currency: USD, from: 2025-01-01, rate: 0.92 }
        time_zone: Europe/Berlin
        fiscal_year_start: april
        work_days: [mon, tue, wed, thu, fri]
        holidays: [2025-12-25]
        stages:
          - { key: lead, name: Lead, probability: 10% }
          - { key: offer, name: Offer, probability: 0.5, enter: [amount, budget] }
          - { key: won, name: Won, group: won }
          - { key: lost, name: Lost, group: lost }
        loss_reasons:
          - { name: Price, details: [Too expensive] }
          - { key: other, name: Other }
        fields:
          - { key: budget, label: Budget, kind: choice, choices: [confirmed, unknown] }
        teams:
          - { name: DACH, region: EMEA, rooms: { slack: "#dach" } }
        metric_owners: { default: RevOps, bookings: Finance }
        alerts: { nightly_at: "05:30", snooze_days: 3 }
        """;

    [Fact]
    public void A_good_file_says_what_it_says()
    {
        var profile = CompanyFile.Parse(Good).Profile;
        Assert.NotNull(profile);
        Assert.Equal(("Acme Corp", "EUR", 4), (profile.Name, profile.Currency, profile.Fiscal.StartMonth));
        Assert.Equal(.1m, profile.Process.Stages[0].Probability);
        Assert.Equal(["amount", "budget"], profile.Process.Find(new StageId("offer"))!.RequiredToEnter);
        Assert.Equal(StageGroup.Lost, profile.Process.Stages[^1].Group);
        Assert.True(profile.LossReasons.Find("other")!.NeedsNote);
        Assert.Equal("too_expensive", profile.LossReasons.Find("price")!.Details[0].Key);
        Assert.Equal("#dach", profile.Teams[0].Rooms["slack"]);
        Assert.Equal("Finance", profile.MetricOwners["bookings"]);
        Assert.Equal(new TimeOnly(5, 30), profile.Alerts.NightlyAt);
        Assert.Equal([new DateOnly(2025, 12, 25)], profile.Work.Holidays.AsEnumerable());
    }

    [Theory]
    [InlineData("currency: EUR", "curency: EUR", 2, "Unknown key 'curency'", "Did you mean 'currency'?")]
    [InlineData("currency: EUR", "currency: euros", 2, "'euros' is not a currency code", "EUR")]
    [InlineData("Europe/Berlin", "Europe/Berln", 5, "'Europe/Berln' is not a known time zone", "Did you mean 'Europe/Berlin'?")]
    [InlineData("probability: 0.5", "probability: 50", 11, "out of range", "Write 0.5 or 50%.")]
    [InlineData("probability: 0.5", "probability: often", 11, "'often' is not a probability", "0.4")]
    [InlineData("key: offer,", "key: lead,", 11, "Two stages have the key 'lead'", "its own key")]
    [InlineData("enter: [amount, budget]", "enter: [ammount]", 11, "'ammount' is not a field", "Did you mean 'amount'?")]
    [InlineData("group: won", "group: win", 12, "'win' is not a group", "open, won or lost")]
    [InlineData("group: won", "group: open, probability: 1", 9, "No stage is in the group 'won'", "Closed Won")]
    [InlineData("holidays: [2025-12-25]", "holidays: [25.12.2025]", 8, "'25.12.2025' is not a date", "2026-12-25")]
    [InlineData("rate: 0.92", "rate: 0", 4, "'0' is not a rate above 0", "1.08")]
    [InlineData("fiscal_year_start: april", "fiscal_year_start: 13", 6, "'13' is not a whole number from 1 to 12", "fiscal_year_start")]
    [InlineData("mon, tue", "mon, tues day", 7, "'tues day' is not a day of the week", "tuesday")]
    [InlineData("snooze_days: 3", "snooze_days: 400", 22, "from 1 to 90", "snooze_days: 7")]
    [InlineData("snooze_days: 3", "rules: [{ alert: close_passed }]", 22, "'close_passed' is no kind of alert", "Did you mean 'close_date_passed'?")]
    [InlineData("snooze_days: 3", "rules: [{ threshold: 3 }]", 22, "'alert' is missing", "close_date_passed")]
    [InlineData("snooze_days: 3", "rules: [{ alert: moved_back, threshold: 3 }]", 22, "moved_back has no threshold to set to '3'", "Leave it out")]
    [InlineData("snooze_days: 3", "rules: [{ alert: close_date_pushed, threshold: often }]", 22, "'often' is not a number of times from 1 to 20", "as in 2")]
    [InlineData("snooze_days: 3", "rules: [{ alert: no_activity, when: weekly }]", 22, "'weekly' is not a time to tell", "at_once, digest or off")]
    [InlineData("snooze_days: 3", "rules: [{ alert: no_activity, to: boss }]", 22, "'boss' is nobody to tell", "#deal-desk")]
    [InlineData("snooze_days: 3", "rules: [{ alert: no_activity, teams: [DAHC] }]", 22, "'DAHC' is none of the company's teams", "Did you mean 'DACH'?")]
    [InlineData("snooze_days: 3", "rules: [{ alert: no_activity, at_least: 50k }]", 22, "'50k' is not an amount above 0", "50000")]
    [InlineData("snooze_days: 3", "rules: [{ alert: coverage_low, to: owner }]", 22, "coverage_low is about teams and the company", "to: manager, team or a room")]
    [InlineData("snooze_days: 3", "rules: [{ alert: lead_handoff, at_least: 5 }]", 22, "lead_handoff is about leads", "Keep only threshold")]
    [InlineData("snooze_days: 3", "rules: [{ alert: lead_handoff, threshold: soon }]", 22, "'soon' is not a number of business days from 0.1 to 365", "Write learned or a number")]
    [InlineData("snooze_days: 3", "rules: [{ alert: slow_stages, to: owner }]", 22, "A slow stage concerns every team", "Keep only")]
    [InlineData("snooze_days: 3", "no_activity: sometimes", 22, "'sometimes' is not a time to tell", "off")]
    [InlineData("snooze_days: 3", "quiet_hours: \"at night\"", 22, "'at night' are no quiet hours", "20:00-06:00")]
    [InlineData("snooze_days: 3", "quiet_hours: \"19:00-07:00\"", 22, "05:30 lies in the quiet hours, 19:00-07:00", "as in \"07:00\"")]
    [InlineData("snooze_days: 3", "digest_at: \"8.30\"", 22, "'8.30' is not a time of day", "06:00")]
    [InlineData("kind: choice", "kind: dropdown", 18, "'dropdown' is not a kind of field", "choice")]
    [InlineData("teams:\n", "teams: north\nsources:\n", 19, "'teams' must be a list", "- name")]
    [InlineData("name: Acme Corp", "name: [Acme]", 1, "'name' must be one value", "name: something")]
    [InlineData("  - { name: Price", "\t- { name: Price", 15, "indented with a tab", "spaces")]
    [InlineData("name: Acme Corp", "name: \"Acme Corp", 1, "This is not YAML", "Check quotes")]
    [InlineData("name: Acme Corp", "name: Acme Corp\n---\nname: Other", 3, "A second document begins here", "---")]
    [InlineData("currency: EUR", "name: Twice", 2, "This is not YAML", "Check")]
    public void A_mistake_is_named_with_its_line_and_its_fix(string good, string bad, int line, string message, string fix)
    {
        var reading = CompanyFile.Parse(Good.Replace(good, bad, StringComparison.Ordinal));
        Assert.Null(reading.Profile);
        var problem = reading.Problems.FirstOrDefault(one => one.Message.Contains(message, StringComparison.Ordinal));
        Assert.True(problem is not null, string.Join('\n', reading.Problems));
        Assert.Contains(fix, problem.Fix, StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
    }

    [Fact]
    public void Rules_say_what_is_told_and_what_is_not_listed_goes_by_the_usual_one()
    {
        var alerts = CompanyFile.Parse(Good.Replace("snooze_days: 3", """
            slow_stages: off, rules: [
              { alert: stalled_deals, threshold: 20, to: "#deal-desk", teams: [dach], at_least: 50000 },
              { alert: stalled_deals, threshold: learned, when: digest },
              { alert: no_activity, when: at_once, to: manager }]
            """, StringComparison.Ordinal)).Profile!.Alerts;

        Assert.Equal(
            [(20m, AlertTiming.AtOnce, AlertReader.Room, (decimal?)50_000), (null, AlertTiming.Digest, AlertReader.Team, null)],
            alerts.RulesOf(AlertKind.StalledDeal).Select(rule => (rule.Threshold, rule.When, rule.To.Reader, rule.Scope.AtLeast)));
        Assert.Equal(("#deal-desk", "dach"), (alerts.RulesOf(AlertKind.StalledDeal)[0].To.Room, alerts.RulesOf(AlertKind.StalledDeal)[0].Scope.Teams[0]));
        Assert.Equal((14m, AlertTiming.AtOnce, AlertReader.Manager), alerts.RulesOf(AlertKind.NoActivity).Select(rule => (rule.Threshold, rule.When, rule.To.Reader)).Single());
        Assert.False(alerts.Tells(AlertKind.SlowStage));
        Assert.True(alerts.Tells(AlertKind.CloseDatePassed));
        Assert.False(alerts.TellsAtOnce(AlertKind.CloseDatePassed));
    }

    [Fact]
    public void Who_answers_for_the_alerts_is_an_address()
    {
        var named = CompanyFile.Parse(Good.Replace("snooze_days: 3", "snooze_days: 3, owner: olga@example.com", StringComparison.Ordinal)).Profile!;
        Assert.Equal("olga@example.com", named.Alerts.Owner);
        Assert.Equal("olga@example.com", CompanyFile.Parse(CompanyFile.Text(named)).Profile!.Alerts.Owner);
        var problem = Assert.Single(CompanyFile.Parse(Good.Replace("snooze_days: 3", "snooze_days: 3, owner: Olga", StringComparison.Ordinal)).Problems);
        Assert.Equal("'Olga' is not an e-mail address.", problem.Message);
    }

    [Fact]
    public void Every_mistake_is_found_at_once()
    {
        var bad = Good.Replace("currency: EUR", "currency: E", StringComparison.Ordinal)
            .Replace("rate: 0.92", "rate: -1", StringComparison.Ordinal)
            .Replace("Europe/Berlin", "Mars", StringComparison.Ordinal)
            .Replace("probability: 0.5", "probability: 7", StringComparison.Ordinal);
        Assert.Equal([2, 4, 5, 11], CompanyFile.Parse(bad).Problems.Select(problem => problem.Line));
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        foreach (var profile in new[] { CompanyFile.Default, TestCompany.Profile, CompanyFile.Parse(Good).Profile!, Odd() })
        {
            var text = CompanyFile.Text(profile);
            var reading = CompanyFile.Parse(text);
            Assert.True(reading.IsValid, string.Join('\n', reading.Problems));
            Assert.Equal(text, CompanyFile.Text(reading.Profile));
            Assert.Equal(profile.Name, reading.Profile.Name);
            Assert.Equal(profile.Sources, reading.Profile.Sources);
            Assert.Equal(profile.Process.Stages.Select(stage => (stage.Id, stage.Name, stage.Probability)), reading.Profile.Process.Stages.Select(stage => (stage.Id, stage.Name, stage.Probability)));
            Assert.Equal(profile.Rates.Rates, reading.Profile.Rates.Rates);
            Assert.Equivalent(profile.Alerts, reading.Profile.Alerts, strict: true);
        }
    }

    [Fact]
    public void The_first_start_writes_a_file_and_the_second_reads_it()
    {
        using var folder = new TestFolder();
        var path = folder.File("data/company.yaml");
        Assert.Equal("My Company", CompanySource.Open(path).Profile.Name);
        File.WriteAllText(path, File.ReadAllText(path).Replace("My Company", "Initech", StringComparison.Ordinal));
        Assert.Equal("Initech", CompanySource.Open(path).Profile.Name);
    }

    [Fact]
    public void A_stage_that_still_holds_deals_cannot_vanish()
    {
        using var folder = new TestFolder();
        var path = folder.File("company.yaml");
        var company = CompanySource.Open(path, TestCompany.Profile);
        File.WriteAllText(path, File.ReadAllText(path).Replace("key: proposal", "key: offer", StringComparison.Ordinal));
        var deals = CompanySource.CountDeals(new APipeline().Deal("1", "One", "2025-01-01", "proposal").Deal("2", "Two", "2025-01-01", "proposal").Snapshot());

        var problem = Assert.Single(company.Reload(deals));
        Assert.Contains("'proposal' still holds 2 deals", problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("stages:", File.ReadAllLines(path)[problem.Line - 1], StringComparison.Ordinal);
        Assert.NotNull(company.Profile.Process.Find(new StageId("proposal")));

        Assert.Empty(company.Reload(new Dictionary<StageId, int>()));
        Assert.NotNull(company.Profile.Process.Find(new StageId("offer")));
    }

    private static CompanyProfile Odd() => TestCompany.Profile with
    {
        Name = "Müller & Söhne: \"the\" #1\tCo",
        Sources = ["yes", "no", "- dash", "a, b", "{x}", "null", "1.5", "=SUM(1)", "O'Neil", "日本"],
        Work = new WorkCalendar(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"), [DayOfWeek.Sunday, DayOfWeek.Monday], [new DateOnly(2026, 1, 1)]),
        Fields = [new DealField("note_x", "Long: text", FieldKind.LongText, [], "say #more")],
        MetricOwners = new Dictionary<string, string> { ["bookings"] = "Finance: EMEA" },
        Alerts = new AlertSettings
        {
            SendsDigests = false,
            DigestAt = new TimeOnly(7, 5),
            Rules =
            [
                new AlertRule(AlertKind.LargeWin) { Threshold = 250_000, When = AlertTiming.AtOnce, To = new AlertRoute(AlertReader.Room, "#big: wins") },
                new AlertRule(AlertKind.SlowStage) { When = AlertTiming.Off },
                new AlertRule(AlertKind.LeadHandoff) { Threshold = .5m, To = AlertRoute.Team, Scope = new AlertScope { Regions = ["EMEA"] } },
                new AlertRule(AlertKind.CoverageLow) { Threshold = 2.5m, To = AlertRoute.Team, Scope = new AlertScope { Teams = ["EMEA"] } },
                new AlertRule(AlertKind.NoNextStep) { To = AlertRoute.Owner, Scope = new AlertScope { AtLeast = 1.5m, Teams = ["EMEA"], Segments = ["SMB"], Regions = ["AMER"], DealTypes = ["Renewal"] } },
            ],
        },
    };

    [Theory]
    [InlineData("- : #\"")]
    [InlineData("Acme: the 'deal' # not a comment")]
    [InlineData("{ name: x }")]
    [InlineData("[a, b]")]
    [InlineData("*alias &anchor !tag |")]
    [InlineData("a\nstages: []")]
    [InlineData("a\u2028b\u2029c\u0085d\u00a0e\ufefff")]
    [InlineData("\\n \\\" \t tab\r\nline")]
    [InlineData("no")]
    [InlineData("~")]
    [InlineData("1e3")]
    [InlineData("0x1F")]
    [InlineData("%41 @x `y`")]
    [InlineData("日本 Köln 👩‍💻")]
    [InlineData("---")]
    public void A_word_learned_from_a_file_stays_one_word(string word)
    {
        var profile = TestCompany.Profile with
        {
            Name = word,
            Sources = [word, "Inbound"],
            Process = new SalesProcess([.. TestCompany.Profile.Process.Stages.Select((stage, i) => i == 0 ? stage with { Name = word, Aliases = [word + "!"] } : stage)]),
            LossReasons = new LossReasonCatalog([new LossReason("odd", word, [new LossDetail("odd", word)], false, false)]),
            Fields = [],
        };
        var reading = CompanyFile.Parse(CompanyFile.Text(profile));
        Assert.True(reading.IsValid, string.Join('\n', reading.Problems));
        Assert.Equal((word, word, word, word), (reading.Profile!.Name, reading.Profile.Sources[0], reading.Profile.Process.Stages[0].Name, reading.Profile.LossReasons.Reasons[0].Details[0].Name));
    }
}
