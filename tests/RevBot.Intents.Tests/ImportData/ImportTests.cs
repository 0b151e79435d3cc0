using System.Text;
using RevBot.Conversation.Understanding;
using RevBot.Intents.ImportData;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Intents.Tests.ImportData;

public sealed class ImportTests
{
    private const string Header = "id,name,stage,created,amount,close date,owner,source,loss reason";

    private static string Rows(params string[] rows) => Header + "\n" + string.Join('\n', rows) + "\n";

    [Fact]
    public async Task The_first_import_learns_the_company_and_the_second_changes_nothing()
    {
        await using var house = new ImportHouse();
        var file = Rows(
            "1,Acme,Negotiation,2026-01-05,1000,2026-12-01,Dana Whitfield,Webinar,",
            "2,Globex,Qualifying,2026-02-05,2000.50,2026-12-02,Sam Ortiz,Referral,",
            "3,Initech,Closed Won,2026-02-05,300,2026-03-02,Sam Ortiz,Referral,",
            "4,Umbrella,Closed Lost,2026-02-05,,2026-03-02,Sam Ortiz,Referral,Lost to competitor");
        var first = await house.ImportAsync(ImportKind.Deals, file);
        Assert.Equal((null, 4, 4, 0), (first.Refusal, first.Rows, first.Created, first.Rejected));
        Assert.Equal(["Qualifying", "Negotiation", "Closed Won", "Closed Lost"], house.Company.Profile.Process.Stages.Select(stage => stage.Name));
        Assert.Contains(first.Learned, text => text.StartsWith("stages, in order of travel: Qualifying → Negotiation; won: Closed Won; lost: Closed Lost", StringComparison.Ordinal));
        Assert.True(house.Company.Profile.LossReasons.Find("lost_to_competitor")!.AsksForCompetitor);
        Assert.Equal(["Referral", "Webinar"], house.Company.Profile.Sources);
        Assert.Contains("Webinar", await File.ReadAllTextAsync(house.Company.Path), StringComparison.Ordinal);

        var lost = await house.DealAsync("4");
        Assert.Equal((DealStatus.Lost, "lost_to_competitor", false), (lost.Status, lost.LossReason, lost.HistoryKnown));
        Assert.Equal(new Money(2000.50m, "USD"), (await house.DealAsync("2")).Amount);

        var version = (await house.SnapshotAsync()).Version;
        var second = await house.ImportAsync(ImportKind.Deals, file);
        Assert.Equal((4, 4, 0), (second.Rows, second.Unchanged, second.Rejected));
        Assert.Empty(second.Learned);
        Assert.Equal(version, (await house.SnapshotAsync()).Version);
    }

    [Fact]
    public async Task After_the_first_import_an_unknown_value_is_a_rejected_row_that_names_the_known_ones()
    {
        await using var house = new ImportHouse();
        await house.ImportAsync(ImportKind.Deals, Rows("1,Acme,Negotiation,2026-01-05,1000,,Dana Whitfield,Webinar,"));
        var report = await house.ImportAsync(ImportKind.Deals, Rows(
            "2,Two,Negotation,2026-01-05,,,Dana Whitfield,Webinar,",
            "3,Three,Negotiation,2026-01-05,,,Dina Whitfield,Webinar,",
            "4,Four,Negotiation,2026-01-05,,,Dana Whitfield,Webniar,",
            "5,Five,Closed Lost,2026-01-05,,2026-02-01,Dana Whitfield,Webinar,Prize",
            "6,Six,Negotiation,31.31.2026,,,Dana Whitfield,Webinar,",
            "7,Seven,Negotiation,2026-01-05,lots,,Dana Whitfield,Webinar,",
            "8,Eight,Negotiation,2026-01-05,-5,,Dana Whitfield,Webinar,",
            ",Nine,Negotiation,2026-01-05,,,Dana Whitfield,Webinar,",
            "10,Ten,Closed Won,2026-01-05,5,,Dana Whitfield,Webinar,",
            "11,Eleven,Negotiation,2026-01-05,,,Dana Whitfield,Webinar",
            "12,Twelve,Negotiation,2026-01-05,5,,Dana Whitfield,Webinar,",
            "12,Twelve again,Negotiation,2026-01-05,5,,Dana Whitfield,Webinar,"));
        Assert.Equal((12, 2, 10), (report.Rows, report.Imported, report.Rejected));
        Assert.Collection(
            report.Problems,
            problem => Assert.Contains("'Negotation' is not a stage in company.yaml. Known are: Negotiation, ", problem.Reason, StringComparison.Ordinal),
            problem => Assert.Contains("'Dina Whitfield' is nobody known. Known are: Dana Whitfield.", problem.Reason, StringComparison.Ordinal),
            problem => Assert.Contains("'Webniar' is not one of the sources in company.yaml. Known are: Webinar.", problem.Reason, StringComparison.Ordinal),
            problem => Assert.Contains("'31.31.2026' is not a date", problem.Reason, StringComparison.Ordinal),
            problem => Assert.Contains("'lots' is not an amount", problem.Reason, StringComparison.Ordinal),
            problem => Assert.Contains("'-5' is negative", problem.Reason, StringComparison.Ordinal),
            problem => Assert.Contains("'id' is empty", problem.Reason, StringComparison.Ordinal),
            problem => Assert.Contains("A won deal needs its close date", problem.Reason, StringComparison.Ordinal),
            problem => Assert.Contains("The row has 8 fields and the header has 9", problem.Reason, StringComparison.Ordinal),
            problem => Assert.Contains("'12' stands on line 12 already", problem.Reason, StringComparison.Ordinal));
        Assert.Equal([2, 3, 4, 6, 7, 8, 9, 10, 11, 13], report.Problems.Select(problem => problem.Line));
        var rejects = await File.ReadAllLinesAsync(report.RejectsPath!);
        Assert.StartsWith("line,column,value,reason,id,name", rejects[0], StringComparison.Ordinal);
        Assert.StartsWith("2,stage,Negotation,", rejects[1], StringComparison.Ordinal);
        Assert.Equal(11, rejects.Length);
    }

