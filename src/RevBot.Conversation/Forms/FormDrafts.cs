using RevBot.Conversation.Forms.Usage;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Forms;

/// <summary>The forms somebody left half-filled: only their own, and only as long as the form would be open. Scoped to the turn.</summary>
public sealed class FormDrafts(IFormSessions sessions, FormRouter forms, ITurnTransaction transaction, TimeProvider time)
{
    /// <summary>The sentence that brings them back.</summary>
    public const string Sentence = "my drafts";

    /// <summary>From so many fields on it is worth keeping what was filled in.</summary>
    private const int FieldsWorthKeeping = 4;

    /// <summary>Whether a form offers to keep what is filled in.</summary>
    public static bool AreOffered(Form form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Fields.Count >= FieldsWorthKeeping;
    }

    /// <summary>The newest <paramref name="most"/>, without those that there is nothing to fill in to any more.</summary>
    public async Task<IReadOnlyList<FormDraft>> GetAsync(TurnContext context, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var drafts = new List<FormDraft>();
        var open = await sessions.FindOpenAsync(context.Turn.Actor, time.GetUtcNow(), cancellationToken);
        foreach (var session in open.Where(session => session.SeenAt is not null).OrderByDescending(session => session.SeenAt).Take(most))
        {
            if (forms.Find(session.FormId) is { } handler && await handler.BuildAsync(session, session.Values, context, cancellationToken) is FormBuild.Ready ready)
            {
                drafts.Add(new FormDraft(session, ready.Form));
            }
        }

        return drafts;
    }

    /// <summary>Gives a form up as its own button would; null when it is not theirs or is over.</summary>
    public async Task<FormSession?> DiscardAsync(string sessionId, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await sessions.FindAsync(sessionId, cancellationToken) is not { } session
            || SessionGate.Refuse(session, context.Turn.Actor, time.GetUtcNow()) is not null
            || forms.Find(session.FormId) is not { } handler)
        {
            return null;
        }

        transaction.Save(session with { State = FormSessionState.Cancelled });
        transaction.Note(new FormStep
        {
            Session = session.Id,
            Form = handler.UseName(session),
            Door = context.Turn.Conversation.Channel,
            Kind = FormStepKind.Cancelled,
            At = time.GetUtcNow(),
            ByHand = true,
        });
        return session;
    }
}
