namespace RevBot.Pipeline.Questions;

/// <summary>One value of a dimension.</summary>
/// <param name="Key">What deals are compared with: an id for owners, accounts, managers and stages, else the value itself. Empty means "none".</param>
/// <param name="Label">How people call it.</param>
public readonly record struct DimensionValue(string Key, string Label);