    [Fact]
    public async Task A_later_file_writes_only_what_changed_and_an_empty_cell_says_nothing()
    {
        await using var house = new ImportHouse();
        await house.ImportAsync(ImportKind.Deals, Rows(
            "1,Acme,Proposal,2026-01-05,1000,2026-12-01,Dana,Web,",
            "2,Globex,Proposal,2026-01-05,1000,2026-12-01,Dana,Web,",
            "3,Initech,Closed Lost,2026-01-05,1000,2026-03-01,Dana,Web,Price"));
        house.Time.Advance(TimeSpan.FromDays(1));
        var report = await house.ImportAsync(ImportKind.Deals, Rows(
            "1,Acme,Closed Won,2026-01-05,1500,2026-11-20,Dana,Web,",
            "2,Globex,Proposal,2026-01-05,,,,,",
            "3,Initech,Proposal,2026-01-05,1000,2026-12-24,Dana,Web,"));
        Assert.Equal((3, 0, 2, 1, 0), (report.Rows, report.Created, report.Updated, report.Unchanged, report.Rejected));
        var won = await house.DealAsync("1");
        Assert.Equal((DealStatus.Won, 1500m, new DateOnly(2026, 11, 20), 3), (won.Status, won.Amount!.Value.Amount, won.CloseDate!.Value, won.Version));
        var reopened = await house.DealAsync("3");
        Assert.Equal((DealStatus.Open, null, new DateOnly(2026, 12, 24)), (reopened.Status, reopened.LossReason, reopened.CloseDate!.Value));
        Assert.Equal(1000m, (await house.DealAsync("2")).Amount!.Value.Amount);
    }

    [Fact]
    public async Task A_dry_run_counts_and_writes_nothing()
    {
        await using var house = new ImportHouse();
        var before = await File.ReadAllTextAsync(house.Company.Path);
        var report = await house.ImportAsync(ImportKind.Deals, Rows("1,Acme,Proposal,2026-01-05,1000,,Dana,Web,", "2,,Proposal,2026-01-05,,,,,"), dryRun: true);
        Assert.Equal((2, 1, 1, null), (report.Rows, report.Created, report.Rejected, report.RejectsPath));
        Assert.Equal(0, (await house.SnapshotAsync()).Deals.Length);
        Assert.Equal(before, await File.ReadAllTextAsync(house.Company.Path));
        Assert.False(File.Exists(RejectsFile.For(house.File("file.csv"))));
    }

