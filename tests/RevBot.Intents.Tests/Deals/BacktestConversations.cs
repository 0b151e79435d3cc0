using RevBot.Intents.Backtest;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Deals;

public sealed class BacktestConversations
{
    [Theory]
    [InlineData("what would the stalled deals rule have done?", "“stalled deals” would have fired 9 times in 180 days")]
    [InlineData("what would this rule have done?", "“stalled deals” would have fired")]
    [InlineData("how often would the stall rule have fired in the last 12 weeks?", "“stalled deals” would have fired 8 times in 84 days")]
    [InlineData("what would the close date pushed rule have done?", "“close date pushed” would have fired 1 time in 180 days")]
    [InlineData("back-test no activity over 90 days", "“no activity” would have fired")]
    [InlineData("what would “overdue deals” have told?", "“close date passed” would have fired")]
    [InlineData("try out moved_back for 4 weeks", "“moved back a stage” would have fired 0 times in 28 days")]
    [InlineData("how often would amount changed have fired at 20 percent?", "“amount changed” at 20 % would have fired 1 time")]
    [InlineData("how often would amount changed have fired at 60% over the last 90 days?", "“amount changed” at 60 % would have fired 0 times in 90 days")]
    [InlineData("backtest large losses at $4k", "“large deal lost” at $4,000 would have fired 1 time")]
    [InlineData("back-test large wins", "What is large is learned from the wins of a year, and there were too few: name an amount.")]
    public async Task Any_rule_is_played_through_the_past(string text, string sees)
    {
        await using var office = Lively();
        Assert.Equal("answered", await office.SaysAsync("mo", text));
        office.Bot.Sees(sees);
    }

    [Fact]
    public async Task What_it_would_have_told_is_held_against_the_rest_at_several_thresholds()
    {
        await using var office = Lively();
        await office.SaysAsync("dana", "what would the stalled deals rule have done?");
        office.Bot.Sees("learned limit (in use)");
        office.Bot.Sees("14 business days");
        office.Bot.Sees("Too few deals to say whether that is chance.");
        office.Bot.Sees("looked at each work morning, knowing only what was known by then");
    }

    [Theory]
    [InlineData("back-test the pipline rule", "There is no rule “the pipline rule”. Rules are: stalled_deals,")]
    [InlineData("backtest stale deals", "Did you mean stalled_deals?")]
    [InlineData("what would the no activty rule have done?", "Did you mean no_activity?")]
    [InlineData("backtest slow stages", "Ask “which stages are slowing down?”")]
    [InlineData("backtest stalled deals over 9000 days", "A rule is played through 7 to 730 days.")]
    [InlineData("backtest moved back at 3 times", "“moved back a stage” has no threshold.")]
    [InlineData("backtest no activity at 20 percent", "“no activity” counts days, not percent.")]
    [InlineData("backtest no activity at 400 days", "can be tested at 1 to 365 days, not at 400.")]
    public async Task What_cannot_be_played_is_named(string text, string sees)
    {
        await using var office = Lively();
        Assert.Equal("refused", await office.SaysAsync("mo", text));
        office.Bot.Sees(sees);
    }

    [Theory]
    [InlineData("what would we have done?")]
    [InlineData("test the new pricing")]
    [InlineData("how often would Dana have fired over the last year?")]
    public void What_asks_for_something_else_is_left_alone(string text) => Assert.Null(BacktestWish.Read(text.TrimEnd('?')));

    [Fact]
    public async Task A_rule_that_is_off_is_tested_and_says_so()
    {
        await using var office = Lively(new AlertRule(AlertKind.CloseDatePushed) { When = AlertTiming.Off, Threshold = 2 });
        await office.SaysAsync("ops", "back-test close date pushed");
        office.Bot.Sees("It is off, and was tested as if it were on.");
        office.Bot.Sees("2 times (off)");
    }

    [Fact]
    public async Task The_threshold_that_was_tested_is_set_by_who_may()
    {
        await using var office = Lively();
        await office.SaysAsync("dana", "back-test amount changed at 25 percent");
        Assert.DoesNotContain(office.Bot.Last.Messages, message => message.Card.Buttons.Count > 0);
        await office.SaysAsync("ops", "back-test amount changed at 25 percent");
        await office.Bot.ClicksAsync("Set to 25 %");
        office.Bot.Sees("Changed by Olga Petrova: amount changed is told from 25 % on, was 10 %.");
        Assert.Equal(25, Assert.Single(office.Company.Alerts.RulesOf(AlertKind.AmountChanged)).Threshold);
        Assert.Equal(AlertTiming.Digest, office.Company.Alerts.RulesOf(AlertKind.AmountChanged)[0].When);

        // It is the one in use by now.
        await office.SaysAsync("ops", "back-test amount changed at 25 percent");
        office.Bot.Sees("25 % (in use)");
        Assert.DoesNotContain(office.Bot.Last.Messages, message => message.Card.Buttons.Count > 0);
    }

    [Fact]
    public async Task A_stranger_learns_nothing()
    {
        await using var office = Lively();
        await office.SaysAsync("zoe", "back-test no activity");
        office.Bot.Sees("I don't know you yet");
    }

    /// <summary>Acme and Stark sit in Proposal since September; Hooli Phone was put off twice and grew by half.</summary>
    private static Office Lively(params AlertRule[] rules) => new(
        pipeline => pipeline
            .Deal("D-8", "Stark", "2026-09-01", "proposal", "dana", amount: 1_000m)
            .Deal("D-9", "Wonka", "2026-09-01", "discovery", "omar", amount: 10_000m, closeDate: "2026-11-01", then: deal => deal
                .Add(APipeline.At("2026-10-01T10:00"), stamp => new DealEvent.CloseDateChanged(new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1)) { Deal = deal.Id, Stamp = stamp })
                .Add(APipeline.At("2026-10-12T10:00"), stamp => new DealEvent.CloseDateChanged(new DateOnly(2026, 12, 1), new DateOnly(2027, 1, 1)) { Deal = deal.Id, Stamp = stamp })
                .Add(APipeline.At("2026-11-10T10:00"), stamp => new DealEvent.AmountChanged(new Money(10_000, "USD"), new Money(15_000, "USD")) { Deal = deal.Id, Stamp = stamp })),
        company: TestCompany.Profile with { Alerts = TestCompany.Profile.Alerts with { Rules = rules } });
}
