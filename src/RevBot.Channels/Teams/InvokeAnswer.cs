using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RevBot.Channels.Teams;

/// <summary>What the HTTP request of an invoke is answered with.</summary>
internal sealed record InvokeAnswer(int Status, byte[]? Body = null)
{
    /// <summary>Taken, with nothing to show; closes a dialog.</summary>
    public static readonly InvokeAnswer Empty = new(200);

    /// <summary>We do not serve invokes of this name.</summary>
    public static readonly InvokeAnswer NotServed = new(501);

    public static InvokeAnswer Of<T>(T body, JsonTypeInfo<T> type) => new(200, JsonSerializer.SerializeToUtf8Bytes(body, type));
}
