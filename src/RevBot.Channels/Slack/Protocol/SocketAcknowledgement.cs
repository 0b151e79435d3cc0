namespace RevBot.Channels.Slack.Protocol;

/// <summary>Tells Slack over a socket that an envelope has arrived; the payload is what an HTTP answer would hold.</summary>
internal sealed record SocketAcknowledgement(string EnvelopeId, InteractionAnswer? Payload);
