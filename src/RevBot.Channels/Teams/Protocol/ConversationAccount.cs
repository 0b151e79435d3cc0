namespace RevBot.Channels.Teams.Protocol;

/// <summary>The conversation of an activity.</summary>
internal sealed record ConversationAccount
{
    private const string ThreadMark = ";messageid=";

    /// <summary>Opaque, except that a thread of a channel is <c>{channel};messageid={root message}</c>.</summary>
    public string? Id { get; init; }

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public string? ConversationType { get; init; }

    /// <summary>Absent in personal chats.</summary>
    public bool? IsGroup { get; init; }

    public string? Name { get; init; }

    public string? TenantId { get; init; }

    /// <summary>The room and the thread in it, if any.</summary>
    public static (string Room, string? Thread) Split(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var at = id.IndexOf(ThreadMark, StringComparison.Ordinal);
        return at < 0 ? (id, null) : (id[..at], id[(at + ThreadMark.Length)..]);
    }

    public static string Join(string room, string? thread) => thread is null ? room : room + ThreadMark + thread;
}
