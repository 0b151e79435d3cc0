using System.Text.Json;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Teams.Cards;

/// <summary>A form as a card with inputs, in a message or in a dialog: with what was filled in, and what was wrong with it at the fields.</summary>
internal static class AdaptiveFormRenderer
{
    private const string MoreNote = "Thank you. One more thing is needed:";

    public static JsonElement Render(OfferedForm form, CardPlace place) => Render(form.SessionId, form.Form, null, form.Values, form.Errors, null, place);

    /// <param name="errors">What was wrong with what was submitted.</param>
    /// <param name="shown">The fields that were shown when it was submitted: an empty one among the others is new, and no mistake. Null: all were.</param>
    public static JsonElement Render(OpenForm form, IReadOnlyList<FieldError> errors, IReadOnlyList<string>? shown, CardPlace place) =>
        Render(form.Session.Id, form.Form, form.Section, form.Values, errors, shown, place);

    /// <summary>What a dialog is called.</summary>
    public static string TitleOf(Form form) => string.IsNullOrWhiteSpace(form.Title) ? "RevBot" : form.Title.Trim();

    private static JsonElement Render(
        string sessionId, Form form, FormSection? section, FormValues values, IReadOnlyList<FieldError> errors, IReadOnlyList<string>? shown, CardPlace place)
    {
        var frame = AdaptiveCardRenderer.FrameOf(new Card(form.Title, form.Intro));
        var heading = place.InDialog ? [] : AdaptiveParts.Render([new CardElement.Heading(TitleOf(form))]);
        var wrong = errors.Where(error => shown is null || shown.Contains(error.FieldId) || !string.IsNullOrEmpty(values[error.FieldId])).ToList();
        var lost = wrong.Where(error => form.Fields.All(field => field.Id != error.FieldId)).SelectMany(error => AdaptiveFields.RenderProblem(error.Message));
        var firstNew = errors.Count > 0 && wrong.Count == 0 ? form.Fields.FirstOrDefault(field => errors.Any(error => error.FieldId == field.Id)) : null;
        var fields = form.Fields.SelectMany(field => (field == firstNew ? More(field) : []).Concat(AdaptiveFields.Render(field, values[field.Id], ProblemOf(field), sessionId, place)));
        var below = lost.Concat(fields);
        var actions = new AdaptiveElement.ActionSet(ActionsOf(sessionId, form, section, place));
        return AdaptiveCardRenderer.Write(AdaptiveCardRenderer.Fit(frame, [.. heading, .. AdaptiveParts.Render(form.Intro)], [.. below, actions]));

        // What must be filled in is asked for; what may be is led to by what was said of it.
        IEnumerable<AdaptiveElement> More(Field field) => AdaptiveParts.Lines(field.Required ? MoreNote : errors.First(error => error.FieldId == field.Id).Message, text => new TextRun(text) { Weight = "Bolder" }, "Large");

        string ProblemOf(Field field) => string.Join('\n', wrong.Where(error => error.FieldId == field.Id).Select(error => error.Message));
    }

    private static IReadOnlyList<AdaptiveAction> ActionsOf(string sessionId, Form form, FormSection? section, CardPlace place)
    {
        var title = CodePoints.Cut(string.IsNullOrWhiteSpace(form.SubmitLabel) ? "Save" : form.SubmitLabel.Trim(), AdaptiveLimits.ActionTitle);
        var submit = new CallData(new CallTarget(CardVerbs.Submit) { Session = sessionId, Shown = [.. form.Fields.Select(field => field.Id)] });
        var back = new CallData(new CallTarget(CardVerbs.Back) { Session = sessionId, Shown = submit.Revbot.Shown });
        if (place.InDialog)
        {
            // A client sends nothing while a mandatory input is empty: whoever goes back need not fill it in first.
            AdaptiveAction next = new AdaptiveAction.Submit(submit) { Title = title, Style = "positive" };
            return section is { HasBefore: true } ? [next, new AdaptiveAction.Submit(back) { Title = "Back", AssociatedInputs = "none" }] : [next];
        }

        var cancel = new CallData(new CallTarget(CardVerbs.Click) { Action = TurnActions.CancelForm, Value = sessionId });
        return
        [
            AdaptiveActions.Execute(title, CardVerbs.Submit, submit, "positive"),
            .. section is { HasBefore: true } ? [AdaptiveActions.Execute("Back", CardVerbs.Back, back, associatedInputs: "none")] : (IReadOnlyList<AdaptiveAction>)[],
            .. AdaptiveActions.Of(form.Beside.Take(AdaptiveLimits.ActionsPerRow - 3), place),
            AdaptiveActions.Execute("Cancel", TurnActions.CancelForm, cancel, associatedInputs: "none"),
        ];
    }
}
