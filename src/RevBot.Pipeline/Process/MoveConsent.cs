namespace RevBot.Pipeline.Process;

/// <summary>Whether a kind of move may be made.</summary>
public enum MoveConsent
{
    Allowed,

    /// <summary>Whoever makes it must say why; kept in the deal's history.</summary>
    WithReason,

    Refused,
}
