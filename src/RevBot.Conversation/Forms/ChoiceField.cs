namespace RevBot.Conversation.Forms;

/// <summary>One of several options.</summary>
public sealed record ChoiceField : Field
{
    public required IReadOnlyList<FieldOption> Options { get; init; }

    /// <summary>There are more options than can be listed: these are the likeliest and the chosen one, the others are found by what is typed (<see cref="IOptionSource"/>).</summary>
    public bool IsPartial { get; init; }
}
