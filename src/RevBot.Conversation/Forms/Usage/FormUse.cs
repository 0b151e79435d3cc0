namespace RevBot.Conversation.Forms.Usage;

/// <summary>How one form did, of all that were offered in a time.</summary>
public sealed record FormUse
{
    /// <summary>By <see cref="IFormHandler.UseName"/>.</summary>
    public required string Form { get; init; }

    public required int Offered { get; init; }

    public required int Opened { get; init; }

    /// <summary>Submitted and done.</summary>
    public required int Finished { get; init; }

    /// <summary>Opened, and cancelled or run out.</summary>
    public required int Abandoned { get; init; }

    /// <summary>Opened, and neither done nor over yet.</summary>
    public required int Pending { get; init; }

    /// <summary>Opened, and ended by the house: the deal had moved on, or the right was gone.</summary>
    public required int Closed { get; init; }

    /// <summary>From the first look to the submit that was taken, in the middle of those that were finished; null when none was.</summary>
    public required double? MedianSeconds { get; init; }

    /// <summary>Nine of ten were finished within it; null when none was.</summary>
    public required double? P90Seconds { get; init; }

    /// <summary>Presses, answers and submits it took, in the middle of those that were finished; null when none was.</summary>
    public required double? MedianTaps { get; init; }

    /// <summary>How many were offered on which channel.</summary>
    public required IReadOnlyDictionary<string, int> Doors { get; init; }

    /// <summary>The fields that were in somebody's way, worst first.</summary>
    public required IReadOnlyList<FieldUse> Fields { get; init; }

    /// <summary>Of those that somebody finished or gave up, the share given up; null when there are none.</summary>
    public double? AbandonedShare => Finished + Abandoned == 0 ? null : (double)Abandoned / (Finished + Abandoned);
}
