using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace RevBot.Conversation.Turns;

/// <summary>The traces and measurements of the process, for whoever listens to <c>RevBot</c>.</summary>
internal static class TurnTelemetry
{
    private const string Name = "RevBot";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Measurements = new(Name);

    public static readonly Histogram<double> TurnDuration = Measurements.CreateHistogram<double>("revbot.turn.duration", "ms", "From claim to commit.");

    public static readonly Counter<long> Sends = Measurements.CreateCounter<long>("revbot.sends", null, "Messages handed to a channel, by outcome.");
}
