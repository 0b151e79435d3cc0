using System.Diagnostics;
using System.Globalization;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Forms.Usage;
using RevBot.Conversation.Memory;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Understanding;

namespace RevBot.Conversation.Turns;

/// <summary>Gives what came in to whom it is for: an open interview first, then open choices, then the capabilities; buttons and forms by their ids.</summary>
internal sealed class TurnDispatcher(
    Admissions admissions,
    IntentRouter intents,
    ActionRouter actions,
    FormRouter forms,
    IFormSessions sessions,
    Interviews interviews,
    INotUnderstood notUnderstood,
    ChannelDirectory channels,
    DraftNotes drafts,
    TimeProvider time,
    IHomePage? home = null)
{
    /// <summary>Nobody writes a longer sentence; reading one would hold everybody else up.</summary>
    private const int LongestText = 8_000;

    private static readonly string TooLong = string.Create(CultureInfo.InvariantCulture, $"That is longer than the {LongestText:N0} characters I read at once, so I have read none of it. Please say it in a sentence or two.");

    public async Task<TurnAnswer> DispatchAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (context.Turn.Input is not (TurnInput.Welcome or TurnInput.ChatOpened) && await admissions.RefuseAsync(context, cancellationToken) is { } refusal)
        {
            // What was pressed is everybody's; it stays as it is.
            return new TurnAnswer(context.Turn.Input is TurnInput.Said or TurnInput.HomeOpened ? refusal : new Reply.Whisper(refusal.Card) { Data = refusal.Data, Audit = refusal.Audit }) { IsForEverybody = true };
        }

        return await HandleAsync(context, cancellationToken);
    }

    private async Task<TurnAnswer> HandleAsync(TurnContext context, CancellationToken cancellationToken) => context.Turn.Input switch
    {
        TurnInput.Said { Text.Length: > LongestText } => new TurnAnswer(new Reply.Say(Card.Text(TooLong)) { Audit = new AuditNote(AuditKind.Refused, AuditEntry.NoIntent, Class: RefusalClass.Unread) }),
        TurnInput.Said said => await HearAsync(Utterance.Of(said.Text), context, cancellationToken),
        TurnInput.ButtonClick click => await PressAsync(click, context, cancellationToken),
        TurnInput.FormOpening opening => await OpenAsync(opening, context, cancellationToken),
        TurnInput.FormSubmission submission => await SubmitAsync(submission, context, cancellationToken),
        TurnInput.Reminded reminded => await UnderstandAsync(Utterance.Of(reminded.Text), context, cancellationToken),
        TurnInput.HomeOpened when home is not null => new TurnAnswer(await home.ShowAsync(context, cancellationToken)),
        TurnInput.ChatOpened => new TurnAnswer(new Reply.Nothing()) { Prompts = home is null ? [] : await home.SuggestAsync(context, cancellationToken) },
        TurnInput.Welcome or TurnInput.HomeOpened => new TurnAnswer(await notUnderstood.WelcomeAsync(context, cancellationToken)),
        _ => throw new UnreachableException($"No way to handle {context.Turn.Input.GetType().Name}."),
    };

    private async Task<TurnAnswer> HearAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        if (OpenInterview.From(context.Memory, context.Now)?.Pick(utterance.Text) is { } beside)
        {
            return await PressAsync(new TurnInput.ButtonClick(beside.ActionId, beside.Value, null), context, cancellationToken);
        }

        if (await interviews.ContinueAsync(utterance.Text, context, cancellationToken) is { } answer)
        {
            return answer;
        }

        if (OpenOptions.From(context.Memory, context.Now) is { } options)
        {
            if (options.Pick(utterance.Text) is { } button)
            {
                return button.Confirm is null
                    ? await PressAsync(new TurnInput.ButtonClick(button.ActionId, button.Value, null), context, cancellationToken)
                    : MakeSure(button, button.Confirm);
            }

            if (options.IsMissed(utterance.Text))
            {
                var hint = string.Create(CultureInfo.InvariantCulture, $"Choose a number from 1 to {options.Buttons.Count}.");
                return new TurnAnswer(new Reply.Say(Card.Text(hint) with { Buttons = options.Buttons }));
            }
        }

        return await UnderstandAsync(utterance, context, cancellationToken);
    }

    private async Task<TurnAnswer> UnderstandAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        utterance.Normalized.Length > 0 && await intents.RouteAsync(utterance, context, cancellationToken) is { } found
            ? new TurnAnswer(await found.Intent.HandleAsync(found.Call, context, cancellationToken)) { Capability = found.Intent.Description.Name }
            : new TurnAnswer(await notUnderstood.ReplyAsync(utterance, context, cancellationToken));

    private async Task<TurnAnswer> PressAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        switch (click.ActionId)
        {
            case TurnActions.OpenForm:
                return await OpenAsync(new TurnInput.FormOpening(click.Value, FormValues.Empty, click.Message), context, cancellationToken);
            case TurnActions.SubmitForm:
                return await SubmitAsync(new TurnInput.FormSubmission(click.Value, FormValues.Empty), context, cancellationToken) with { On = click.Message };
            case TurnActions.CancelForm:
                return await CancelAsync(click, context, cancellationToken);
            case TurnActions.PickChoice:
                return await PickAsync(click, context, cancellationToken);
            case TurnActions.Dismiss:
                return new TurnAnswer(new Reply.Replace(Card.Text("All right. Nothing was changed."))) { On = click.Message };
            default:
                return actions.Find(click.ActionId) is { } action
                    ? new TurnAnswer(await action.HandleAsync(click, context, cancellationToken)) { On = click.Message, Capability = click.ActionId }
                    : Refuse("This button is no longer known. Nothing was changed; please ask again.");
        }
    }

    private async Task<TurnAnswer> OpenAsync(TurnInput.FormOpening opening, TurnContext context, CancellationToken cancellationToken)
    {
        var (soFar, message) = (opening.SoFar, opening.Message);
        var session = await FindFormAsync(opening.SessionId, cancellationToken);
        if (session is null || SessionGate.Refuse(session, context.Turn.Actor, time.GetUtcNow()) is not null)
        {
            return Refuse(SessionGate.Refuse(session, context.Turn.Actor, time.GetUtcNow()));
        }

        var at = FormSections.IndexOf(session, opening.Shown ?? []) ?? session.Section;
        var values = soFar.Items.Count > 0 ? FormSections.Merge(session, soFar, at) : session.Values;
        switch (await forms.Get(session.FormId).BuildAsync(session, values, context, cancellationToken))
        {
            case FormBuild.Unavailable unavailable:
                return new TurnAnswer(unavailable.Reply) { On = message, Closes = session with { State = FormSessionState.Cancelled }, Capability = session.FormId, Marks = [new FormMark(FormStepKind.Closed, session)] };
            case FormBuild.Ready ready when !channels.Can(context.Turn.Conversation.Channel, ChannelAbilities.Dialogs):
                var state = FormInterview.Resume(ready.Form, session.Id, values, context.Dates) with { Beside = ready.Form.Beside };
                return new TurnAnswer(new Reply.Say(Interviews.Question(ready.Form, state, drafts.Left(ready.Form, session, context).Intro)))
                {
                    Interview = state,
                    Capability = session.FormId,
                    Marks = [new FormMark(FormStepKind.Opened, session), FormMark.Asked(session, FormInterview.Next(ready.Form, state)) with { ByHand = false }],
                };
            case FormBuild.Ready ready:
                // What was chosen is kept: whoever searches the options of another field sends nothing of the rest along.
                var planned = FormSections.Plan(session with { Section = opening.IsBack ? Math.Max(0, at - 1) : at }, ready.Form, isShown: soFar.Items.Count > 0);
                var seen = soFar.Items.Count > 0 ? planned.Seen(values, time.GetUtcNow()) : planned;
                var known = seen.PromptKey is not null && seen.Prompt is null && message is not null ? seen with { Prompt = message } : seen;
                var shown = FormSections.Show(known, ready.Form, values);
                var noted = opening.Keeps ? drafts.Kept(shown.Form, known, context) : soFar.Items.Count > 0 || opening.IsBack ? shown.Form : drafts.Left(shown.Form, known, context);
                return new TurnAnswer(new Reply.Nothing())
                {
                    Form = shown with { Form = noted },
                    Saves = known == session ? [] : [known],
                    Capability = session.FormId,

                    // Built anew for a choice that changed: nobody opened it again.
                    Marks = soFar.Items.Count > 0 || opening.Keeps || opening.IsBack ? [] : [new FormMark(FormStepKind.Opened, session)],
                };
            default:
                throw new UnreachableException();
        }
    }

    private async Task<TurnAnswer> SubmitAsync(TurnInput.FormSubmission submission, TurnContext context, CancellationToken cancellationToken)
    {
        var session = await FindFormAsync(submission.SessionId, cancellationToken);
        if (session is null || SessionGate.Refuse(session, context.Turn.Actor, time.GetUtcNow()) is not null)
        {
            return Refuse(SessionGate.Refuse(session, context.Turn.Actor, time.GetUtcNow()));
        }

        var handler = forms.Get(session.FormId);
        var at = submission.Shown is null ? (int?)null : FormSections.IndexOf(session, submission.Shown) ?? session.Section;
        var values = at is null ? submission.Values : FormSections.Merge(session, submission.Values, at.Value);
        return await handler.BuildAsync(session, values, context, cancellationToken) switch
        {
            FormBuild.Unavailable unavailable => new TurnAnswer(unavailable.Reply) { Closes = session with { State = FormSessionState.Cancelled }, Capability = session.FormId, Marks = [new FormMark(FormStepKind.Closed, session)] },
            FormBuild.Ready ready => await SubmitAsync(handler, FormSections.Plan(at is null ? session : session with { Section = at.Value }, ready.Form, isShown: true), ready.Form, values, submission.Shown, context, cancellationToken),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Takes what was filled in: a section that is in order leads to the next one, the last of them or a whole form to what it is for.</summary>
    /// <param name="before">The fields that were shown; null for the whole form.</param>
    private async Task<TurnAnswer> SubmitAsync(
        IFormHandler handler, FormSession session, Form form, FormValues values, IReadOnlyList<string>? before, TurnContext context, CancellationToken cancellationToken)
    {
        var check = FormValidator.Check(form, values, context.Dates);
        var isLast = before is null || session.Section >= session.Sections.Count - 1;
        var wrong = isLast ? check.Errors : [.. check.Errors.Where(error => FormSections.IndexOf(session, [error.FieldId]) == session.Section)];
        if (!isLast && wrong.Count == 0)
        {
            // What came up by what was chosen is looked at before it is left behind.
            var isSeen = session.Sections[session.Section].All(id => before?.Contains(id) == true);
            var next = (session with { Section = session.Section + (isSeen ? 1 : 0) }).Seen(values, time.GetUtcNow());
            return new TurnAnswer(new Reply.Nothing()) { Capability = session.FormId, Form = FormSections.Show(next, form, values), Saves = [next] };
        }

        var reply = wrong.Count > 0 ? new Reply.FormErrors(wrong) : await handler.SubmitAsync(session, check.Values, context, cancellationToken);
        if (reply is not Reply.FormErrors refused)
        {
            return new TurnAnswer(reply) { Capability = session.FormId, Closes = session with { State = FormSessionState.Submitted, Values = check.Values }, Marks = [FormMark.Ended(session, reply)] };
        }

        var (kept, shown) = FormSections.Refuse(session.Seen(values, time.GetUtcNow()), form, values, refused.Errors);
        return new TurnAnswer(reply)
        {
            Capability = session.FormId,

            // What was chosen may ask for other fields than were shown.
            Form = shown,
            Saves = values.Items.Count > 0 ? [kept] : [],
            Marks = [FormMark.Refused(session, refused.Errors, values)],
        };
    }

    /// <summary>Null also for a clarification: it is kept like a form, and has nothing to show or to fill in.</summary>
    private async Task<FormSession?> FindFormAsync(string sessionId, CancellationToken cancellationToken) =>
        await sessions.FindAsync(sessionId, cancellationToken) is { } session && forms.Find(session.FormId) is not null ? session : null;

    private async Task<TurnAnswer> CancelAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        var session = await sessions.FindAsync(click.Value, cancellationToken);
        return session is null || SessionGate.Refuse(session, context.Turn.Actor, time.GetUtcNow()) is not null
            ? Refuse(SessionGate.Refuse(session, context.Turn.Actor, time.GetUtcNow()))
            : new TurnAnswer(new Reply.Replace(Card.Text("Cancelled. Nothing was changed.")))
            {
                On = click.Message,
                Closes = session with { State = FormSessionState.Cancelled },
                Marks = [new FormMark(FormStepKind.Cancelled, session)],
            };
    }

    /// <summary>The picked reading is handled as if the person had said it; the question shows what was picked.</summary>
    private async Task<TurnAnswer> PickAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        var (sessionId, index) = Clarification.Read(click.Value);
        var session = await sessions.FindAsync(sessionId, cancellationToken);
        if (session is null || SessionGate.Refuse(session, context.Turn.Actor, time.GetUtcNow()) is not null)
        {
            return Refuse(SessionGate.Refuse(session, context.Turn.Actor, time.GetUtcNow()));
        }

        if (Clarification.ChoiceOf(session, index) is not { } choice)
        {
            return Refuse("This choice is no longer known. Nothing was changed; please ask again.");
        }

        var picked = session with { State = FormSessionState.Submitted, Prompt = click.Message ?? session.Prompt };
        return await UnderstandAsync(Utterance.Of(choice.Utterance), context, cancellationToken) with
        {
            Saves = [picked],
            Settles = (picked, Card.Text($"{Clarification.QuestionOf(session)} {choice.Label}.")),
        };
    }

    private static TurnAnswer MakeSure(CardButton button, string question) =>
        new(new Reply.Say(new Card(
            question,
            [new CardElement.Paragraph(question)],
            [button with { Label = "Yes", Confirm = null }, new CardButton("No", TurnActions.Dismiss, "")])));

    private static TurnAnswer Refuse(string? sentence) =>
        new(new Reply.Whisper(Card.Text(sentence ?? "")) { Audit = new AuditNote(AuditKind.Refused, AuditEntry.NoIntent, Class: RefusalClass.Session) });
}
