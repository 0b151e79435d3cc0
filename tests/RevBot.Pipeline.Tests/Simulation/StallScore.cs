namespace RevBot.Pipeline.Tests.Simulation;

/// <summary>How a rule did: whom it told of, of those held up and of the others.</summary>
internal readonly record struct StallScore(int Found, int Stalled, int False, int Healthy)
{
    public double Precision => (double)Found / Math.Max(1, Found + False);

    public double Recall => (double)Found / Math.Max(1, Stalled);

    public double F1 => Found == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Alerts per 100 stays that nothing held up.</summary>
    public double FalseAlarms => 100d * False / Math.Max(1, Healthy);

    public static StallScore operator +(StallScore one, StallScore other) =>
        new(one.Found + other.Found, one.Stalled + other.Stalled, one.False + other.False, one.Healthy + other.Healthy);
}
