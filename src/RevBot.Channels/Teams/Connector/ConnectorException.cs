namespace RevBot.Channels.Teams.Connector;

/// <summary>Teams refused a call, or did not answer it. Says which and why; holds no token, secret or text.</summary>
public sealed class ConnectorException : Exception
{
    public ConnectorException()
        : this("unknown", 0, "unknown")
    {
    }

    public ConnectorException(string message)
        : this("unknown", 0, message)
    {
    }

    public ConnectorException(string message, Exception innerException)
        : base(message, innerException)
    {
        Call = "unknown";
        Code = message;
    }

    public ConnectorException(string call, int status, string code, TimeSpan? retryAfter = null, string? correlation = null)
        : base(Describe(call, status, code, correlation))
    {
        Call = call;
        Status = status;
        Code = code;
        RetryAfter = retryAfter;
    }

    /// <summary>Our word for what was asked: <c>send</c>, <c>update</c>, <c>token</c>, …</summary>
    public string Call { get; }

    /// <summary>The HTTP status; 0 when there was no answer.</summary>
    public int Status { get; }

    /// <summary>The platform's word (<c>BotNotInConversationRoster</c>), or ours: <c>timeout</c>, <c>unreachable</c>, <c>invalid_answer</c>, <c>address_not_allowed</c>, <c>http_502</c>.</summary>
    public string Code { get; }

    /// <summary>How long the platform asks to wait.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>True when the token cannot be had or is not taken: every call fails until the settings are mended.</summary>
    public bool IsTokenRefused => Status == 401 || (Call == TokenCall && !IsFault);

    /// <summary>True when the same call may go well later. 409 and 412 say that somebody else was at the conversation in the same moment.</summary>
    public bool IsTransient => IsFault || IsTokenRefused;

    internal const string TokenCall = "token";

    private bool IsFault => Status is 408 or 409 or 412 or 429 or >= 500 || (Status == 0 && Code is "timeout" or "unreachable") || Code == "invalid_answer";

    private static string Describe(string call, int status, string code, string? correlation)
    {
        var what = status == 0 || code.StartsWith("http_", StringComparison.Ordinal) ? code : FormattableString.Invariant($"{status} {code}");
        return correlation is null ? $"Teams answered {call} with {what}." : $"Teams answered {call} with {what} (MS-CV {correlation}).";
    }
}
