using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RevBot.Channels.Teams.Cards;
using RevBot.Channels.Teams.Protocol;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Teams.Invokes;

/// <summary>Runs what was pressed on a card of ours as a turn, within the time Teams waits for an answer.</summary>
internal sealed partial class PressRunner(ITurnRunner runner, PrivateAnswers answers, IOptions<TeamsOptions> options, TimeProvider time, ILogger<PressRunner> logger)
{
    /// <summary>People are shown an error after some ten seconds; the rest is for the way.</summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(5);

    /// <summary>The press as a turn; null when it says no place or nobody.</summary>
    /// <param name="withoutDialog">No dialog can open as its answer.</param>
    public Turn? TurnOf(Activity activity, string tenant, CardCall call, bool withoutDialog)
    {
        if (TeamsTranslator.PlaceOf(activity, tenant) is not { } place)
        {
            return null;
        }

        var message = TeamsTranslator.PressedOn(activity, place);
        TurnInput input = call.Do switch
        {
            CardVerbs.Submit => new TurnInput.FormSubmission(call.SessionId, call.Values) { Shown = call.Shown.Count > 0 ? call.Shown : null },
            CardVerbs.Back => new TurnInput.FormOpening(call.SessionId, FormValues.Empty, message) { IsBack = true, Shown = call.Shown },
            CardVerbs.Show => new TurnInput.FormOpening(call.SessionId, call.Values, message),
            _ => new TurnInput.ButtonClick(call.ActionId, call.Value, message) { WithoutDialog = withoutDialog },
        };
        return TeamsTranslator.FromPress(activity, tenant, input, time.GetUtcNow());
    }

    /// <summary>What came of it; null when that takes longer than Teams waits: then the work goes on, and the person is told in their chat what was to be shown here.</summary>
    public async Task<TurnResult?> RunAsync(Turn turn)
    {
        var work = runner.RunAsync(turn, CancellationToken.None);
        try
        {
            return await work.WaitAsync(AnswerWithin, time);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            LogSlow(turn.Id);
            _ = FinishLateAsync(work, turn);
            return null;
        }
    }

    /// <summary>What can be done on a card that is answered with there.</summary>
    public CardPlace PlaceFor(Turn turn) => CardPlace.In(turn.Conversation, options.Value);

    /// <summary>What only the person is told; null when there is nothing.</summary>
    public static string? WhisperIn(TurnResult result) =>
        result.Messages.Count > 0 ? string.Join("\n\n", result.Messages.Select(message => LineText.Of(message.Card))) : null;

    private async Task FinishLateAsync(Task<TurnResult> work, Turn turn)
    {
        try
        {
            var result = await work;
            if (result.Errors.Count > 0)
            {
                await answers.TellAsync(turn, $"The form was not saved: {string.Join(' ', result.Errors.Select(error => error.Message))} Please submit it again.");
            }
            else if (result.Form is not null)
            {
                await answers.TellAsync(turn, "The form could not be opened in time. Please press the button again.");
            }
            else if (WhisperIn(result) is { } whisper)
            {
                await answers.TellAsync(turn, whisper);
            }
        }
        catch (Exception failed)
        {
            // Teams was answered already: nobody else will hear of it.
            LogLateFailure(failed, turn.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Turn {TurnId} took longer than Teams waits; it goes on.")]
    private partial void LogSlow(string turnId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Turn {TurnId} failed after Teams was answered.")]
    private partial void LogLateFailure(Exception exception, string turnId);
}
