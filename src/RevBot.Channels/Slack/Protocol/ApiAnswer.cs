namespace RevBot.Channels.Slack.Protocol;

/// <summary>What every Web API answer has.</summary>
internal record ApiAnswer
{
    public bool Ok { get; init; }

    public string? Error { get; init; }

    /// <summary>The scope a call lacks.</summary>
    public string? Needed { get; init; }

    public AnswerMetadata? ResponseMetadata { get; init; }
}
