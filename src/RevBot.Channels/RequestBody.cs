using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace RevBot.Channels;

/// <summary>Reads what a platform posts: whole, once, and never more than it may be.</summary>
internal static class RequestBody
{
    /// <param name="most">In bytes.</param>
    /// <returns>All of it, still in the reader's hands: the caller advances over it. Null when it is larger than that.</returns>
    public static async ValueTask<ReadOnlySequence<byte>?> ReadAsync(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        var reader = request.BodyReader;
        while (request.ContentLength is null || request.ContentLength <= most)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > most)
            {
                reader.AdvanceTo(read.Buffer.End);
                break;
            }

            if (read.IsCompleted)
            {
                return read.Buffer;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        return null;
    }
}
