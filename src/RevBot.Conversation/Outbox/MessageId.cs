using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RevBot.Conversation.Outbox;

/// <summary>Ids of outbound messages: UUIDs (version 7) that sort by time and, within a turn, by number, and come out the same when a turn is run again at the same moment.</summary>
public static class MessageId
{
    public static string For(string turnId, DateTimeOffset now, int number)
    {
        Span<byte> bytes = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(turnId), bytes);
        Span<byte> id = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(id, now.ToUnixTimeMilliseconds() << 16);
        BinaryPrimitives.WriteUInt16BigEndian(id[6..], (ushort)(0x7000 | (number & 0x0FFF)));
        bytes[..8].CopyTo(id[8..]);
        id[8] = (byte)(0x80 | (id[8] & 0x3F));
        return new Guid(id, bigEndian: true).ToString();
    }
}
