namespace RevBot.Channels.Teams.Cards;

/// <summary>A bar of a chart: its label and its length.</summary>
internal sealed record ChartPoint(string X, decimal Y);
