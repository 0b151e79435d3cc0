namespace RevBot.Pipeline.Metrics;

/// <summary>One row of a breakdown while it is counted.</summary>
/// <param name="First">Number of the value in the first dimension's reader.</param>
/// <param name="Second">In the second one's; 0 when there is none.</param>
internal sealed record EvaluationGroup(int First, int Second)
{
    public Tally Main { get; } = new();

    public Tally Compared => field ??= new Tally();
}
