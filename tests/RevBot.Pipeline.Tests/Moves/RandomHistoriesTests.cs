using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Moves;

/// <summary>Whatever people try, in whatever order.</summary>
public sealed class RandomHistoriesTests
{
    private static readonly string[] Stages = [.. TestCompany.Profile.Process.Stages.Select(stage => stage.Id.Value), "limbo"];

    private static readonly (string Field, string[] Values)[] Facts =
    [
        (DealFields.Amount, ["5000", "80000 EUR", "-1", "0"]),
        (DealFields.CloseDate, ["2026-11-03", "2026-12-15", "2026-11-20", "2026-10-30", "soon"]),
        (DealFields.NextStep, ["call", "sign", "demo"]),
        (DealFields.NextStepDate, ["2026-11-09", "2026-11-12"]),
        (DealFields.Competitor, ["Acumen", "Bluefin", "Nobody"]),
        (DealFields.SignedDate, ["2026-10-28", "2026-12-01"]),
        (DealFields.Source, ["Inbound", "Partner"]),
        (DealFields.Owner, ["dana", "priya"]),
        (DealFields.LossReason, ["price", "price/no_budget", "competitor/features", "other", "other", "magic"]),
        (DealFields.LossNote, ["it was sold", "-"]),
    ];

    private static readonly string?[] ReviewDates = ["2026-11-20", "2027-02-01", "2026-11-20", "2026-11-03", "2028-01-01", "soon", null];
    private static readonly string?[] Reasons = ["budget freeze", "legal is away", "budget freeze", " "];

    [Fact]
    public void No_history_ever_breaks_the_process() => Prop.ForAll(Commands(), commands =>
    {
        var acme = new Acme();
        foreach (var command in commands)
        {
            Try(acme, command, mayUndo: true);
            AssertLawful(acme);
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Undoing_everything_gives_the_start() => Prop.ForAll(Commands(), commands =>
    {
        var acme = new Acme(amount: 1_000, closeDate: "2026-11-10");
        var (start, before, turns) = (acme.State(), acme.Deal, new Stack<string>());
        foreach (var command in commands)
        {
            if (Try(acme, command, mayUndo: false) is MoveDecision.Accepted)
            {
                turns.Push(acme.LastTurn);
            }
        }

        foreach (var turn in turns)
        {
            acme.Undoes(turn).Accepted();
        }

        Assert.Equal(start, acme.State());
        Assert.Equal(before.Visits.AsEnumerable(), acme.Deal.Visits);
        Assert.Equal(before.PastAmounts.AsEnumerable(), acme.Deal.PastAmounts);
        Assert.Equal(before.PastCloseDates.AsEnumerable(), acme.Deal.PastCloseDates);
        Assert.Equal(before.Pauses.AsEnumerable(), acme.Deal.Pauses);
        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static MoveDecision Try(Acme acme, int[] command, bool mayUndo)
    {
        var facts = Facts.Index()
            .Where(fact => (command[1] >> fact.Index) % 3 == 1)
            .Select(fact => (fact.Item.Field, Value: fact.Item.Values[command[2] % fact.Item.Values.Length]))
            .ToArray();
        return command[0] switch
        {
            <= 1 when mayUndo => acme.Undoes($"t{command[2] % 30}"),
            13 => acme.Pauses(ReviewDates[command[1] % ReviewDates.Length], Reasons[command[2] % Reasons.Length]),
            14 => acme.Resumes(),
            <= 3 => acme.Edits([.. facts.Take(2).Select(fact => (fact.Field, command[2] % 7 == 0 ? null : fact.Value))]),
            _ => acme.Moves(Stages[command[0] % Stages.Length], [.. facts.Where(fact => command[2] % 3 != 0 || fact.Field is DealFields.LossReason)]),
        };
    }

    private static void AssertLawful(Acme acme)
    {
        var (deal, company) = (acme.Deal, TestCompany.Profile);
        var stage = Assert.IsType<Stage>(company.Process.Find(deal.Stage));
        Assert.Equal(stage.Group.ToString(), deal.Status.ToString());
        Assert.Equal(acme.History.Count, deal.Version);
        Assert.All(deal.Visits.Zip(deal.Visits.Skip(1)), pair => Assert.True(pair.First.ExitedAt <= pair.Second.EnteredAt));
        Assert.Equal(deal.Status == DealStatus.Open ? 1 : 0, deal.Visits.Count(visit => visit.IsOpen));
        Assert.All(deal.Pauses, pause => Assert.True(pause.Since <= (pause.EndedAt ?? DateTimeOffset.MaxValue)));
        Assert.All(deal.Pauses.SkipLast(1).Zip(deal.Pauses.Skip(1)), pair => Assert.True(pair.First.EndedAt <= pair.Second.Since));
        Assert.True(deal.Pause is null || (deal.Status == DealStatus.Open && deal.Pause.Since >= deal.Visits[^1].EnteredAt));
        if (deal.Status == DealStatus.Open)
        {
            Assert.Equal(deal.Stage, deal.Visits[^1].Stage);
            Assert.Null(deal.LossReason);
        }

        Assert.All(stage.RequiredToEnter, need => Assert.False(string.IsNullOrEmpty(DealValues.Of(deal, need.Field)), string.Create(CultureInfo.InvariantCulture, $"{stage.Name} without {need.Field}")));
        Assert.True(deal.Amount is null or { Amount: > 0 });
        if (deal.Status != DealStatus.Open)
        {
            Assert.True(deal.CloseDate <= Acme.Today);
        }

        if (deal.Status == DealStatus.Lost)
        {
            var reason = Assert.IsType<LossReason>(company.LossReasons.Find(deal.LossReason!));
            Assert.Equal(reason.Details.Count > 0, deal.LossDetail is not null);
            Assert.True(!reason.NeedsNote || deal.LossNote is not null);
            Assert.True(!reason.AsksForCompetitor || deal.Competitor is not null);
        }
    }

    private static Arbitrary<int[][]> Commands() =>
        Gen.Choose(0, 14).SelectMany(kind => Gen.Choose(0, 4095).SelectMany(mask => Gen.Choose(0, 1000).Select(pick => new[] { kind, mask, pick })))
            .ArrayOf(30).ToArbitrary();
}
