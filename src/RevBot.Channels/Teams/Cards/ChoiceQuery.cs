namespace RevBot.Channels.Teams.Cards;

/// <summary>Options are asked for as somebody types.</summary>
/// <param name="Dataset">Names the list: session and field, see <see cref="FormDataset"/>.</param>
internal sealed record ChoiceQuery(string Dataset)
{
    public string Type { get; } = "Data.Query";

    /// <summary>What is filled in by now comes along.</summary>
    public string AssociatedInputs { get; } = "auto";
}
