using RevBot.Channels.Slack;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;

namespace RevBot.Channels.LocalPage;

/// <summary>Reads what was sent to the page's rooms, once each, for one open page.</summary>
internal sealed class PageTranscript(IOutbox outbox, string person, IReadOnlyList<string> rooms)
{
    private const int Batch = 200;

    /// <summary>Messages of one room may be marked as sent out of order; so many are read again each time.</summary>
    private const int Overlap = 20;

    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _tails = [];

    public async Task<IReadOnlyList<PageMessage>> ReadNewAsync(CancellationToken cancellationToken)
    {
        var found = new List<PageMessage>();
        foreach (var room in rooms)
        {
            var tail = _tails.TryGetValue(room, out var known) ? known : _tails[room] = [];
            var after = tail.Count > Overlap ? tail[^(Overlap + 1)] : null;
            IReadOnlyList<OutboxItem> items;
            do
            {
                items = await outbox.ReadRoomAsync(PageChannel.ChannelName, room, after, Batch, cancellationToken);
                foreach (var item in items.Where(item => _shown.Add(item.Message.Id)))
                {
                    tail.Add(item.Message.Id);
                    if (item.Message.OnlyFor is null || item.Message.OnlyFor.UserId == person)
                    {
                        found.Add(Show(item.Message));
                    }
                }

                after = items.Count == 0 ? after : items[^1].Message.Id;
            }
            while (items.Count == Batch);
        }

        return [.. found.OrderBy(message => message.Id, StringComparer.Ordinal)];
    }

    private static PageMessage Show(OutboundMessage message)
    {
        var isUpdate = message.Kind == OutboundKind.Update;
        var rendered = isUpdate ? new[] { BlockKitRenderer.RenderOne(message.Card) } : BlockKitRenderer.RenderMessages(message.Card);
        return new PageMessage(
            message.Id,
            message.To.RoomId,
            message.To.ThreadId,
            message.Target?.MessageId,
            message.CardKey,
            isUpdate,
            message.OnlyFor is not null,
            message.CreatedAt,
            PlainTextRenderer.Render(message.Card),
            rendered);
    }
}
