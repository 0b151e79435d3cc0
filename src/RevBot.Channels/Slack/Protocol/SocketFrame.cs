using System.Text.Json;

namespace RevBot.Channels.Slack.Protocol;

/// <summary>One frame of a Socket Mode connection; the payload stays as the bytes it came in.</summary>
internal readonly record struct SocketFrame(string? Type, string? EnvelopeId, string? Reason, Range Payload)
{
    /// <summary>Throws <see cref="JsonException"/> for what is not JSON.</summary>
    public static SocketFrame Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        string? type = null, envelopeId = null, reason = null;
        var payload = 0..0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            var isEnvelope = reader.ValueTextEquals("envelope_id"u8);
            var isReason = reader.ValueTextEquals("reason"u8);
            var isPayload = reader.ValueTextEquals("payload"u8);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            var text = reader.TokenType == JsonTokenType.String && (isType || isEnvelope || isReason) ? reader.GetString() : null;
            reader.Skip();
            type = isType ? text : type;
            envelopeId = isEnvelope ? text : envelopeId;
            reason = isReason ? text : reason;
            payload = isPayload ? start..(int)reader.BytesConsumed : payload;
        }

        return new SocketFrame(type, envelopeId, reason, payload);
    }
}
