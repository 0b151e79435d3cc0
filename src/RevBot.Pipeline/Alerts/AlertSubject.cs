namespace RevBot.Pipeline.Alerts;

/// <summary>What one alert is about: this happening, this time. What is told of it is told once.</summary>
/// <param name="Kind">Kind of alert: <c>stalled-deal</c>, <c>slow-stage</c>.</param>
/// <param name="Id">The deal or the stage.</param>
/// <param name="Occurrence">Which time it is: the index of the deal's visit, the number of the day on which a stage began to be slow.</param>
public sealed record AlertSubject(string Kind, string Id, int Occurrence);
