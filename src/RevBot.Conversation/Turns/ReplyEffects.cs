using RevBot.Conversation.Forms;
using RevBot.Conversation.Forms.Usage;
using RevBot.Conversation.Memory;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;

namespace RevBot.Conversation.Turns;

/// <summary>Turns a reply into messages, form sessions and memory in the turn's transaction, the same for every channel.</summary>
internal sealed class ReplyEffects(ITurnTransaction transaction, ChannelDirectory channels, FormRouter forms, IEnumerable<IDiscretion> discretions, TimeProvider time)
{
    private const int MostReplacements = 3;

    public async Task<TurnResult> ApplyAsync(TurnAnswer answer, TurnContext context, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var abilities = channels.AbilitiesOf(context.Turn.Conversation.Channel);
        var draft = new TurnDraft(context, transaction, abilities, now) { AloneBecause = await WhyAloneAsync(answer, context, abilities, cancellationToken) };
        foreach (var session in answer.Saves)
        {
            transaction.Save(session);
        }

        if (answer.Closes is { } closed)
        {
            transaction.Save(closed);
        }

        foreach (var mark in answer.Marks)
        {
            Note(mark, context, now);
        }

        if (answer.Settles is { } settled)
        {
            draft.Replace(settled.Card, settled.Session.Prompt, settled.Session);
        }

        if (answer.Prompts.Count > 0)
        {
            draft.Suggest(answer.Prompts);
        }

        var shown = await ShowAsync(answer, context, draft, now, cancellationToken);
        draft.Carry(shown.Reply);
        if (shown.Interview is not null || answer.Closes is not null || context.Turn.Input is TurnInput.Said)
        {
            draft.Remember(OpenInterview.Key, shown.Interview is { } state ? OpenInterview.ToJson(state) : null);
        }

        draft.Finish();
        return new TurnResult
        {
            Reply = shown.Reply,
            Form = shown.Form,
            Errors = shown.Reply is Reply.FormErrors wrong && context.Turn.Input is TurnInput.FormSubmission ? wrong.Errors : [],
            Face = draft.Face,
            Messages = draft.InPlace,
        };
    }

    private async ValueTask<string?> WhyAloneAsync(TurnAnswer answer, TurnContext context, ChannelAbilities abilities, CancellationToken cancellationToken)
    {
        if (answer.IsForEverybody || answer.Reply is Reply.Nothing or Reply.Whisper || context.Turn.Conversation is { IsDirect: true } or { ReplyAddress: not null } || !abilities.HasFlag(ChannelAbilities.Whispers))
        {
            return null;
        }

        foreach (var discretion in discretions)
        {
            if (await discretion.WhyAloneAsync(context, cancellationToken) is { } why)
            {
                return why;
            }
        }

        return null;
    }

    /// <summary>A form that turns out to be unavailable answers with another reply, which is then shown instead.</summary>
    private async Task<TurnAnswer> ShowAsync(TurnAnswer answer, TurnContext context, TurnDraft draft, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var replacements = 0; answer.Reply is Reply.Ask ask; replacements++)
        {
            var offered = await OfferAsync(ask, answer, context, draft, now, cancellationToken);
            if (offered.Reply is Reply.Ask)
            {
                return offered;
            }

            answer = replacements < MostReplacements ? offered : throw new InvalidOperationException($"Form '{ask.FormId}' keeps offering other forms.");
        }

