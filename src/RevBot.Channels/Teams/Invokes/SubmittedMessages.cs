using RevBot.Channels.Teams.Cards;
using RevBot.Channels.Teams.Protocol;

namespace RevBot.Channels.Teams.Invokes;

/// <summary>Takes a press that came as a message without words, as clients send it that do not know Action.Execute: there is no request to answer, so what is for the person alone goes to their chat.</summary>
internal sealed class SubmittedMessages(PressRunner runner, PrivateAnswers answers)
{
    /// <summary>Whether it was pressed and not said.</summary>
    public static CardCall? Read(Activity activity) => activity is { Type: "message", Value: { } data } ? CardCall.Read(data) : null;

    /// <summary>Returns when what was pressed is done, or the time Teams waits is over.</summary>
    public async Task TakeAsync(Activity activity, string tenant, CardCall call)
    {
        if (call.Do == CardVerbs.Show || runner.TurnOf(activity, tenant, call, withoutDialog: true) is not { } turn || await runner.RunAsync(turn) is not { } result)
        {
            return;
        }

        var pressed = TeamsTranslator.PressedOn(activity, turn.Conversation);
        if (result.Form is { } form)
        {
            await answers.ShowAsync(turn, AdaptiveFormRenderer.Render(form, result.Errors, call.Shown, runner.PlaceFor(turn) with { IsDirect = true }), form.Form.Title, pressed);
        }
        else if (result.Errors.Count > 0)
        {
            await answers.TellAsync(turn, string.Join(' ', result.Errors.Select(error => error.Message)));
        }
        else if (PressRunner.WhisperIn(result) is { } whisper)
        {
            await answers.TellAsync(turn, whisper);
        }
    }
}
