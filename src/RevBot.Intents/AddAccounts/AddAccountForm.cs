using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.AddAccounts;

/// <summary>The form of a new account.</summary>
public sealed class AddAccountForm(DealDesk desk, AccountAdder adder) : IFormHandler
{
    public string FormId => AccountAdder.FormId;

    public async Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var scene = await desk.OpenAsync(context, cancellationToken);
        return RecordDesk.Refusal(scene) is { } refusal
            ? new FormBuild.Unavailable(DealDesk.Refuse(AccountAdder.Intent, refusal))
            : new FormBuild.Ready(AccountAdder.Build(session.Seed, soFar, scene));
    }

    public async Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken) =>
        adder.Submit(values, await desk.OpenAsync(context, cancellationToken));
}
