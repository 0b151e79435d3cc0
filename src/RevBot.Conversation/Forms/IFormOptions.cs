using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Forms;

/// <summary>Finds options of a choice field by what is typed, for lists too long to be sent along with the form. Reads only.</summary>
public interface IFormOptions
{
    /// <summary>The best <paramref name="most"/> options for <paramref name="typed"/>; the first ones when nothing is typed. Empty when the session is not theirs, is over, or has no such field.</summary>
    /// <param name="soFar">What is filled in by now: options may depend on it.</param>
    Task<IReadOnlyList<FieldOption>> SearchAsync(
        Turn asked, string sessionId, string fieldId, string typed, FormValues soFar, int most, CancellationToken cancellationToken);
}
