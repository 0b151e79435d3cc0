using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Storage.Sqlite;
using RevBot.Storage.Turns;
using RevBot.Testing;

namespace RevBot.Storage.Tests.Sqlite;

public sealed class SqliteDatabaseTests : StoreTests
{
    private string File => Path.Combine(Folder, "data", "revbot.db");

    [Fact]
    public async Task Many_accepts_share_a_commit()
    {
        await Task.WhenAll(Enumerable.Range(0, 2_000).Select(number => Store.Inbox.AcceptAsync(Said($"t{number}"), Soon).AsTask()));
        Assert.True(Store.Database.Writes >= 2_000);
        Assert.True(Store.Database.Commits < 400, $"{Store.Database.Commits} commits for 2,000 accepts");
    }

    [Fact]
    public async Task Closing_commits_what_waits()
    {
        var accepts = Enumerable.Range(0, 100).Select(number => Store.Inbox.AcceptAsync(Said($"t{number}"), Soon).AsTask()).ToList();
        Store.Dispose();
        Assert.All(await Task.WhenAll(accepts), Assert.True);
        Assert.Equal(100, (await Open().Check.CheckAsync(null, Soon)).TurnsWaiting);
    }

    [Fact]
    public async Task The_log_is_folded_into_the_file_while_writes_go_on()
    {
        var text = new string('x', 3_000);
        for (var round = 0; round < 60; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Store.Inbox.AcceptAsync(Said($"t{round}-{number}", text), Soon).AsTask()));
        }

        Assert.True(new FileInfo(File).Length > 10_000_000, $"{new FileInfo(File).Length} bytes in the file");
    }

    [Fact]
    public async Task A_store_of_a_newer_program_is_refused_in_a_sentence()
    {
        await Store.Sql.WriteAsync(session => session["INSERT INTO schema_version VALUES (999, 0)"].Run());
        var error = Assert.Throws<InvalidOperationException>(() => new SqliteDatabase(File, Time));
        Assert.Contains("newer RevBot", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_store_is_refused_in_a_sentence()
    {
        var file = Path.Combine(Folder, "notes.txt");
        System.IO.File.WriteAllText(file, string.Concat(Enumerable.Repeat("These are notes, not a database. ", 50)));
        var error = Assert.Throws<InvalidOperationException>(() => new SqliteDatabase(file, Time));
        Assert.Contains("not a RevBot store", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_processes_that_start_at_once_make_one_schema()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var database = new SqliteDatabase(File, Time);
            database.Dispose();
            return true;
        })));
        Assert.Equal(4, stores.Length);
        Assert.Empty((await Store.Check.CheckAsync(null, Soon)).Problems);
    }

    [Fact]
    public async Task What_was_told_before_its_rooms_were_kept_counts_as_told_in_them()
    {
        var told = new AlertMark(new AlertSubject("stalled-deal", "D-1", 2), Time.GetUtcNow(), null, null, "stall:D-1:2");
        await Store.Commit(
            turn =>
            {
                turn.Send(Message("posted", "C1", cardKey: "stall:D-1:2"));
                turn.Send(Message("refused", "C2", cardKey: "stall:D-1:2"));
                turn.Send(Message("struck", "C3", cardKey: "stall:D-1:2", kind: OutboundKind.Update));
                turn.Send(Message("other", "C4"));
            },
            alerts: alerts =>
            {
                alerts.Put(told);
                alerts.Put(told with { Subject = told.Subject with { Id = "D-2" }, CardKey = null });
            });
        await Store.Outbox.MarkDeadAsync(new OutboxItem(Message("refused", "C2"), 1), "not_in_channel", Soon);
        await Store.Sql.WriteAsync(session => session["INSERT INTO live_cards VALUES ('stall:D-2:2', 'teams', 'T1', '19:emea', '1', '{\"channel\":\"teams\",\"tenant\":\"T1\",\"roomId\":\"19:emea\",\"messageId\":\"1\"}', 0)"].Run());
        await Store.Sql.WriteAsync(session => BeforePeopleByEmail(session) + BeforeAlertSubjects(session) + session["DROP TABLE alert_tellings"].Run() + BeforeLifecycle(session) + BeforePastValues(session) + session["DELETE FROM schema_version WHERE version >= 3"].Run());

        using var upgraded = new Store(File, Time);
        Assert.Equal(["D-1 slack:C1", "D-2 teams:19:emea"], (await upgraded.Alerts.GetTellingsAsync("stalled-deal", Soon)).Select(telling => $"{telling.Subject.Id} {telling.Place}"));

        // Cards are named by their subject now; those that stand are still found.
        Assert.Equal("stalled-deal:D-1:2", (await upgraded.Alerts.FindMarkAsync(told.Subject, Soon))?.CardKey);
        Assert.Single(await upgraded.Outbox.FindLiveCardAsync("stalled-deal:D-2:2", Soon));
    }

    [Fact]
    public async Task What_deals_had_before_is_worked_out_for_a_store_that_kept_none()
    {
        await Store.Loader.LoadAsync(new PipelineLoad { Origin = "import", Deals = new RandomHistory(13, pauses: false).Deals(200) }, Soon);
        await Store.Sql.WriteAsync(session => BeforePeopleByEmail(session) + BeforeAlertSubjects(session) + BeforePastValues(session) + session["DELETE FROM schema_version WHERE version >= 6"].Run());

        using var upgraded = new Store(File, Time);
        Assert.Empty((await upgraded.Check.CheckAsync(null, Soon)).Problems);
        Assert.Contains((await upgraded.Reader.GetSnapshotAsync(null, Soon)).Deals.ToArray(), deal => deal.PastAmounts.Length > 1);
    }

    [Fact]
    public async Task An_e_mail_address_is_looked_up_by_its_index()
    {
        await Store.Profiles.SaveAsync(new Actor("slack", "T1", "U1"), new ActorProfile("Dana", "dana@example.com", null), Time.GetUtcNow(), Soon);
        var plan = Store.Sql.Read(session => session["EXPLAIN QUERY PLAN " + SqlActorProfiles.FindByEmailSql].All(reader => reader.GetString(3), "dana@example.com"));
        Assert.Contains("USING INDEX actor_profiles_email", Assert.Single(plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_is_never_changed()
    {
        await Store.Loader.LoadAsync(new APipeline().Deal("D-1", "Acme", "2025-01-01").Load(), Soon);
        var error = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => Store.Sql.WriteAsync(session => session["UPDATE events SET at = 0"].Run()));
        Assert.Contains("opposite event", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_that_is_not_its_history_is_found()
    {
        await Store.Loader.LoadAsync(new APipeline().Deal("D-1", "Acme", "2025-01-01").Load(), Soon);
        await Store.Sql.WriteAsync(session => session["UPDATE deals SET stage = 'won'"].Run());
        Assert.Contains("D-1", Assert.Single((await Store.Check.CheckAsync(null, Soon)).Problems), StringComparison.Ordinal);
    }

    protected override Store OpenStore() => new(File, Time);

    /// <summary>Takes back what the fifth script made.</summary>
    private static int BeforePastValues(SqlSession session) => session["DROP TABLE frozen_forecasts"].Run() + session["DROP TABLE past_amounts"].Run() + session["DROP TABLE past_close_dates"].Run();

    private static int BeforePeopleByEmail(SqlSession session) => BeforeAlertLedger(session) + session["DROP INDEX actor_profiles_email"].Run();

    private static int BeforePastContacts(SqlSession session) => session["ALTER TABLE contacts DROP COLUMN before"].Run();

    private static int BeforeRemovals(SqlSession session) => BeforePastContacts(session) + session["ALTER TABLE deals DROP COLUMN removed"].Run();

    private static int BeforeDrafts(SqlSession session) => BeforeRemovals(session) + session["DROP INDEX open_forms"].Run() + new[] { "actor", "seen_at" }.Sum(column => session[$"ALTER TABLE form_sessions DROP COLUMN {column}"].Run());

    private static int BeforeRecords(SqlSession session) => BeforeDrafts(session) + session["DROP TABLE contacts"].Run() + session["DROP TABLE forecast_notes"].Run()
        + new[] { "made_by", "made_at", "turn" }.Sum(column => session[$"ALTER TABLE accounts DROP COLUMN {column}"].Run());

    private static int BeforeFormSteps(SqlSession session) => BeforeRecords(session) + session["DROP TABLE form_steps"].Run() + session["DROP TABLE lead_events"].Run() + session["DROP TABLE approvals"].Run();

    private static int BeforeAudit(SqlSession session) => BeforeFormSteps(session) + session["DROP TABLE audit_log"].Run() + session["DROP TABLE audit_head"].Run();

    private static int BeforePauses(SqlSession session) => BeforeAudit(session) + session["DROP TABLE pauses"].Run();

    private static int BeforeAlertLedger(SqlSession session) => BeforePauses(session) +
        new[] { "snooze_reason", "shown", "ended_at", "not_useful_by" }.Sum(column => session[$"ALTER TABLE alert_marks DROP COLUMN {column}"].Run());

    private static int BeforeAlertSubjects(SqlSession session) => new[] { "alert_marks", "alert_tellings" }.Sum(
        table => session[$"ALTER TABLE {table} RENAME COLUMN subject TO deal_id"].Run() + session[$"ALTER TABLE {table} RENAME COLUMN occurrence TO visit"].Run());

    private static int BeforeLifecycle(SqlSession session)
    {
        string[] columns = ["first_response_at", "mql_at", "sal_at", "sql_at", "closed_at", "segment", "region"];
        return session["DROP TABLE spend"].Run() + session["DROP TABLE revenue"].Run() + columns.Sum(column => session[$"ALTER TABLE leads DROP COLUMN {column}"].Run());
    }
}
