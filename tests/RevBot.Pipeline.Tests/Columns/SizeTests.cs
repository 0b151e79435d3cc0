using System.Runtime.CompilerServices;
using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Columns;

/// <summary>There are a million of each: what they weigh is what the bot weighs.</summary>
public sealed class SizeTests
{
    [Fact]
    public void A_visit_is_kept_in_32_bytes() => Assert.Equal(32, Unsafe.SizeOf<StageVisit>());

    [Fact]
    public void A_stay_is_kept_in_8_bytes() => Assert.Equal(8, Unsafe.SizeOf<StayFacts>());

    [Fact]
    public void A_packed_visit_says_what_it_was_told()
    {
        var (entered, left) = (APipeline.At("2025-10-06T09:30:00.123+02:00"), APipeline.At("2025-10-08T17:00"));
        var visit = new StageVisit(new StageId("discovery"), entered, left, ExitKind.Lost);

        Assert.Equal(("discovery", entered, left, ExitKind.Lost, false), (visit.Stage.Value, visit.EnteredAt, visit.ExitedAt!.Value, visit.Exit, visit.IsOpen));
        Assert.True((visit with { ExitedAt = null, Exit = ExitKind.None }) is { IsOpen: true, ExitedAt: null });
        Assert.Equal(visit, new StageVisit(new StageId("discovery"), entered.ToUniversalTime(), left, ExitKind.Lost));
    }

    [Theory]
    [InlineData(726_468 + 1, 800_000)]
    [InlineData(739_530, 739_530)]
    [InlineData(739_530, DealFacts.NoDay)]
    public void A_packed_stay_says_what_it_was_told(int entered, int left)
    {
        var last = new DateOnly(1990, 1, 1).DayNumber + ushort.MaxValue;
        foreach (var exit in Enum.GetValues<ExitKind>())
        {
            var stay = new StayFacts(7, exit == ExitKind.Won, entered, left, exit);

            Assert.Equal((7, exit == ExitKind.Won, exit, left == DealFacts.NoDay), (stay.Stage, stay.IsUnseen, stay.Exit, stay.IsRunning));
            Assert.Equal((entered, left == DealFacts.NoDay ? left : Math.Min(left, last)), (stay.EnteredDay, stay.LeftDay));
        }
    }
}
