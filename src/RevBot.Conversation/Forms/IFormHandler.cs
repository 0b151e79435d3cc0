using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Forms;

/// <summary>One form: how it looks for what is filled in so far, and what happens when it is submitted. Knows no channel.</summary>
public interface IFormHandler
{
    /// <summary><c>slice.form</c>; unique.</summary>
    string FormId { get; }

    Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken);

    /// <summary>Called with values that passed the form's own checks. Checks rights and state again.</summary>
    Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken);
}
