namespace RevBot.Testing.Teams;

/// <summary>How the fake connector misbehaves at a call.</summary>
public sealed record ConnectorFault
{
    /// <summary>0: it answers as usual.</summary>
    public int Status { get; init; }

    public string? Code { get; init; }

    public int? RetryAfterSeconds { get; init; }

    /// <summary>The call is carried out all the same: the caller cannot know.</summary>
    public bool IsCarriedOut { get; init; }

    /// <summary>Instead of the error's JSON, what a gateway before it says.</summary>
    public bool IsHtml { get; init; }

    /// <summary>There is never an answer.</summary>
    public bool Hangs { get; init; }

    /// <summary>The connection breaks.</summary>
    public bool Breaks { get; init; }

    /// <summary>Carried out and answered, without a body: the id stays unknown.</summary>
    public bool IsSilent { get; init; }

    /// <summary>This call goes well; the fault meant for a later one follows it.</summary>
    public static ConnectorFault None { get; } = new();

    public static ConnectorFault Error(int status, string code) => new() { Status = status, Code = code };

    public static ConnectorFault Throttled(int? seconds) => new() { Status = 429, Code = "TooManyRequests", RetryAfterSeconds = seconds };

    public static ConnectorFault Gateway(int status, bool isCarriedOut = false) => new() { Status = status, IsHtml = true, IsCarriedOut = isCarriedOut };
}