        Show(answer, context, draft, now);
        return answer;
    }

    private void Show(TurnAnswer answer, TurnContext context, TurnDraft draft, DateTimeOffset now)
    {
        switch (answer.Reply)
        {
            case Reply.Say page when context.Turn.Input is TurnInput.HomeOpened:
                draft.Publish(page.Card);
                break;
            case Reply.Say say when answer.Closes is null || !draft.Replace(say.Card, null, answer.Closes):
                draft.Post(say.Card);
                break;
            case Reply.Whisper whisper:
                draft.Whisper(whisper.Card);
                break;
            case Reply.Replace replace when !draft.Replace(replace.Card, answer.On, answer.Closes):
                draft.Post(replace.Card);
                break;
            case Reply.Clarify clarify:
                var session = Session(Clarification.FormId, Clarification.SeedOf(clarify), context, now);
                session = session with { PromptKey = PromptKey(session) };
                transaction.Save(session);
                draft.Post(Clarification.CardOf(clarify, session.Id), session.PromptKey);
                break;
            case Reply.FormErrors wrong when context.Turn.Input is not TurnInput.FormSubmission:
                draft.Post(Card.Text(string.Join('\n', wrong.Errors.Select(error => error.Message))));
                break;
        }
    }

    /// <summary>Opens the form at once after a click; else shows the prompt with the form in it, or with a button that opens it, or the first question.</summary>
    private async Task<TurnAnswer> OfferAsync(
        Reply.Ask ask, TurnAnswer answer, TurnContext context, TurnDraft draft, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var session = Session(ask.FormId, ask.Seed, context, now);
        if (ask.SubmitsAtOnce)
        {
            return Agree(ask, session, answer, context, draft, now);
        }

        var opensNow = context.Turn.Input is TurnInput.ButtonClick { WithoutDialog: false } or TurnInput.FormOpening;
        var comesAlong = draft.Can(ChannelAbilities.FormsInMessages) && !opensNow;
        if (draft.Can(ChannelAbilities.Dialogs) && !opensNow && !comesAlong)
        {
            session = session with { PromptKey = PromptKey(session) };
            transaction.Save(session);
            draft.Post(PromptCard(ask, session), session.PromptKey);
            Note(FormStepKind.Offered, session, false, context, now);
            return answer;
        }

        switch (await forms.Get(ask.FormId).BuildAsync(session, FormValues.Empty, context, cancellationToken))
        {
            case FormBuild.Ready ready when comesAlong:
                session = FormSections.Plan(session with { PromptKey = PromptKey(session) }, ready.Form, isShown: false);
                transaction.Save(session);
                draft.Post(PromptCard(ask, session), PromptKey(session), new OfferedForm(session.Id, FormSections.Show(session, ready.Form, FormValues.Empty).Form, FormValues.Empty));
                Note(FormStepKind.Offered, session, false, context, now);
                Note(FormStepKind.Opened, session, false, context, now);
                return answer;
            case FormBuild.Ready ready when draft.Can(ChannelAbilities.Dialogs):
                session = FormSections.Plan(session, ready.Form, isShown: false);
                transaction.Save(session);
                Note(FormStepKind.Offered, session, false, context, now);
                Note(FormStepKind.Opened, session, true, context, now);
                return answer with { Form = FormSections.Show(session, ready.Form, FormValues.Empty) };
            case FormBuild.Ready ready:
                transaction.Save(session);
                var state = InterviewState.Start(session.Id) with { Beside = ready.Form.Beside };
                Note(FormStepKind.Offered, session, false, context, now);
                Note(FormStepKind.Opened, session, context.Turn.Input is TurnInput.ButtonClick, context, now);
                Note(FormMark.Asked(session, FormInterview.Next(ready.Form, state)) with { ByHand = false }, context, now);
                draft.Post(Interviews.Question(ready.Form, state, ask.Prompt.Elements));
                return answer with { Interview = state };
            case FormBuild.Unavailable unavailable:
                return answer with { Reply = unavailable.Reply };
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Shows what is agreed to, with the button that does it.</summary>
    private TurnAnswer Agree(Reply.Ask ask, FormSession session, TurnAnswer answer, TurnContext context, TurnDraft draft, DateTimeOffset now)
    {
        session = session with { PromptKey = PromptKey(session) };
        transaction.Save(session);
        draft.Post(PromptCard(ask, session), session.PromptKey);
        Note(FormStepKind.Offered, session, false, context, now);
        Note(FormStepKind.Opened, session, false, context, now);
        return answer;
    }

    private void Note(FormStepKind kind, FormSession session, bool byHand, TurnContext context, DateTimeOffset now) =>
        Note(new FormMark(kind, session) { ByHand = byHand }, context, now);

    /// <summary>A clarification is kept like a form, and is none.</summary>
    private void Note(FormMark mark, TurnContext context, DateTimeOffset now)
    {
        if (forms.Find(mark.Session.FormId) is not { } form)
        {
            return;
        }

        transaction.Note(new FormStep
        {
            Session = mark.Session.Id,
            Form = form.UseName(mark.Session),
            Door = context.Turn.Conversation.Channel,
            Kind = mark.Kind,
            At = now,
            Fields = mark.Fields,
            Empty = mark.Empty,
            ByHand = mark.ByHand,
        });
    }

    private static Card PromptCard(Reply.Ask ask, FormSession session) => ask.Prompt with
    {
        Buttons =
        [
            ask.SubmitsAtOnce
                ? new CardButton(ask.OpenLabel, TurnActions.SubmitForm, session.Id, ButtonStyle.Primary)
                : new CardButton(ask.OpenLabel, TurnActions.OpenForm, session.Id, ButtonStyle.Primary) { OpensForm = true },
            .. ask.Prompt.Buttons,
            new CardButton("Cancel", TurnActions.CancelForm, session.Id),
        ],
    };

    private static string PromptKey(FormSession session) => "prompt:" + session.Id;

    private static FormSession Session(string formId, IReadOnlyDictionary<string, string> seed, TurnContext context, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now).ToString("N"),
        FormId = formId,
        Actor = context.Turn.Actor,
        Conversation = context.Turn.Conversation,
        Seed = seed,
        ExpiresAt = now + SessionGate.Lifetime,
    };
}
