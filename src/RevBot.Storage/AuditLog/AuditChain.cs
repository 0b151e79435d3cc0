using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RevBot.Conversation.AuditLog;

namespace RevBot.Storage.AuditLog;

/// <summary>What holds the records of the log together: each one's hash covers the end of the one before, and a seal that only the key can make. Pure.</summary>
internal static class AuditChain
{
    private const int Absent = -1;

    /// <summary>Over every column in its order, each with its length before it, so that no two records read alike.</summary>
    public static string HashOf(AuditRecord record)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        Add(bytes, Text(record.Number));
        Add(bytes, Text(record.At));
        Add(bytes, record.Kind);
        Add(bytes, record.Door);
        Add(bytes, record.Actor);
        Add(bytes, record.Person);
        Add(bytes, record.Room);
        Add(bytes, record.Turn);
        Add(bytes, record.Intent);
        Add(bytes, record.Class);
        Add(bytes, record.Reading);
        Add(bytes, Text(record.Deals));
        Add(bytes, record.Written);
        Add(bytes, record.Previous);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan));
    }

    public static string SealOf(string hash, byte[] key) => Seal("entry", hash, key);

    /// <summary>The head's seal says how long the log is; a record's seal does not, so that an older end cannot pass as the newest.</summary>
    public static string SealOfHead(long number, string tip, byte[] key) => Seal("head", $"{Text(number)}:{tip}", key);

    public static bool AreEqual(string? one, string? other) =>
        one is not null && other is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private static string Seal(string what, string text, byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{what}:{text}")));

    private static void Add(ArrayBufferWriter<byte> bytes, string? text)
    {
        var length = text is null ? 0 : Encoding.UTF8.GetByteCount(text);
        BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(sizeof(int)), text is null ? Absent : length);
        bytes.Advance(sizeof(int));
        if (length > 0)
        {
            bytes.Advance(Encoding.UTF8.GetBytes(text, bytes.GetSpan(length)));
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
