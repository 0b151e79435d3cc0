namespace RevBot.Channels.Slack.Protocol;

/// <summary>The answer to a submission that keeps the modal open: what is wrong at its fields, or the modal anew where fields it does not have are asked for.</summary>
internal sealed record ViewAnswer(IReadOnlyDictionary<string, string>? Errors, View? View = null) : InteractionAnswer
{
    public string ResponseAction => View is null ? "errors" : "update";
}
