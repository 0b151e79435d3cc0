using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.AddAccounts;

/// <summary>The form of somebody at an account.</summary>
public sealed class AddContactForm(DealDesk desk, ContactAdder adder) : IFormHandler, IOptionSource
{
    public string FormId => ContactAdder.FormId;

    public async Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var scene = await desk.OpenAsync(context, cancellationToken);
        return RecordDesk.Refusal(scene) is { } refusal
            ? new FormBuild.Unavailable(DealDesk.Refuse(ContactAdder.Intent, refusal))
            : new FormBuild.Ready(ContactAdder.Build(session.Seed, soFar, scene));
    }

    public async Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken) =>
        adder.Submit(values, await desk.OpenAsync(context, cancellationToken));

    public async Task<IReadOnlyList<FieldOption>> FindAsync(FormSession session, string fieldId, string typed, TurnContext context, int most, CancellationToken cancellationToken) =>
        fieldId == ContactAdder.AccountKey ? AccountChoices.Find(typed, await desk.OpenAsync(context, cancellationToken), most) : [];
}
