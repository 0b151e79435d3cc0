using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Forms.Usage;
using RevBot.Conversation.Memory;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;

namespace RevBot.Conversation.Turns;

/// <summary>Leads people through a form by questions where no dialog can be shown. The form is built anew after each answer, for fields may depend on earlier ones.</summary>
internal sealed class Interviews(FormRouter forms, IFormSessions sessions, DraftNotes drafts, TimeProvider time)
{
    /// <summary>The next question, with <paramref name="lead"/> above it.</summary>
    public static Card Question(Form form, InterviewState state, IReadOnlyList<CardElement> lead)
    {
        var field = FormInterview.Next(form, state);
        return new Card(
            field is null ? $"{form.SubmitLabel}?" : $"{field.Label}?",
            [.. lead, .. field is null ? FormInterview.AskConsent(form) : FormInterview.Ask(field, state with { Beside = form.Beside })]);
    }

    /// <summary>Takes what was said as the answer; null when there is no interview (any more).</summary>
    public async Task<TurnAnswer?> ContinueAsync(string said, TurnContext context, CancellationToken cancellationToken)
    {
        if (OpenInterview.From(context.Memory, context.Now) is not { } state
            || await sessions.FindAsync(state.SessionId, cancellationToken) is not { } session
            || SessionGate.Refuse(session, context.Turn.Actor, time.GetUtcNow()) is not null)
        {
            return null;
        }

        if (FormInterview.IsCancel(said))
        {
            return Close(new Reply.Say(Card.Text("Cancelled. Nothing was changed.")), session, FormStepKind.Cancelled);
        }

        if (FormInterview.IsLater(said))
        {
            return new TurnAnswer(new Reply.Say(Card.Text(drafts.Later(session, context))));
        }

        var handler = forms.Get(session.FormId);
        switch (await handler.BuildAsync(session, state.Given, context, cancellationToken))
        {
            case FormBuild.Unavailable unavailable:
                return Close(unavailable.Reply, session, FormStepKind.Closed);
            case FormBuild.Ready ready:
                var field = FormInterview.Next(ready.Form, state);
                return FormInterview.IsBack(said) && state.Done.Count > 0 ? await AskAsync(handler, session, state.Reopen(state.Done[^1]), context, cancellationToken)
                    : field is not null ? await AnswerAsync(handler, session, state, ready.Form, field, said, context, cancellationToken)
                    : FormInterview.IsYes(said) ? await SubmitAsync(handler, session, state, ready.Form, context, cancellationToken)
                    : Ask(session, ready.Form, state);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<TurnAnswer> AnswerAsync(
        IFormHandler handler, FormSession session, InterviewState state, Form form, Field field, string said, TurnContext context, CancellationToken cancellationToken)
    {
        var reading = FormInterview.Read(field, said, context.Dates);
        if (reading.Problem is not null && field is ChoiceField choice && FormInterview.IsLong(choice))
        {
            const int enough = FormInterview.MostNamed + 1;
            reading = FormInterview.Pick(choice, said, choice.IsPartial && handler is IOptionSource source
                ? await source.FindAsync(session, field.Id, said, context, enough, cancellationToken)
                : OptionSearch.Find(choice.Options, said, enough));
        }

        if (FormInterview.IsSkip(said) && (field is not ChoiceField || reading.Value is null))
        {
            reading = field.Required ? FieldReading.Wrong($"{field.Label} is needed and cannot be skipped.") : default;
        }

        return reading.Problem is { } problem
            ? Ask(form, state, problem) with { Marks = [FormMark.Refused(session, [new FieldError(field.Id, problem)], IsEmpty(said) ? FormValues.Empty : new FormValues(new Dictionary<string, string> { [field.Id] = said }))] }
            : await AskAsync(handler, session, state.Answer(field.Id, reading.Value), context, cancellationToken);
    }

    /// <summary>Asks for the next field; submits when there is none.</summary>
    private async Task<TurnAnswer> AskAsync(
        IFormHandler handler, FormSession session, InterviewState state, TurnContext context, CancellationToken cancellationToken) =>
        await handler.BuildAsync(session, state.Given, context, cancellationToken) switch
        {
            FormBuild.Ready ready when FormInterview.Next(ready.Form, state) is not null => Ask(session, ready.Form, state) with { Saves = state.Values.Count > 0 ? [session.Seen(state.Given, time.GetUtcNow())] : [] },
            FormBuild.Ready ready => await SubmitAsync(handler, session, state, ready.Form, context, cancellationToken),
            FormBuild.Unavailable unavailable => Close(unavailable.Reply, session, FormStepKind.Closed),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static async Task<TurnAnswer> SubmitAsync(
        IFormHandler handler, FormSession session, InterviewState state, Form form, TurnContext context, CancellationToken cancellationToken)
    {
        var check = FormValidator.Check(form, state.Given, context.Dates);
        if (check.Errors.Count > 0)
        {
            return AskAgain(session, form, state, check.Errors);
        }

        var reply = await handler.SubmitAsync(session, check.Values, context, cancellationToken);
        return reply is Reply.FormErrors wrong
            ? AskAgain(session, form, state, wrong.Errors)
            : Close(reply, session with { Values = check.Values }, FormMark.Ended(session, reply).Kind, FormSessionState.Submitted);
    }

    private static TurnAnswer AskAgain(FormSession session, Form form, InterviewState state, IReadOnlyList<FieldError> errors)
    {
        var asked = Ask(form, errors.Aggregate(state, (before, error) => before.Reopen(error.FieldId)), string.Join('\n', errors.Select(error => error.Message)));
        return asked with
        {
            Reply = asked.Reply with { Audit = AuditNote.Of(new Reply.FormErrors(errors), session.FormId) },
            Marks = [FormMark.Refused(session, errors, state.Given)],
        };
    }

    private static TurnAnswer Ask(FormSession session, Form form, InterviewState state) =>
        Ask(form, state, null) with { Marks = [FormMark.Asked(session, FormInterview.Next(form, state))] };

    private static TurnAnswer Ask(Form form, InterviewState state, string? problem) =>
        new(new Reply.Say(Question(form, state, problem is null ? [] : [new CardElement.Paragraph(problem)]))) { Interview = state with { Beside = form.Beside } };

    private static TurnAnswer Close(Reply reply, FormSession session, FormStepKind step, FormSessionState state = FormSessionState.Cancelled) => new(reply)
    {
        Closes = session with { State = state },
        Capability = state == FormSessionState.Submitted ? session.FormId : null,
        Marks = [new FormMark(step, session)],
    };

    private static bool IsEmpty(string said) => string.IsNullOrWhiteSpace(said) || FormInterview.IsSkip(said);
}
