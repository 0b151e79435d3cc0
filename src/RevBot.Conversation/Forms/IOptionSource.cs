using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Forms;

/// <summary>A form that finds the options of its partial choice fields by what is typed. Reads only.</summary>
public interface IOptionSource
{
    /// <summary>The best <paramref name="most"/> options for <paramref name="typed"/>, best first; the likeliest when nothing is typed.</summary>
    Task<IReadOnlyList<FieldOption>> FindAsync(FormSession session, string fieldId, string typed, TurnContext context, int most, CancellationToken cancellationToken);
}
