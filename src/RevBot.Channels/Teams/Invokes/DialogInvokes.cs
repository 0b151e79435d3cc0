using System.Text.Json;
using RevBot.Channels.Teams.Cards;
using RevBot.Channels.Teams.Protocol;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Teams.Invokes;

/// <summary>Opens dialogs and takes what was filled in there: they stay open with their errors, go on with the next step, or close.</summary>
internal sealed class DialogInvokes(PressRunner runner, TimeProvider time)
{
    /// <summary>More fields than these need the taller dialog.</summary>
    private const int FieldsOfAMediumDialog = 5;

    private const string Unknown = "This button is no longer known. Please ask again.";
    private const string Late = "This takes a moment longer. The answer comes in the chat.";
    private const string See = "Done: see the chat.";

    public async Task<InvokeAnswer> FetchAsync(Activity activity, string tenant) =>
        CallIn(activity) is { } call && runner.TurnOf(activity, tenant, call, withoutDialog: false) is { } turn ? await OpenAsync(turn) : Say(Unknown);

    /// <summary>The same for an entry of a message's menu.</summary>
    public async Task<InvokeAnswer> FetchForMessageAsync(Activity activity, string tenant) =>
        MessageMenu.TurnOf(activity, tenant, time.GetUtcNow()) is { } turn ? await OpenAsync(turn) : Say(Unknown);

    /// <summary>What was filled in there; its answer is said right here, since the chat it comes in is another.</summary>
    public async Task<InvokeAnswer> SubmitForMessageAsync(Activity activity, string tenant) => await SubmitAsync(activity, tenant, told: true);

    public Task<InvokeAnswer> SubmitAsync(Activity activity, string tenant) => SubmitAsync(activity, tenant, told: false);

    private async Task<InvokeAnswer> OpenAsync(Turn turn)
    {
        var result = await runner.RunAsync(turn);
        return result switch
        {
            null => Say(Late),
            { Form: { } form } => Show(form, result, null, turn),
            _ => Say(PressRunner.WhisperIn(result) ?? TextOf(result.Reply)),
        };
    }

    private async Task<InvokeAnswer> SubmitAsync(Activity activity, string tenant, bool told)
    {
        if (CallIn(activity) is not { } call || runner.TurnOf(activity, tenant, call, withoutDialog: false) is not { } turn)
        {
            return InvokeAnswer.Empty;
        }

        var result = await runner.RunAsync(turn);
        return result switch
        {
            null => Say(Late),
            { Form: { } form } => Show(form, result, call, turn),
            { Errors: { Count: > 0 } errors } => Say(string.Join(' ', errors.Select(error => error.Message))),
            _ when PressRunner.WhisperIn(result) is { } whisper => Say(whisper),
            _ => told ? Say(TextOf(result.Reply)) : InvokeAnswer.Empty,
        };
    }

    private static CardCall? CallIn(Activity activity) => CardCall.Read(WireJson.Read(activity.Value, TeamsJson.Default.TaskInvokeValue)?.Data);

    private InvokeAnswer Show(OpenForm form, TurnResult result, CardCall? call, Turn turn)
    {
        var card = AdaptiveFormRenderer.Render(form, result.Errors, call?.Do == CardVerbs.Submit ? call.Shown : null, runner.PlaceFor(turn) with { InDialog = true });
        var height = form.Form.Fields.Count > FieldsOfAMediumDialog ? "large" : "medium";
        var info = new TaskInfo(AdaptiveFormRenderer.TitleOf(form.Form), new Attachment(Attachment.AdaptiveCard, card), height);
        return Step("continue", JsonSerializer.SerializeToElement(info, TeamsJson.Default.TaskInfo));
    }

    /// <summary>What a button that might have asked for fields said instead; the room is told by the outbox.</summary>
    private static string TextOf(Reply? reply) => reply is Reply.Say { Card: var said } ? said.Summary : reply is Reply.Replace { Card: var face } ? face.Summary : See;

    private static InvokeAnswer Say(string text) => Step("message", JsonSerializer.SerializeToElement(text, TeamsJson.Default.String));

    private static InvokeAnswer Step(string type, JsonElement value) => InvokeAnswer.Of(new TaskResponse(new TaskStep(type, value)), TeamsJson.Default.TaskResponse);
}
