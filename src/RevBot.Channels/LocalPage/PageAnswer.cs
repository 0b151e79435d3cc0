using RevBot.Channels.Slack.Protocol;

namespace RevBot.Channels.LocalPage;

/// <summary>Answer to a click or a submission, as Slack would get it: a view to open or show anew, or errors by field.</summary>
/// <param name="ResponseAction">As Slack has it: <c>open</c> or <c>update</c> with a view, <c>errors</c>, or null to close the form.</param>
internal sealed record PageAnswer(string? ResponseAction, View? View, IReadOnlyDictionary<string, string>? Errors);
