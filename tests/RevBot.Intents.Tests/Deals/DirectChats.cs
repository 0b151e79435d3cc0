using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;

namespace RevBot.Intents.Tests.Deals;

/// <summary>Direct chats of an office: who can be reached in one, and what arrived there.</summary>
internal static class DirectChats
{
    public static void Reach(this Office office, string id, string zone) =>
        office.Bot.Channel.People[$"{id}@example.com"] = new KnownPerson(new Actor("slack", "T1", id), zone, new ConversationReference("slack", "T1", $"D-{id}", IsDirect: true));

    /// <summary>Runs what waits in the inbox and tells what arrived: "dana: Dana, 4 of your 4 open deals need something".</summary>
    public static async Task<List<string>> SentAsync(this Office office)
    {
        var (inbox, runner) = (office.Bot.Services.GetRequiredService<IInbox>(), office.Bot.Services.GetRequiredService<ITurnRunner>());
        while (inbox.Waiting > 0)
        {
            foreach (var turn in await inbox.ClaimAsync(8, CancellationToken.None))
            {
                await runner.RunAsync(turn, CancellationToken.None);
            }
        }

        await office.Bot.DeliverAsync();
        return [.. office.Bot.Channel.Sent.Where(message => message.To.RoomId.StartsWith("D-", StringComparison.Ordinal)).Select(message => $"{message.To.RoomId[2..]}: {message.Card.Summary}")];
    }
}
