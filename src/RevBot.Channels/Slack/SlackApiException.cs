namespace RevBot.Channels.Slack;

/// <summary>Slack refused a call, or did not answer it. Says which and why; holds no token, address or text.</summary>
public sealed class SlackApiException : Exception
{
    public SlackApiException()
        : this("unknown", "unknown_error")
    {
    }

    public SlackApiException(string message)
        : this("unknown", message)
    {
    }

    public SlackApiException(string message, Exception innerException)
        : base(message, innerException)
    {
        Method = "unknown";
        Error = message;
    }

    public SlackApiException(string method, string error, TimeSpan? retryAfter = null, string? detail = null)
        : base(detail is null ? $"Slack's {method} answered {error}." : $"Slack's {method} answered {error}: {detail}")
    {
        Method = method;
        Error = error;
        RetryAfter = retryAfter;
    }

    public string Method { get; }

    /// <summary>Slack's word, or ours: <c>http_502</c>, <c>timeout</c>, <c>unreachable</c>, <c>invalid_answer</c>.</summary>
    public string Error { get; }

    /// <summary>How long Slack asks to wait.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>True when the same call may go well later.</summary>
    public bool IsTransient => Error is "ratelimited" or "rate_limited" or "internal_error" or "fatal_error" or "service_unavailable" or "request_timeout"
        or "timeout" or "unreachable" or "invalid_answer" or "http_408" || Error.StartsWith("http_5", StringComparison.Ordinal);

    /// <summary>True when no call with this token will go well any more.</summary>
    public bool IsTokenRefused => Error is "not_authed" or "invalid_auth" or "account_inactive" or "token_revoked" or "token_expired"
        or "not_allowed_token_type" or "missing_scope" or "forbidden_team" or "team_added_to_org";
}
