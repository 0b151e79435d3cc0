namespace RevBot.Channels.Slack.Protocol;

/// <summary>The answer to a submission that keeps the modal open and shows what is wrong at its fields.</summary>
internal sealed record ViewErrors(IReadOnlyDictionary<string, string> Errors)
{
    public string ResponseAction { get; } = "errors";
}
