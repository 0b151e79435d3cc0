namespace RevBot.Channels.Slack.Protocol;

/// <summary>What stands in a view's inputs: block id, action id, value.</summary>
internal sealed record ViewState(IReadOnlyDictionary<string, IReadOnlyDictionary<string, InputValue>?>? Values);