    [Fact]
    public async Task The_demo_company_is_never_mixed_with_imported_data()
    {
        await using var house = new ImportHouse(TestCompany.Profile);
        await house.Loader.LoadAsync(new APipeline().Deal("1", "Acme", "2026-01-05").Load("demo"), CancellationToken.None);
        var report = await house.ImportAsync(ImportKind.Deals, Rows("2,Two,Proposal,2026-01-05,,,,,"));
        Assert.Contains("demo company", report.Refusal, StringComparison.Ordinal);
        Assert.Equal(1, (await house.SnapshotAsync()).Deals.Length);
    }

    [Fact]
    public async Task A_company_file_edited_by_hand_is_added_to_and_kept_beside()
    {
        await using var house = new ImportHouse(TestCompany.Profile with { Sources = ["Inbound", "Radio"] });
        var edited = (await File.ReadAllTextAsync(house.Company.Path)).Replace("# Sales teams", "# ours: sales teams", StringComparison.Ordinal);
        await File.WriteAllTextAsync(house.Company.Path, edited);
        await house.ImportAsync(ImportKind.Deals, Rows("2,Two,Verbal,2026-01-05,,,,Fair,", "3,Three,Proposal,2026-01-05,,,,Inbound,"));
        var stages = house.Company.Profile.Process.Stages.Select(stage => stage.Name).ToList();
        Assert.Equal(["Qualification", "Discovery", "Proposal", "Negotiation", "Verbal", "Closed Won", "Closed Lost"], stages);
        Assert.Equal(["Inbound", "Radio", "Fair"], house.Company.Profile.Sources);
        Assert.Equal(edited, await File.ReadAllTextAsync(house.Company.Path + ".bak"));
    }

    [Theory]
    [InlineData("id,name\n1,x\n", "The file has no column for stage, created. It has: id, name.")]
    [InlineData("", "The file is empty")]
    [InlineData("id,name,stage,created\n1,Acme,Proposal,03/04/2026\n", "'03/04/2026' in the column 'created' may be day first or month first")]
    [InlineData("id,name,stage,created,close date\n1,A,Proposal,13/04/2026,04/13/2026\n2,B,Proposal,03/04/2026,\n", "writes dates in two ways")]
    public async Task A_file_that_cannot_be_read_for_sure_is_refused_and_nothing_changes(string text, string why)
    {
        await using var house = new ImportHouse();
        var report = await house.ImportAsync(ImportKind.Deals, text);
        Assert.Contains(why, report.Refusal, StringComparison.Ordinal);
        Assert.Equal(0, (await house.SnapshotAsync()).Deals.Length);
        Assert.Equal("Qualification", house.Company.Profile.Process.Stages[0].Name);
    }

    [Theory]
    [InlineData(DateOrder.DayFirst, "2026-04-03")]
    [InlineData(DateOrder.MonthFirst, "2026-03-04")]
    public async Task Said_dates_are_read_as_said(DateOrder order, string day)
    {
        await using var house = new ImportHouse();
        await house.ImportAsync(ImportKind.Deals, "id,name,stage,created\n1,Acme,Proposal,03/04/2026\n", order);
        Assert.Equal(DateTimeOffset.Parse(day + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture), (await house.DealAsync("1")).CreatedAt);
    }

    [Fact]
    public async Task One_date_that_can_only_be_read_one_way_decides_for_the_file()
    {
        await using var house = new ImportHouse();
        await house.ImportAsync(ImportKind.Deals, "id,name,stage,created,close date\n1,Acme,Proposal,03/04/2026,\n2,B,Proposal,01/02/2026,25/12/2026\n");
        Assert.Equal(4, (await house.DealAsync("1")).CreatedAt.Month);
    }

    [Theory]
    [InlineData("utf-8", ",", false)]
    [InlineData("utf-8", ";", true)]
    [InlineData("utf-16", "\t", true)]
    [InlineData("windows-1252", ";", false)]
    public async Task Encodings_and_delimiters_are_found_out(string encoding, string delimiter, bool mark)
    {
        await using var house = new ImportHouse();
        var with = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var text = string.Join(delimiter, "id", "name", "stage", "created", "next step") + "\r\n"
            + string.Join(delimiter, "1", "\"Müller & Söhne\"", "Proposal", "2026-01-05", $"\"call{delimiter} then\nwrite \"\"offer\"\"\"") + "\r\n\r\n";
        var report = await house.ImportBytesAsync(ImportKind.Deals, [.. mark ? with.GetPreamble() : [], .. with.GetBytes(text)]);
        Assert.Equal((null, 1, 1), (report.Refusal, report.Rows, report.Created));
        var deal = await house.DealAsync("1");
        Assert.Equal("Müller & Söhne", deal.Name);
        Assert.Equal($"call{delimiter} then\nwrite \"offer\"", deal.NextStep);
    }

