using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Forms;

/// <summary>Who may still use a form session, and what is said to those who may not.</summary>
internal static class SessionGate
{
    /// <summary>How long a form or a clarification that was offered stays open.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Null when it may be used.</summary>
    public static string? Refuse(FormSession? session, Actor actor, DateTimeOffset now) => session switch
    {
        null => "This form is no longer known. Nothing was changed; please ask for it again.",
        _ when session.Actor != actor => "This was offered to somebody else; only they can answer it. Ask me yourself to get your own.",
        { State: FormSessionState.Submitted } => "This was answered already; nothing was changed again.",
        { State: FormSessionState.Cancelled } => "This was cancelled; nothing was changed. Ask again to start over.",
        _ when session.ExpiresAt <= now => "This form has expired; nothing was changed. Please ask for it again.",
        _ => null,
    };
}
