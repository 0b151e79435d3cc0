using System.Globalization;

namespace RevBot.Tests.Alerts;

/// <summary>A month of a company's life, quarter of an hour by quarter of an hour, over both wires: alerts and digests are quiet by construction. <c>tests/month.sh</c> lives more of them.</summary>
public sealed class AMonthTests
{
    public static TheoryData<int> Seeds => [.. (Environment.GetEnvironmentVariable("REVBOT_MONTH_SEEDS") ?? "1").Split(',').Select(seed => int.Parse(seed, CultureInfo.InvariantCulture))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Nobody_is_disturbed_told_twice_or_left_out(int seed)
    {
        await using var month = await Month.BeginAsync(seed);
        await month.LiveAsync();
        var (cards, end) = await month.LookBackAsync();
        var broken = MonthLaws.Broken(cards, month.Life, month.Refused, end).ToList();
        Assert.True(broken.Count == 0, $"Seed {seed}:\n{month.Transcript(cards)}\n\n{string.Join('\n', broken)}");
        Assert.True(cards.Count(card => card.IsAlert) > 30 && month.Life.Snoozes.Count > 5 && cards.Any(card => card.IsAlert && card.Channel == "teams") && cards.Any(card => card.IsRedacted), $"Too little happened:\n{month.Transcript(cards)}");
    }
}
