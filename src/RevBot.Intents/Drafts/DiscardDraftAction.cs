using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.Drafts;

/// <summary>Gives up a form that was left half-filled; the list goes on without it, and so does the message that offered it.</summary>
public sealed class DiscardDraftAction(FormDrafts drafts, ICompany company) : IButtonAction
{
    public const string Id = "drafts.discard";

    public string ActionId => Id;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(click);
        if (await drafts.DiscardAsync(click.Value, context, cancellationToken) is not { } discarded)
        {
            return new Reply.Whisper(Card.Text("This form is over already, or it is somebody else's. Nothing was changed."))
            {
                Audit = new AuditNote(AuditKind.Refused, DraftsIntent.IntentName, Class: RefusalClass.Session),
            };
        }

        var rest = (await drafts.GetAsync(context, DraftsCard.Most, cancellationToken)).Where(draft => draft.Session.Id != discarded.Id).ToList();
        return new Reply.Replace(rest.Count == 0 ? Card.Text("Discarded. Nothing was changed.") : DraftsCard.Of(rest, ReaderClock.Of(context, company.Profile.Work)))
        {
            UpdateLive = discarded.PromptKey is { } prompt ? [new LiveCardUpdate(prompt, Card.Text("Cancelled. Nothing was changed."))] : [],
        };
    }
}
