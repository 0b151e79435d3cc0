using RevBot.Pipeline.Analytics.Drift;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Tests.Analytics;

/// <summary>Every business day six deals come into Proposal, two a segment in turn of the regions; a stay takes one of eight lengths, twice as many for Enterprise.</summary>
public sealed class PartSurveyTests
{
    private const int End = 210;

    private const int Begin = End - PartSurvey.Lately;

    private static readonly StageId Proposal = new("proposal");
    private static readonly string[] Segments = ["SMB", "Mid-Market", "Enterprise"];
    private static readonly string[] Regions = ["EMEA", "AMER", "APAC"];
    private static readonly double[] Days = [1, 2, 3, 4, 4.5, 5, 7, 12];

    [Fact]
    public void A_segment_that_slows_down_alone_is_told_with_its_days()
    {
        var (found, lookedAt, tooFew) = Look(stay => stay is { Segment: "Enterprise", Entered: >= Begin } ? 1.9 : 1);

        var drift = Assert.Single(found, one => one.By == Dimension.Segment);
        Assert.Equal((Proposal, "Enterprise", true), (drift.Stage, drift.Part, drift.IsSlower));
        Assert.InRange(drift.After!.Value / drift.Before, 1.5, 2.3);
        Assert.InRange(drift.Stays, 75, 85);
        Assert.Equal((6, 0), (lookedAt, tooFew));
    }

    [Fact]
    public void Of_stays_that_are_not_over_it_is_told_how_long_they_have_lasted()
    {
        var (found, _, _) = Look(stay => stay is { Segment: "SMB", Entered: >= Begin } ? 40 : 1);

        var drift = Assert.Single(found, one => one.Part == "SMB");
        Assert.Null(drift.After);
        Assert.InRange(drift.Longest, 39, 40);
    }

    [Fact]
    public void A_region_that_has_become_faster_is_told_too()
    {
        var (found, _, _) = Look(stay => stay is { Region: "APAC", Entered: >= Begin } ? .5 : 1);

        // Every segment has a third of its deals there, and so is somewhat faster too.
        Assert.Equal((Dimension.Region, "APAC", false), (found[0].By, found[0].Part, found[0].IsSlower));
        Assert.All(found, drift => Assert.False(drift.IsSlower));
    }

    [Fact]
    public void Where_nothing_has_changed_nothing_is_told() => Assert.Empty(Look(_ => 1).Found);

    [Fact]
    public void A_region_with_more_of_a_slow_segment_than_before_is_no_slower_region()
    {
        // EMEA sells to nobody but Enterprise lately, which has always taken twice as long.
        var stays = Stays(_ => 1).FindAll(stay => stay is not { Region: "EMEA", Entered: >= Begin, Segment: not "Enterprise" });

        Assert.Empty(PartSurvey.Look([(Proposal, stays)], End).Found);
    }

    [Fact]
    public void Where_there_is_too_little_volume_that_is_said()
    {
        var stays = Stays(_ => 1).Where((stay, number) => stay.Segment != "Enterprise" || number % 30 == 2).ToList();

        var (found, lookedAt, tooFew) = PartSurvey.Look([(Proposal, stays)], End);

        Assert.Equal((0, 5, 1), (found.Count, lookedAt, tooFew));
    }

    [Fact]
    public void What_came_after_the_week_began_is_not_known()
    {
        var stays = Stays(stay => stay is { Segment: "Enterprise", Entered: >= Begin } ? 1.9 : 1);

        var (now, then) = (PartSurvey.Look([(Proposal, stays)], End), PartSurvey.Look([(Proposal, stays.FindAll(stay => stay.Entered < End))], End));

        Assert.Equal(then.Found, now.Found);
    }

    private static (IReadOnlyList<PartDrift> Found, int LookedAt, int TooFew) Look(Func<DatedStay, double> stretch) => PartSurvey.Look([(Proposal, Stays(stretch))], End);

    private static List<DatedStay> Stays(Func<DatedStay, double> stretch)
    {
        var stays = new List<DatedStay>();
        for (var number = 0; number < 6 * (End + 20); number++)
        {
            var segment = Segments[number % 3];
            var stay = new DatedStay(segment, number / 6d, 0) { Region = Regions[number / 3 % 3] };
            stays.Add(stay with { Exited = stay.Entered + (Days[number * 5 / 3 % Days.Length] * (segment == "Enterprise" ? 2 : 1) * stretch(stay)) });
        }

        return stays;
    }
}
