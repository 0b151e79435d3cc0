using System.Globalization;
using Microsoft.Data.Sqlite;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Turns;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Storage.Tests.Sqlite;

/// <summary>The audit log: whatever is done to a single row of it in the file is found, and the row is named.</summary>
public sealed class SqliteAuditLogTests : StoreTests
{
    private const string Key = "a key that nobody who has the file knows";

    private static readonly string[] Columns =
        ["number", "at", "kind", "door", "actor", "person", "room", "turn", "intent", "class", "reading", "deals", "written", "previous", "hash", "seal"];

    private string? _key;
    private Store? _log;
    private int _files;

    private EventStamp Stamp => new(Time.GetUtcNow(), Time.GetUtcNow(), new PersonId("dana"), "turn-1", "slack");

    protected override Store OpenStore() => new(NewFile(), Time, _key);

    [Theory]
    [InlineData(null)]
    [InlineData(Key)]
    public async Task A_log_that_nobody_touched_is_sound(string? key)
    {
        var verdict = await ALog(key);

        Assert.Equal((6, 6L, key is null ? null : 1L, key is not null), ((int)verdict.Entries, verdict.Last?.Number ?? 0, verdict.SealedFrom, verdict.SealsChecked));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Key)]
    public async Task Every_column_of_every_row_that_is_changed_is_found_in_its_row(string? key)
    {
        await ALog(key);
        for (var row = 1; row <= 6; row++)
        {
            foreach (var column in Columns)
            {
                var changed = column switch
                {
                    "number" => "number + 100",
                    "at" or "deals" => $"{column} + 1",
                    "hash" or "seal" or "previous" => $"COALESCE({column}, '') || '0'",
                    _ => $"COALESCE({column}, '') || '!'",
                };
                var problem = await After($"UPDATE audit_log SET {column} = {changed} WHERE number = {row}");
                Assert.True(problem?.Number == row, $"{column} of row {row}: {problem}");
                Assert.Contains($"Entry {row} ", problem!.What, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task An_empty_column_is_not_one_without_a_value()
    {
        await ALog(null);
        var problem = await After("UPDATE audit_log SET class = '' WHERE number = 2");
        Assert.Equal(new AuditProblem(2, "Entry 2 is not what was written: it, or its hash, was changed."), problem);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Key)]
    public async Task Every_row_that_is_taken_out_is_missed(string? key)
    {
        await ALog(key);
        for (var row = 1; row < 6; row++)
        {
            Assert.Equal(new AuditProblem(row, $"Entry {row} is missing: after {row - 1} comes {row + 1}."), await After($"DELETE FROM audit_log WHERE number = {row}"));
            var closedUp = await After($"DELETE FROM audit_log WHERE number = {row}", $"UPDATE audit_log SET number = number - 1 WHERE number > {row}");
            Assert.Equal(new AuditProblem(row, $"Entry {row} was written as entry {row + 1}: entries were moved, put in or taken out."), closedUp);
        }

        Assert.Equal(new AuditProblem(6, "Entry 6 is missing: the log was cut off, for its head says that it ends with entry 6."), await After("DELETE FROM audit_log WHERE number = 6"));
        Assert.Equal(new AuditProblem(1, "Entry 1 is missing: the log was cut off, for its head says that it ends with entry 6."), await After("DELETE FROM audit_log"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Key)]
    public async Task Every_two_neighbours_that_change_places_are_found(string? key)
    {
        await ALog(key);
        for (var row = 1; row < 6; row++)
        {
            var problem = await After(
                $"UPDATE audit_log SET number = -1 WHERE number = {row}",
                $"UPDATE audit_log SET number = {row} WHERE number = {row + 1}",
                $"UPDATE audit_log SET number = {row + 1} WHERE number = -1");
            Assert.Equal(new AuditProblem(row, $"Entry {row} was written as entry {row + 1}: entries were moved, put in or taken out."), problem);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Key)]
    public async Task A_row_that_is_put_in_is_found(string? key)
    {
        await ALog(key);
        for (var row = 1; row <= 6; row++)
        {
            var problem = await After(
                $"UPDATE audit_log SET number = -number - 1 WHERE number >= {row}",
                "UPDATE audit_log SET number = -number WHERE number < 0",
                $"INSERT INTO audit_log SELECT {row}, {string.Join(", ", Columns.Skip(1)).Replace("reading", "'forged'", StringComparison.Ordinal)} FROM audit_log WHERE number = {row + 1}");
            Assert.Equal(row, problem?.Number);
        }

        var added = await After($"INSERT INTO audit_log SELECT 7, {string.Join(", ", Columns.Skip(1).SkipLast(3))}, COALESCE(seal, hash), hash, seal FROM audit_log WHERE number = 6");
        Assert.Equal(7, added?.Number);
        var before = await After($"INSERT INTO audit_log SELECT 0, {string.Join(", ", Columns.Skip(1))} FROM audit_log WHERE number = 1");
        Assert.Equal(new AuditProblem(0, "Entry 0 stands before the first one: it was never written."), before);
    }

    [Fact]
    public async Task The_head_cannot_be_taken_off_or_moved_unseen()
    {
        await ALog(null);
        Assert.Equal("The head of the log is missing, which says where it ends: somebody removed it.", (await After("DELETE FROM audit_head"))?.What);
        Assert.Equal(6, (await After("UPDATE audit_head SET number = 5"))?.Number);
        Assert.Equal(7, (await After("UPDATE audit_head SET number = 7"))?.Number);
        Assert.Equal(6, (await After("UPDATE audit_head SET tip = tip || '0'"))?.Number);
    }

    [Fact]
    public async Task Somebody_with_the_file_and_without_the_key_cannot_write_the_log_anew()
    {
        await ALog(null);
        var forged = await Copied();
        await ALog(Key);

        // The forger has all of the program but the key: a chain that is sound by itself.
        Assert.Equal("Entry 6 is the newest and has no seal, though RevBot__Audit__Key is set", (await Verdict(forged)).Problem?.What.Split(':')[0]);

        // Cut off, with the head put back by hand: the seal of an entry does not pass for one of the head.
        var cut = await After("DELETE FROM audit_log WHERE number = 6", "UPDATE audit_head SET number = 5, tip = (SELECT seal FROM audit_log WHERE number = 5), seal = (SELECT seal FROM audit_log WHERE number = 5)");
        Assert.Equal((5, true), (cut?.Number ?? 0, cut?.What.Contains("by a head that this key did not seal", StringComparison.Ordinal) ?? false));
    }

    [Fact]
    public async Task Another_key_is_told_and_nothing_is_written_with_it_or_without_one()
    {
        await ALog(Key);
        var file = await Copied();
        foreach (var wrong in new[] { null, Key + " or so" })
        {
            using var other = new Store(file, Time, wrong);
            Assert.Throws<AuditKeyException>(other.Audit.RequireKey);
            await Assert.ThrowsAsync<AuditKeyException>(() => other.Commit(turn => turn.Record(Entry(AuditKind.Answer, "more"))));
            Assert.Equal(wrong is null ? null : 1L, (await other.Audit.VerifyAsync(Soon)).Problem?.Number);
        }

        using var right = new Store(file, Time, Key);
        Assert.Equal(CommitOutcome.Committed, await right.Commit(turn => turn.Record(Entry(AuditKind.Answer, "more"))));
        Assert.Equal(7, (await right.Audit.VerifyAsync(Soon)).Entries);
    }

    [Fact]
    public async Task A_log_that_began_without_a_key_is_sealed_from_then_on()
    {
        await ALog(null);
        using var later = new Store(await Copied(), Time, Key);
        await later.Audit.AppendAsync(Entry(AuditKind.Answer, "now sealed"), Soon);
        var verdict = await later.Audit.VerifyAsync(Soon);
        Assert.Equal((7L, 7L, null), (verdict.Entries, verdict.SealedFrom, verdict.Problem));
    }

    [Fact]
    public async Task The_store_itself_refuses_to_change_or_remove_a_row()
    {
        await ALog(null);
        foreach (var sql in new[] { "UPDATE audit_log SET deals = 9", "DELETE FROM audit_log WHERE number = 3", "DELETE FROM audit_head" })
        {
            Assert.Contains("audit log", (await Assert.ThrowsAnyAsync<SqliteException>(() => _log!.Sql.WriteAsync(session => session[sql].Run()))).Message, StringComparison.Ordinal);
        }

        Assert.Null((await _log!.Audit.VerifyAsync(Soon)).Problem);
    }

    [Fact]
    public async Task A_turn_that_meets_a_conflict_leaves_no_entry()
    {
        await ADeal();
        Assert.Equal(CommitOutcome.Conflict, await Store.Commit(turn => turn.Record(Entry(AuditKind.Write, "too late")), deals => deals.Append(Move(version: 9))));
        Assert.DoesNotContain(await Records(), record => record.Reading == "too late");
    }

    [Fact]
    public async Task A_change_is_kept_with_its_deal_and_version_also_when_nobody_recorded_it()
    {
        await ADeal();
        await Store.Commit(turn => turn.Record(Entry(AuditKind.Write, "stage a → b")), deals => deals.Append(Move(version: 1)));
        await Store.Commit(_ => { }, deals => deals.Append(Move(version: 2)));

        var records = await Records();
        Assert.Equal(["import", "write", "write"], records.Select(record => record.Kind));
        Assert.Equal(("stage a → b", "D-1@2", 1L), (records[1].Reading, records[1].Written, records[1].Deals));
        Assert.Equal(("none", "D-1@3", "dana", "slack", "turn-1"), (records[2].Intent, records[2].Written, records[2].Person, records[2].Door, records[2].Turn));
    }

    [Fact]
    public async Task Turns_that_commit_together_follow_each_other_in_the_log()
    {
        await Task.WhenAll(Enumerable.Range(0, 500).Select(number => Store.Commit(turn =>
        {
            turn.Handle(Said($"t{number}"));
            turn.Record(Entry(AuditKind.Answer, $"{number}"));
        })));
        Assert.True(Store.Database.Commits < 400, $"{Store.Database.Commits} commits");
        var verdict = await Store.Audit.VerifyAsync(Soon);
        Assert.Equal((500L, null), (verdict.Entries, verdict.Problem));
    }

    [Fact]
    public async Task A_backup_carries_the_log_and_pruning_leaves_it()
    {
        await ALog(null);
        await _log!.Pruning.PruneAsync(Time.GetUtcNow() + TimeSpan.FromDays(365), Soon);
        var copy = await Copied();
        Assert.Equal((6L, null), ((await Verdict(copy)).Entries, (await Verdict(copy)).Problem));
    }

    [Fact]
    public async Task The_check_of_the_store_sees_that_the_newest_row_is_gone()
    {
        await ALog(null);
        Assert.Equal(6, (await _log!.Check.CheckAsync(null, Soon)).AuditEntries);
        using var cut = new Store(await Copied(), Time);
        await Run(cut, "DELETE FROM audit_log WHERE number = 6");
        Assert.Equal(["The audit log does not end where its head says. `revbot audit verify` names the entry."], (await cut.Check.CheckAsync(null, Soon)).Problems);
    }

    [Fact]
    public async Task A_span_of_time_is_read_in_order()
    {
        await ALog(null);
        var first = Time.GetUtcNow() - TimeSpan.FromMinutes(6);
        var read = new List<long>();
        await foreach (var record in _log!.Audit.ReadAsync(first + TimeSpan.FromMinutes(2), first + TimeSpan.FromMinutes(5), Soon))
        {
            read.Add(record.Number);
        }

        Assert.Equal([3, 4, 5], read);
    }

    private string NewFile() => Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{++_files}.db"));

    private AuditEntry Entry(AuditKind kind, string reading, RefusalClass? ground = null) => new()
    {
        At = Time.GetUtcNow(),
        Kind = kind,
        Door = "slack",
        Actor = "slack:T1:U1",
        Person = "P-1",
        Room = "C1",
        Turn = "slack:Ev1",
        Intent = "ask",
        Class = ground,
        Reading = reading,
        Deals = 12,
    };

    /// <summary>Six entries, a minute apart.</summary>
    private async Task<AuditVerdict> ALog(string? key)
    {
        _key = key;
        var store = _log = Open();
        AuditEntry[] entries =
        [
            Entry(AuditKind.Answer, "pipeline.open_amount: this quarter"),
            Entry(AuditKind.Refused, "", RefusalClass.Rights),
            Entry(AuditKind.Answer, "pipeline.open_amount: this quarter") with { Person = null, Room = null, Turn = null },
            Entry(AuditKind.Answer, "pipeline.open_amount: this quarter"),
            Entry(AuditKind.Export, "2500 rows of deals"),
            Entry(AuditKind.Asked, "loss_reason", RefusalClass.Missing),
        ];
        foreach (var entry in entries)
        {
            await store.Audit.AppendAsync(entry with { At = Time.GetUtcNow() }, Soon);
            Time.Advance(TimeSpan.FromMinutes(1));
        }

        var verdict = await store.Audit.VerifyAsync(Soon);
        Assert.Null(verdict.Problem);
        return verdict;
    }

    private async Task<string> Copied()
    {
        var file = NewFile();
        await (_log ?? Store).Backup.BackupAsync(file, Soon);
        return file;
    }

    /// <summary>What is found when somebody has done this to a copy of the file; the log itself stays sound.</summary>
    private async Task<AuditProblem?> After(params string[] statements)
    {
        var file = await Copied();
        using (var store = new Store(file, Time, _key))
        {
            await Run(store, statements);
        }

        return (await Verdict(file)).Problem;
    }

    private static Task<bool> Run(Store store, params string[] statements) => store.Sql.WriteAsync(session =>
    {
        foreach (var trigger in new[] { "audit_log_keeps_rows", "audit_log_loses_no_rows", "audit_head_stays" })
        {
            session[string.Create(CultureInfo.InvariantCulture, $"DROP TRIGGER IF EXISTS {trigger}")].Run();
        }

        foreach (var statement in statements)
        {
            session[statement].Run();
        }

        return true;
    });

    private async Task<AuditVerdict> Verdict(string file)
    {
        using var store = new Store(file, Time, _key);
        return await store.Audit.VerifyAsync(Soon);
    }

    private async Task<List<AuditRecord>> Records()
    {
        var records = new List<AuditRecord>();
        await foreach (var record in Store.Audit.ReadAsync(null, null, Soon))
        {
            records.Add(record);
        }

        return records;
    }

    private Task ADeal() => Store.Loader.LoadAsync(new APipeline().Deal("D-1", "Acme", "2026-10-01", amount: 1_000m).Load(), Soon);

    private DealChange Move(int version) => new(new DealId("D-1"), version, [new DealEvent.NoteAdded("called") { Deal = new DealId("D-1"), Stamp = Stamp }]);
}
