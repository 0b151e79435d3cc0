namespace RevBot.Channels.Teams.Protocol;

/// <summary>Which part of the findings is wanted.</summary>
internal sealed record SearchOptions(int? Skip = null, int? Top = null);
