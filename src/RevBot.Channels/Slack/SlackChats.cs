using System.Collections.Concurrent;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Slack;

/// <summary>The direct chats of people, each opened once: Slack has one for each, for good.</summary>
internal sealed class SlackChats(SlackApi api)
{
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<Actor, string> _open = new();

    public async ValueTask<string> OpenAsync(Actor person, CancellationToken cancellationToken)
    {
        if (_open.TryGetValue(person, out var known))
        {
            return known;
        }

        var chat = await api.OpenDirectChatAsync(person.UserId, cancellationToken);
        Keep(person, chat);
        return chat;
    }

    /// <summary>Null while it was never opened or told.</summary>
    public string? Find(Actor person) => _open.GetValueOrDefault(person);

    /// <summary>Slack has told it.</summary>
    public void Keep(Actor person, string chat)
    {
        if (_open.Count >= MostKept)
        {
            _open.Clear();
        }

        _open[person] = chat;
    }
}
