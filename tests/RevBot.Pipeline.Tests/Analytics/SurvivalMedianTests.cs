using RevBot.Pipeline.Analytics;

namespace RevBot.Pipeline.Tests.Analytics;

public sealed class SurvivalMedianTests
{
    [Fact]
    public void The_median_found_on_the_way_is_the_curves_median()
    {
        var random = new Random(11);
        for (var round = 0; round < 20_000; round++)
        {
            var stays = random.Next(1, 12);
            var times = Enumerable.Range(0, stays).Select(_ => (double)random.Next(0, 6)).ToArray();
            var exited = Enumerable.Range(0, stays).Select(_ => random.Next(3) > 0).ToArray();
            var expected = SurvivalCurve.From(times, exited).Median;

            var median = new SurvivalMedian(stays);
            foreach (var (length, ended) in times.Zip(exited).OrderBy(stay => stay.First).ThenByDescending(stay => stay.Second).TakeWhile(_ => !median.IsKnown))
            {
                if (ended)
                {
                    median.Ended(length);
                }
                else
                {
                    median.Outlasted(length);
                }
            }

            Assert.True(expected == median.Result(), $"{string.Join(' ', times.Zip(exited, (time, ended) => ended ? $"{time}" : $"{time}+"))}: {expected} and {median.Result()}");
        }
    }
}
