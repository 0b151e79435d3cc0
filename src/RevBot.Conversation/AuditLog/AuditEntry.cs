using System.Globalization;
using RevBot.Conversation.Turns;

namespace RevBot.Conversation.AuditLog;

/// <summary>One thing that was done, tried, asked, imported or exported: who, when, through which door, how it was read, how many deals. Holds nobody's own words.</summary>
public sealed record AuditEntry
{
    /// <summary>The intent of a turn that was for no capability.</summary>
    public const string NoIntent = "none";

    /// <summary>By the clock, also where something was asked as of another moment. Kept to the millisecond.</summary>
    public required DateTimeOffset At { get; init; }

    public required AuditKind Kind { get; init; }

    /// <summary>A channel's name.</summary>
    public required string Door { get; init; }

    /// <summary>Who it was on the channel: <see cref="Turns.Actor.Key"/>.</summary>
    public required string Actor { get; init; }

    /// <summary>Id of the person in the company; null when it knows none.</summary>
    public string? Person { get; init; }

    /// <summary>The platform's id of the room or chat.</summary>
    public string? Room { get; init; }

    public string? Turn { get; init; }

    /// <summary>Name of the capability, the button or the form.</summary>
    public required string Intent { get; init; }

    /// <summary>Null unless something was refused or fields were asked for.</summary>
    public RefusalClass? Class { get; init; }

    /// <summary>How it was understood, in words the code made.</summary>
    public string Reading { get; init; } = "";

    /// <summary>How many deals were shown, counted or changed.</summary>
    public int Deals { get; init; }

    /// <summary>What is done on the command line, by whoever is signed in to the machine.</summary>
    public static AuditEntry ByOperator(AuditKind kind, string intent, string reading, DateTimeOffset at) => new()
    {
        At = at,
        Kind = kind,
        Door = "terminal",
        Actor = new Actor("terminal", "", Environment.UserName).Key,
        Intent = intent,
        Reading = reading,
    };

    /// <summary>"12 rows of deals".</summary>
    public static string Rows(int rows, string kind) => string.Create(CultureInfo.InvariantCulture, $"{rows} rows of {kind}");
}
