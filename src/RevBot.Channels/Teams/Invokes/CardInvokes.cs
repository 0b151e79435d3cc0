using System.Text.Json;
using RevBot.Channels.Teams.Cards;
using RevBot.Channels.Teams.Protocol;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Teams.Invokes;

/// <summary>Answers a press on a card in place: with what the card becomes, the form with its errors, or a line below it.</summary>
internal sealed class CardInvokes(PressRunner runner, IFormViews views)
{
    private const string See = "Done: see below.";
    private const string Late = "This takes a moment longer. The answer comes in this chat.";
    private const string Again = "That was done already.";

    /// <summary>Whether somebody only looks at the card: then nothing is run or written.</summary>
    public static bool IsLook(Activity activity) =>
        WireJson.Read(activity.Value, TeamsJson.Default.CardInvokeValue) is { } value && (value.Trigger == "automatic" || CardCall.Read(value.Action?.Data)?.Do == CardVerbs.Show);

    public async Task<InvokeAnswer> AnswerAsync(Activity activity, string tenant)
    {
        if (WireJson.Read(activity.Value, TeamsJson.Default.CardInvokeValue) is not { Action: { } action } value)
        {
            return Problem("BadRequest", "The value of this press cannot be read.");
        }

        if (action.Type != "Action.Execute")
        {
            return Problem("NotSupported", "Only Action.Execute is served.");
        }

        if (CardCall.Read(action.Data) is not { } call || runner.TurnOf(activity, tenant, call, withoutDialog: true) is not { } turn)
        {
            return Problem("BadRequest", "This button is no longer known. Please ask again.");
        }

        return IsLook(activity) ? await ShowAsync(call, turn, value) : AnswerTo(await runner.RunAsync(turn), call, turn);
    }

    /// <summary>The form for whom it was made; everybody else keeps what they see.</summary>
    private async Task<InvokeAnswer> ShowAsync(CardCall call, Turn turn, CardInvokeValue value) =>
        call.SessionId.Length > 0 && await views.FindAsync(turn, call.SessionId, value.Trigger == "automatic" ? FormValues.Empty : call.Values, CancellationToken.None) is { } form
            ? Card(AdaptiveFormRenderer.Render(form, [], null, runner.PlaceFor(turn)))
            : Line(string.Empty);

    private InvokeAnswer AnswerTo(TurnResult? result, CardCall call, Turn turn) => result switch
    {
        null => Line(Late),
        { Duplicate: true } => Line(Again),
        { Form: { } form } => Card(AdaptiveFormRenderer.Render(form, result.Errors, call.Shown, runner.PlaceFor(turn))),
        { Errors: { Count: > 0 } errors } => Line(string.Join(' ', errors.Select(error => error.Message))),
        _ when PressRunner.WhisperIn(result) is { } whisper => Line(whisper),
        { Face: { } face } => Card(AdaptiveCardRenderer.Render(face, runner.PlaceFor(turn))),
        { Reply: Reply.Say say } when call.Do == CardVerbs.Submit => Card(AdaptiveCardRenderer.Render(say.Card, runner.PlaceFor(turn))),
        { Reply: Reply.Nothing } => Line(string.Empty),
        _ => Line(See),
    };

    private static InvokeAnswer Card(JsonElement card) => Answer(200, CardInvokeResponse.Card, card);

    private static InvokeAnswer Line(string text) => Answer(200, CardInvokeResponse.Message, JsonSerializer.SerializeToElement(text, TeamsJson.Default.String));

    private static InvokeAnswer Problem(string code, string message) =>
        Answer(400, CardInvokeResponse.Error, JsonSerializer.SerializeToElement(new ConnectorErrorDetail(code, message), TeamsJson.Default.ConnectorErrorDetail));

    /// <summary>The request itself went well, whatever became of the press.</summary>
    private static InvokeAnswer Answer(int status, string type, JsonElement value) => InvokeAnswer.Of(new CardInvokeResponse(status, type, value), TeamsJson.Default.CardInvokeResponse);
}
