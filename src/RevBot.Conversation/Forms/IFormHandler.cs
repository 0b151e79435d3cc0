using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Forms;

/// <summary>One form: how it looks for what is filled in so far, and what happens when it is submitted. Knows no channel.</summary>
public interface IFormHandler
{
    /// <summary><c>slice.form</c>; unique.</summary>
    string FormId { get; }

    /// <summary>What its use is counted under; where one form serves several ends, such as moves to this stage and that, one name each. Holds nothing that was typed.</summary>
    string UseName(FormSession session) => FormId;

    Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken);

    /// <summary>Called with values that passed the form's own checks. Checks rights and state again.</summary>
    Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken);
}
