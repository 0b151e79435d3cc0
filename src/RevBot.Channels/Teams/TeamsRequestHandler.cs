using Microsoft.Extensions.Logging;
using RevBot.Channels.Teams.Invokes;
using RevBot.Channels.Teams.Protocol;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Teams;

/// <summary>What is done with what Teams sends, once it is known to be Teams. What is said is stored before Teams is told; what is pressed is answered at once.</summary>
internal sealed partial class TeamsRequestHandler(
    IInbox inbox,
    TeamsRooms rooms,
    TeamsRoomEvents events,
    SubmittedMessages submitted,
    CardInvokes cards,
    DialogInvokes dialogs,
    SearchInvokes searches,
    InvokeMemory memory,
    TypingIndicator typing,
    TimeProvider time,
    ILogger<TeamsRequestHandler> logger)
{
    /// <summary>Returns when what was said is stored durably, or was not meant for the bot.</summary>
    public async Task AcceptAsync(Activity activity, string tenant)
    {
        if (SubmittedMessages.Read(activity) is { } call)
        {
            await SeenAsync(activity, tenant);
            await submitted.TakeAsync(activity, tenant, call);
            return;
        }

        if (activity.Type is "conversationUpdate" or "installationUpdate")
        {
            await events.NoteAsync(activity, tenant, CancellationToken.None);
        }

        if (TeamsTranslator.FromActivity(activity, tenant, time.GetUtcNow()) is { } turn)
        {
            await SeenAsync(activity, tenant, turn.Actor);
            if (await inbox.AcceptAsync(turn, CancellationToken.None))
            {
                typing.Begin(turn.Conversation);
            }
        }
    }

    /// <summary>Runs what was pressed, or finds what was asked for, and gives the answer.</summary>
    public async Task<InvokeAnswer> AnswerAsync(Activity activity, string tenant)
    {
        // Where a message's menu was opened the bot may not be: nothing could be said there later.
        if (activity.Name is not ("composeExtension/fetchTask" or "composeExtension/submitAction"))
        {
            await SeenAsync(activity, tenant);
        }

        switch (activity.Name)
        {
            case "adaptiveCard/action" when CardInvokes.IsLook(activity):
                return await cards.AnswerAsync(activity, tenant);
            case "adaptiveCard/action":
                return await OnceAsync(cards.AnswerAsync);
            case "task/fetch":
                return await OnceAsync(dialogs.FetchAsync);
            case "task/submit":
                return await OnceAsync(dialogs.SubmitAsync);
            case "composeExtension/fetchTask":
                return await OnceAsync(dialogs.FetchForMessageAsync);
            case "composeExtension/submitAction":
                return await OnceAsync(dialogs.SubmitForMessageAsync);
            case "application/search":
                return await searches.AnswerAsync(activity, tenant);
            default:
                LogNotServed(activity.Name ?? "none");
                return InvokeAnswer.NotServed;
        }

        Task<InvokeAnswer> OnceAsync(Func<Activity, string, Task<InvokeAnswer>> answer) =>
            activity.Id is { Length: > 0 } ? memory.AnswerOnceAsync(TeamsTranslator.PressIdOf(activity), () => answer(activity, tenant)) : answer(activity, tenant);
    }

    /// <summary>Where the conversation is served is kept before anything is answered there.</summary>
    /// <param name="actor">Who it is about, when that is not whoever sent it: somebody who got the app.</param>
    private async ValueTask SeenAsync(Activity activity, string tenant, Actor? actor = null)
    {
        if (TeamsTranslator.PlaceOf(activity, tenant) is not { } place)
        {
            return;
        }

        await rooms.SeenAsync(place, null, actor ?? TeamsTranslator.ActorOf(activity, tenant), CancellationToken.None);
        await events.NameAsync(activity, place, CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Answered an invoke named {Name} as not served.")]
    private partial void LogNotServed(string name);
}
