using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Forms;

/// <summary>A form that was offered to somebody: who asked what, prefilled how, until when. Submitted at most once.</summary>
public sealed record FormSession
{
    public required string Id { get; init; }

    public required string FormId { get; init; }

    /// <summary>Who it was offered to; nobody else may open or submit it.</summary>
    public required Actor Actor { get; init; }

    public required ConversationReference Conversation { get; init; }

    public required IReadOnlyDictionary<string, string> Seed { get; init; }

    /// <summary>What stood in it when it was last seen: as it was changed or refused, in the end as it was submitted. Nothing of it counts before that.</summary>
    public FormValues Values { get; init; } = FormValues.Empty;

    /// <summary>When <see cref="Values"/> were last seen; null while nothing was filled in.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>The fields of each section of a long form; empty for one that is shown whole.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Sections
    {
        get;

        // A session that an older version wrote down has none.
        init => field = value ?? [];
    }

    = [];

    /// <summary>The section it is at, counted from 0.</summary>
    public int Section { get; init; }

    public FormSessionState State { get; init; }

    /// <summary>The message that offered it, to be replaced when it is done; null until it was delivered or when it was opened by a click.</summary>
    public MessageReference? Prompt { get; init; }

    /// <summary>Card key under which the prompt was sent, so that it can be replaced.</summary>
    public string? PromptKey { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>With what stands in it now; as it was where that is nothing.</summary>
    public FormSession Seen(FormValues values, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Items.Count == 0 ? this : this with { Values = values, SeenAt = now };
    }
}
