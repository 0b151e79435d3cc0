using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Forms;

/// <summary>Shows a form that was offered, for platforms that fetch what somebody sees as they look. Reads only.</summary>
public interface IFormViews
{
    /// <summary>The form as it is by now; null when the session is not theirs or is over, or there is nothing to fill in any more.</summary>
    /// <param name="soFar">What is filled in by now; empty for what was kept.</param>
    Task<OpenForm?> FindAsync(Turn asked, string sessionId, FormValues soFar, CancellationToken cancellationToken);
}
