namespace RevBot.Testing.Slack;

/// <summary>How the fake Slack server misbehaves at the next call.</summary>
public sealed record SlackFault
{
    public int Status { get; init; } = 200;

    public string Body { get; init; } = "";

    public string ContentType { get; init; } = "application/json";

    public int? RetryAfterSeconds { get; init; }

    /// <summary>The call is done as usual, and then the connection breaks: the caller cannot know.</summary>
    public bool BreaksAfterwards { get; init; }

    /// <summary>This call goes well; the fault meant for a later one follows it.</summary>
    public static SlackFault None { get; } = new() { Status = 0 };

    public static SlackFault Error(string error) => new() { Body = $$"""{"ok":false,"error":"{{error}}"}""" };

    public static SlackFault RateLimited(int seconds) => new() { Status = 429, RetryAfterSeconds = seconds, Body = """{"ok":false,"error":"ratelimited"}""" };

    public static SlackFault Html(int status = 200) => new() { Status = status, Body = "<html>Something went wrong</html>", ContentType = "text/html" };
}
