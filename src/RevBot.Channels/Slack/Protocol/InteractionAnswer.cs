using System.Text.Json.Serialization;

namespace RevBot.Channels.Slack.Protocol;

/// <summary>What Slack is told in answer to an interaction, over HTTP as the body, over a socket within the acknowledgement.</summary>
[JsonDerivedType(typeof(ViewAnswer))]
[JsonDerivedType(typeof(OptionsAnswer))]
internal abstract record InteractionAnswer;
