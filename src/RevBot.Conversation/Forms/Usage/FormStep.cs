namespace RevBot.Conversation.Forms.Usage;

/// <summary>One thing that happened to a form that was offered. It holds no person and nothing that was typed.</summary>
public sealed record FormStep
{
    /// <summary>Id of the form session, which holds the steps together.</summary>
    public required string Session { get; init; }

    /// <summary>The form, by <see cref="IFormHandler.UseName"/>.</summary>
    public required string Form { get; init; }

    /// <summary>The channel it was used on.</summary>
    public required string Door { get; init; }

    public required FormStepKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Keys of the fields that were refused, or of the one that is asked for.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Those of them that were left empty.</summary>
    public IReadOnlyList<string> Empty { get; init; } = [];

    /// <summary>The person pressed, answered or submitted for it: one tap.</summary>
    public bool ByHand { get; init; }
}
