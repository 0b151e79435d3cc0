namespace RevBot.Pipeline.Tests.Simulation;

/// <summary>One stay of a made-up deal in a stage, on a clock of business days.</summary>
/// <param name="Stalled">Whether something held it up beyond its natural time, which is what an alert shall find.</param>
internal readonly record struct SimulatedVisit(int Stage, int Segment, double Entered, double Left, bool Stalled);
