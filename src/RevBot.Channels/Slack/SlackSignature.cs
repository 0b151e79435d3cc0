using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace RevBot.Channels.Slack;

/// <summary>Slack's request signature, version 0: an HMAC over the time and the very bytes received, good for five minutes.</summary>
internal static class SlackSignature
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    public const string SignatureHeader = "X-Slack-Signature";

    private const int MaxAgeInSeconds = 300;
    private const int HexLength = HMACSHA256.HashSizeInBytes * 2;

    public static SignatureCheck Check(ReadOnlySpan<byte> secret, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (signature is not ['v', '0', '=', .. { Length: HexLength } claimed]
            || timestamp is null or { Length: > 19 }
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var signedAt))
        {
            return SignatureCheck.Malformed;
        }

        if (Math.Abs(now.ToUnixTimeSeconds() - signedAt) > MaxAgeInSeconds)
        {
            return SignatureCheck.Stale;
        }

        Span<char> expected = stackalloc char[HexLength];
        Compute(secret, timestamp, body, expected);
        return CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes((ReadOnlySpan<char>)expected), MemoryMarshal.AsBytes(claimed.AsSpan()))
            ? SignatureCheck.Valid
            : SignatureCheck.Wrong;
    }

    /// <summary>The value of <see cref="SignatureHeader"/>.</summary>
    public static string Sign(ReadOnlySpan<byte> secret, string timestamp, ReadOnlySpan<byte> body)
    {
        Span<char> hex = stackalloc char[HexLength];
        Compute(secret, timestamp, body, hex);
        return string.Concat("v0=", hex);
    }

    private static void Compute(ReadOnlySpan<byte> secret, string timestamp, ReadOnlySpan<byte> body, Span<char> hex)
    {
        // One hash over one buffer: cheaper than feeding the parts to an instance.
        var buffer = ArrayPool<byte>.Shared.Rent(4 + timestamp.Length + body.Length);
        try
        {
            "v0:"u8.CopyTo(buffer);
            var length = 3 + Encoding.ASCII.GetBytes(timestamp, buffer.AsSpan(3));
            buffer[length++] = (byte)':';
            body.CopyTo(buffer.AsSpan(length));
            Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
            HMACSHA256.HashData(secret, buffer.AsSpan(0, length + body.Length), hash);
            Convert.TryToHexStringLower(hash, hex, out _);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
