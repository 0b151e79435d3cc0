using System.Globalization;
using Xunit.Abstractions;

namespace RevBot.Pipeline.Tests.Simulation;

/// <summary>What the shipped stall limits find, and whom they cry wolf at, in made-up companies of every kind. <c>tests/stalls.sh</c> prints the whole table.</summary>
public sealed class StallSimulationTests(ITestOutputHelper output)
{
    private static readonly string? Whole = Environment.GetEnvironmentVariable("REVBOT_TEST_SEEDS");

    private static readonly int FirstSeed = Whole is null ? 40_000 : int.Parse(Whole, CultureInfo.InvariantCulture);

    [Fact]
    public void Shipped_limits_find_what_is_held_up_and_leave_the_rest_alone()
    {
        output.WriteLine($"{"scenario",-22} {"rule",-18} {"precision",9} {"recall",7} {"F1",5} {"false per 100",13}");
        var f1 = new List<double>();
        var falseAlarms = new List<double>();
        foreach (var scenario in StallScenario.All)
        {
            foreach (var rule in (StallRule[])[StallRule.Shipped, .. Whole is null ? [] : StallRule.Others])
            {
                var seeds = Whole is null ? scenario.Seeds / 6 : scenario.Seeds;
                var score = Enumerable.Range(FirstSeed, seeds).Select(seed => scenario.Run(rule, seed)).Aggregate((one, other) => one + other);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scenario.Name,-22} {rule.Name,-18} {score.Precision,9:0.00} {score.Recall,7:0.00} {score.F1,5:0.00} {score.FalseAlarms,13:0.0}"));
                if (rule == StallRule.Shipped)
                {
                    falseAlarms.Add(score.FalseAlarms);
                    if (score.Stalled > 0)
                    {
                        f1.Add(score.F1);
                    }
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"shipped: mean F1 {f1.Average():0.000}, worst {f1.Min():0.000}; at most {falseAlarms.Max():0.0} false alarms per 100 healthy stays"));
        Assert.InRange(f1.Average(), .73, 1);
        Assert.InRange(f1.Min(), .66, 1);
        Assert.InRange(falseAlarms.Max(), 0, 3);
    }
}