    [Fact]
    public async Task A_map_brings_a_strange_header_home_and_makes_company_fields()
    {
        await using var house = new ImportHouse();
        var report = await house.ImportAsync(
            ImportKind.Deals,
            "Nr,Was,Phase,Angelegt,Budget?,Farbe\n7,Acme,Proposal,5.1.2026,yes,blue\n",
            maps: new() { ["Nr"] = "id", ["Was"] = "name", ["Phase"] = "stage", ["Angelegt"] = "created", ["Budget?"] = "field:budget" });
        Assert.Null(report.Refusal);
        Assert.Equal(["Farbe"], report.IgnoredColumns);
        Assert.Equal("yes", (await house.DealAsync("7")).Fields["budget"]);
        Assert.Equal("budget", house.Company.Profile.Fields[0].Key);
        var wrong = await house.ImportAsync(ImportKind.Deals, "Nr\n1\n", maps: new() { ["Nr"] = "idd" });
        Assert.Contains("did you mean 'id'?", wrong.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_accounts_leads_quotas_and_forecasts_import_once()
    {
        await using var house = new ImportHouse();
        var files = new (ImportKind Kind, string Text)[]
        {
            (ImportKind.People, "User ID,Full Name,Email,Role,Team,Manager,Active\nu1,Dana Whitfield,dana@x.com,Sales Manager,EMEA,,TRUE\nu2,Sam Ortiz,sam@x.com,Account Executive,EMEA,Dana Whitfield,TRUE\nu3,No Boss,nb@x.com,Rep,EMEA,Nobody,TRUE\n"),
            (ImportKind.Accounts, "Account ID,Account Name,Segment,Region\na1,Acme,SMB,EMEA\na2,Globex,Enterprise,APAC\n"),
            (ImportKind.Deals, "id,name,stage,created,account,owner email\n1,Acme,Proposal,2026-01-05,acme,SAM@x.com\n"),
            (ImportKind.Leads, "Lead ID,First Name,Last Name,Company,Lead Status,Lead Source,Lead Owner,Created Date\nl1,Jo,Doe,Acme,Working,Fair,Sam Ortiz,2026-01-01\n"),
            (ImportKind.Quotas, "owner,period,amount\nSam Ortiz,2026-Q1,\"$100,000\"\nsam@x.com,2026-04,5000\n"),
            (ImportKind.Forecasts, "owner,period,category,amount,submitted\nSam Ortiz,2026-Q1,Commit,9000,2026-01-15\n"),
        };
        foreach (var (kind, text) in files)
        {
            var report = await house.ImportAsync(kind, text);
            Assert.True(report.Refusal is null && report.Rows == report.Imported + report.Rejected && report.Created > 0, $"{kind}: {report.ToJson()}");
            Assert.Equal(kind == ImportKind.People ? 1 : 0, report.Rejected);
        }

        var snapshot = await house.SnapshotAsync();
        Assert.Equal((PersonRole.Manager, PersonRole.Rep), (snapshot.People[new PersonId("u1")].Role, snapshot.People[new PersonId("u2")].Role));
        Assert.Equal(new PersonId("u1"), snapshot.People[new PersonId("u2")].Manager);
        Assert.Equal((new AccountId("a1"), new PersonId("u2")), (snapshot.Deals.Span[0].Account!.Value, snapshot.Deals.Span[0].Owner!.Value));
        Assert.Equal(new DateOnly(2026, 3, 31), snapshot.Quotas.Single(quota => quota.Amount.Amount == 100000m).End);
        Assert.Equal("Commit", Assert.Single(snapshot.Forecasts).Category);
        Assert.Equal("Jo Doe", Assert.Single(snapshot.Leads).Name);

        foreach (var (kind, text) in files)
        {
            var report = await house.ImportAsync(kind, text);
            Assert.Equal((0, 0), (report.Created, report.Updated));
        }
    }

    [Fact]
    public async Task A_stage_history_replaces_the_one_honest_visit_and_corrects_the_order()
    {
        await using var house = new ImportHouse();
        await house.ImportAsync(ImportKind.Deals, Rows("1,Acme,Zeta,2026-01-05,1000,2026-12-01,Dana,Web,", "2,Globex,Closed Won,2026-01-06,1000,2026-03-01,Dana,Web,", "3,I,Alpha,2026-01-06,1000,,Dana,Web,"));
        Assert.Equal(["Zeta", "Alpha"], house.Company.Profile.Process.OpenStages.Select(stage => stage.Name));
        const string history =
            "Opportunity ID,From Stage,To Stage,Last Modified\n"
            + "1,Alpha,Zeta,2026-02-01T10:00:00Z\n2,Alpha,Zeta,2026-01-20T10:00:00Z\n2,Zeta,Closed Won,2026-03-01T10:00:00Z\n9,Alpha,Zeta,2026-01-20T10:00:00Z\n";
        var report = await house.ImportAsync(ImportKind.DealHistory, history);
        Assert.Equal((4, 3, 1), (report.Rows, report.Updated, report.Rejected));
        Assert.Equal(["Alpha", "Zeta"], house.Company.Profile.Process.OpenStages.Select(stage => stage.Name));
        var open = await house.DealAsync("1");
        Assert.True(open.HistoryKnown);
        Assert.Equal(["alpha", "zeta"], open.Visits.Select(visit => visit.Stage.Value));
        Assert.Equal(APipeline.At("2026-02-01T10:00:00Z"), open.Visits[1].EnteredAt);
        var won = await house.DealAsync("2");
        Assert.Equal((DealStatus.Won, new DateOnly(2026, 3, 1), 2), (won.Status, won.CloseDate!.Value, won.Visits.Length));

        var again = await house.ImportAsync(ImportKind.DealHistory, history);
        Assert.Equal((0, 3, 1), (again.Updated, again.Unchanged, again.Rejected));
    }

    [Fact]
    public async Task What_is_exported_imports_into_an_empty_store_as_the_same_state()
    {
        await using var from = new ImportHouse(TestCompany.Profile);
        await from.Loader.LoadAsync(
            new APipeline()
                .Person("dana", "Dana", "EMEA", PersonRole.Manager).Person("sam", "Sam", "EMEA", manager: "dana")
                .Account("a1", "=Acme", "SMB", "EMEA")
                .Deal("1", "-Acme \"big\"\nnew", "2026-01-05T10:00:00Z", "qualification", "sam", "a1", 1000m, "2026-12-01", fields: new() { [DealFields.Source] = "Inbound" }, then: story => story.Moves("2026-01-10T10:00:00Z", "discovery").Moves("2026-02-10T10:00:00Z", "proposal"))
                .Deal("2", "Globex", "2026-01-06T10:00:00Z", "discovery", "dana", "a1", 50m, then: story => story.Moves("2026-01-12T10:00:00Z", "qualification").Loses("2026-03-01T10:00:00Z", "competitor", "features", "Acumen"))
                .Deal("3", "Initech", "2026-01-07T10:00:00Z", "discovery", "sam", "a1", 50m, then: story => story.Wins("2026-03-02T10:00:00Z", "2026-02-27").Reopens("2026-03-05T00:00:00Z", "negotiation").Wins("2026-04-02T10:00:00Z", "2026-04-01"))
                .Load(),
            CancellationToken.None);
        await using var to = new ImportHouse(TestCompany.Profile);
        foreach (var kind in new[] { ImportKind.People, ImportKind.Accounts, ImportKind.Deals, ImportKind.DealHistory })
        {
            var report = await to.ImportAsync(kind, await from.ExportAsync(kind));
            Assert.True(report is { Refusal: null, Rejected: 0 }, report.ToJson().ToString());
        }

        var (left, right) = (await from.SnapshotAsync(), await to.SnapshotAsync());
        Assert.Equal(left.People.Values.OrderBy(person => person.Name), right.People.Values.OrderBy(person => person.Name));
        Assert.Equal(left.Accounts.Values.ToList(), right.Accounts.Values.ToList());
        foreach (var deal in left.Deals.ToArray())
        {
            var other = right.Find(deal.Id)!;
            Assert.Equal(deal.Visits.AsEnumerable(), other.Visits.AsEnumerable());

            // What a deal had before is in no file: it is not a part of the state.
            Assert.Equal(
                deal with { Visits = other.Visits, PastAmounts = other.PastAmounts, PastCloseDates = other.PastCloseDates, Pauses = other.Pauses, Approvals = other.Approvals, Fields = other.Fields, ChangedBy = null, Version = 0 },
                other with { ChangedBy = null, Version = 0 });
        }
    }

    [Fact]
    public async Task What_was_changed_in_chat_stays_until_the_file_says_something_new()
    {
        await using var house = new ImportHouse();
        await house.ImportAsync(ImportKind.Deals, Rows("1,Acme,Proposal,2026-01-05,1000,2026-12-01,Dana,Web,", "2,Globex,Qualification,2026-01-05,1000,2026-12-01,Dana,Web,", "3,Initech,Closed Lost,2026-01-05,9,2026-03-01,Dana,Web,Price"));
        var chat = new EventStamp(house.Time.GetUtcNow(), house.Time.GetUtcNow(), new PersonId("dana"), "turn-1", "slack");
        await house.Loader.LoadAsync(
            new PipelineLoad
            {
                Origin = "import",
                Deals =
                [
                    new DealChange(new DealId("1"), 1,
                    [
                        new DealEvent.Lost(new StageId("proposal"), new StageId("closed_lost"), new DateOnly(2026, 11, 20), "price", null, "too dear", null, new DateOnly(2026, 12, 1)) { Deal = new DealId("1"), Stamp = chat },
                        new DealEvent.AmountChanged(new Money(1000, "USD"), new Money(1500, "USD")) { Deal = new DealId("1"), Stamp = chat },
                    ]),
                ],
            },
            CancellationToken.None);
        house.Time.Advance(TimeSpan.FromDays(1));

        var same = await house.ImportAsync(ImportKind.Deals, Rows("1,Acme,Proposal,2026-01-05,1000,2026-12-01,Dana,Web,"));
        Assert.Equal((1, 0), (same.Unchanged, same.Updated));
        Assert.Contains("1 deal was changed in RevBot since, where the file still says what it said before: those changes stay. First: Acme (1).", same.Notes);

        var other = await house.ImportAsync(ImportKind.Deals, Rows("1,Acme,Proposal,2026-01-05,1000,2026-12-01,Dana,Partner Referral,").Replace("Partner Referral", "Web", StringComparison.Ordinal).Replace(",1000,", ",2000,", StringComparison.Ordinal));
        Assert.Equal(1, other.Updated);
        var deal = await house.DealAsync("1");
        Assert.Equal((DealStatus.Lost, "price", "too dear", 2000m), (deal.Status, deal.LossReason, deal.LossNote, deal.Amount!.Value.Amount));

        await house.ImportAsync(ImportKind.Deals, Rows("1,Acme,Qualification,2026-01-05,2000,2026-12-24,Dana,Web,"));
        deal = await house.DealAsync("1");
        Assert.Equal((DealStatus.Open, "qualification", null, new DateOnly(2026, 12, 24)), (deal.Status, deal.Stage.Value, deal.LossReason, deal.CloseDate!.Value));
    }

    [Fact]
    public async Task A_history_of_next_steps_notes_and_pauses_survives_the_way_out_and_in()
    {
        await using var from = new ImportHouse(TestCompany.Profile);
        await from.Loader.LoadAsync(new APipeline().Person("sam", "Sam", "EMEA").Deal("1", "Acme", "2026-01-05T10:00:00Z", "qualification", "sam").Load(), CancellationToken.None);
        var id = new DealId("1");
        EventStamp At(int day) => new(APipeline.At($"2026-02-{day:00}T10:00:00Z"), from.Time.GetUtcNow(), new PersonId("sam"), $"turn-{day}", "slack");
        await from.Loader.LoadAsync(
            new PipelineLoad
            {
                Origin = "import",
                Deals =
                [
                    new DealChange(id, 1,
                    [
                        new DealEvent.NextStepChanged(null, null, "call", new DateOnly(2026, 2, 10)) { Deal = id, Stamp = At(1) },
                        new DealEvent.NextStepChanged("call", new DateOnly(2026, 2, 10), "call", new DateOnly(2026, 2, 20)) { Deal = id, Stamp = At(2) },
                        new DealEvent.NoteAdded("=they, \"like\" it\nvery much") { Deal = id, Stamp = At(3) },
                        new DealEvent.NextStepChanged("call", new DateOnly(2026, 2, 20), "visit", new DateOnly(2026, 2, 20)) { Deal = id, Stamp = At(4) },
                        new DealEvent.NextStepChanged("visit", new DateOnly(2026, 2, 20), null, null) { Deal = id, Stamp = At(5) },
                        new DealEvent.Paused(new DateOnly(2026, 6, 1), "budget freeze", null, null) { Deal = id, Stamp = At(6) },
                        new DealEvent.Paused(new DateOnly(2026, 7, 1), "legal: away, again", new DateOnly(2026, 6, 1), "budget freeze") { Deal = id, Stamp = At(7) },
                        new DealEvent.Resumed(new DateOnly(2026, 7, 1), "legal: away, again") { Deal = id, Stamp = At(8) },
                    ]),
                ],
            },
            CancellationToken.None);
        await using var to = new ImportHouse(TestCompany.Profile);
        foreach (var kind in new[] { ImportKind.People, ImportKind.Deals, ImportKind.DealHistory })
        {
            Assert.Equal(0, (await to.ImportAsync(kind, await from.ExportAsync(kind))).Rejected);
        }

        var (left, right) = (await from.Reader.GetHistoryAsync(id, CancellationToken.None), await to.Reader.GetHistoryAsync(id, CancellationToken.None));
        Assert.Equal(left.Skip(1), right.Skip(1).Select((happened, i) => happened with { Stamp = left[i + 1].Stamp }));
        var again = await to.ImportAsync(ImportKind.DealHistory, await from.ExportAsync(ImportKind.DealHistory));
        Assert.Equal((0, again.Rows), (again.Updated, again.Unchanged));
    }

    [Fact]
    public async Task Loss_reasons_leave_by_name_so_that_an_empty_folder_learns_readable_ones()
    {
        await using var from = new ImportHouse();
        await from.ImportAsync(ImportKind.Deals, "id,name,stage,created,close date,loss reason,loss detail\n1,A,Closed Lost,2026-01-05,2026-02-01,Price / budget,Too expensive!\n");
        var file = await from.ExportAsync(ImportKind.Deals);
        Assert.Contains("Price / budget,Too expensive!", file, StringComparison.Ordinal);
        await using var to = new ImportHouse();
        await to.ImportAsync(ImportKind.Deals, file);
        var reason = to.Company.Profile.LossReasons.Find("price_budget")!;
        Assert.Equal(("Price / budget", "Too expensive!"), (reason.Name, Assert.Single(reason.Details).Name));
        Assert.Equal("too_expensive", (await to.DealAsync("1")).LossDetail);
    }

    [Fact]
    public async Task A_mended_rejects_file_imports_as_it_is()
    {
        await using var house = new ImportHouse();
        await house.ImportAsync(ImportKind.Deals, Rows("1,Acme,Proposal,2026-01-05,1000,,Dana,Web,", "2,=Globex,Proposal,2026-01-05,-5,,Dana,Web,"));
        var rejects = await File.ReadAllTextAsync(house.File("file.csv.rejects.csv"));
        Assert.Contains("'=Globex", rejects, StringComparison.Ordinal);
        Assert.Contains("'-5", rejects, StringComparison.Ordinal);
        var report = await house.ImportAsync(ImportKind.Deals, rejects.Replace("'-5", "5", StringComparison.Ordinal), name: "mended.csv");
        Assert.Equal((1, 1, 0, 0), (report.Rows, report.Created, report.Rejected, report.IgnoredColumns.Count));
        Assert.Equal("=Globex", (await house.DealAsync("2")).Name);
    }

    [Fact]
    public async Task Absurd_cells_are_rejected_in_a_short_sentence()
    {
        await using var house = new ImportHouse();
        var report = await house.ImportAsync(ImportKind.Deals, Rows(
            $"1,Acme,Proposal,2026-01-05,{new string('9', 1_000_000)},,,,",
            $"2,Globex,Proposal,{new string('1', 1_000_000)},5,,,,",
            $"3,Initech,Proposal,2026-01-05,\u001b[31m5,,,,",
            "4,\"Umbrella,Proposal,2026-01-05,5,,,,") + string.Join('\n', Enumerable.Repeat("5,Five,Proposal,2026-01-05,5,,,,", 500)));
        Assert.Equal((4, 4), (report.Rows, report.Rejected));
        Assert.All(report.Problems, problem => Assert.True(problem.Reason.Length < 300 && !problem.Reason.Any(char.IsControl), problem.Reason));
        Assert.Contains("A quote that opens on this line is not closed, so the 500 lines after it were read as one field", report.Problems[3].Reason, StringComparison.Ordinal);
    }
}
