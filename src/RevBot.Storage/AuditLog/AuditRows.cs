using System.Data.Common;
using System.Text;
using Microsoft.Extensions.Options;
using RevBot.Conversation.AuditLog;

namespace RevBot.Storage.AuditLog;

/// <summary>Adds entries to the log inside a transaction, each building on the end of the log as that transaction sees it.</summary>
internal sealed class AuditRows(IOptions<StorageOptions> options)
{
    public const string Columns = "number, at, kind, door, actor, person, room, turn, intent, class, reading, deals, written, previous, hash, seal";

    public const string HeadSql = "SELECT number, tip, seal FROM audit_head WHERE id = 1";

    private const string InsertSql = $"INSERT INTO audit_log ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";
    private const string MoveHeadSql = "UPDATE audit_head SET number = $1, tip = $2, seal = $3 WHERE id = 1";

    /// <summary>Null when no key is set.</summary>
    public byte[]? Key { get; } = options.Value.AuditKey is { Length: > 0 } key ? Encoding.UTF8.GetBytes(key) : null;

    /// <param name="written">Deals that were changed with it, as in <see cref="AuditRecord.Written"/>.</param>
    /// <exception cref="AuditKeyException">The log is sealed, and its key is not at hand.</exception>
    public void Append(SqlSession session, AuditEntry entry, string written = "")
    {
        var head = HeadOf(session) ?? throw new AuditKeyException("The head of the audit log is missing: somebody removed it. `revbot audit verify` says more.");
        Require(head);
        var record = new AuditRecord(
            head.Number + 1,
            SqlValues.Milliseconds(entry.At),
            NameOf(entry.Kind),
            entry.Door,
            entry.Actor,
            entry.Person,
            entry.Room,
            entry.Turn,
            entry.Intent,
            entry.Class is { } ground ? AuditNote.NameOf(ground) : null,
            entry.Reading,
            entry.Deals,
            written,
            head.Tip,
            "",
            null);
        record = record with { Hash = AuditChain.HashOf(record) };
        record = record with { Seal = Key is null ? null : AuditChain.SealOf(record.Hash, Key) };
        session[InsertSql].Run(
            record.Number, record.At, record.Kind, record.Door, record.Actor, record.Person, record.Room, record.Turn, record.Intent, record.Class, record.Reading, record.Deals, record.Written,
            record.Previous, record.Hash, record.Seal);
        session[MoveHeadSql].Run(record.Number, record.Tip, Key is null ? null : AuditChain.SealOfHead(record.Number, record.Tip, Key));
    }

    /// <exception cref="AuditKeyException">The log is sealed, and this is not its key.</exception>
    public void Require(AuditHead head)
    {
        if (head.Seal is null)
        {
            return;
        }

        if (Key is null)
        {
            throw new AuditKeyException("The audit log of this store is sealed with a key, and nothing is written without it: set RevBot__Audit__Key for every process that uses this data folder.");
        }

        if (!AuditChain.AreEqual(head.Seal, AuditChain.SealOfHead(head.Number, head.Tip, Key)))
        {
            throw new AuditKeyException("The end of the audit log is not sealed with this RevBot__Audit__Key: the key is another one, or somebody changed the log. `revbot audit verify` says more; until then nothing is written.");
        }
    }

    public static AuditHead? HeadOf(SqlSession session) =>
        session[HeadSql].All(reader => new AuditHead(reader.GetInt64(0), reader.GetString(1), reader.Text(2))).Find(_ => true);

    public static AuditRecord Read(DbDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetInt64(1),
        reader.GetString(2),
        reader.GetString(3),
        reader.GetString(4),
        reader.Text(5),
        reader.Text(6),
        reader.Text(7),
        reader.GetString(8),
        reader.Text(9),
        reader.GetString(10),
        reader.GetInt64(11),
        reader.GetString(12),
        reader.GetString(13),
        reader.GetString(14),
        reader.Text(15));

    private static string NameOf(AuditKind kind) => kind.ToString().ToLowerInvariant();
}
