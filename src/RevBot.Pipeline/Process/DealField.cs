namespace RevBot.Pipeline.Process;

/// <summary>A field of a deal that exit criteria may demand and forms may ask for: a built-in one or one of the company's own.</summary>
/// <param name="Choices">What a <see cref="FieldKind.Choice"/> field may hold; empty otherwise.</param>
public sealed record DealField(string Key, string Label, FieldKind Kind, IReadOnlyList<string> Choices, string? Hint = null);
