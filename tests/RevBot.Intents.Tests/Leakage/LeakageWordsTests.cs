using RevBot.Intents.Leakage;

namespace RevBot.Intents.Tests.Leakage;

public sealed class LeakageWordsTests
{
    [Theory]
    [InlineData("Where are deals breaking down?")]
    [InlineData("so where exactly are our deals breaking down?")]
    [InlineData("wher are deals braking down")]
    [InlineData("where do my team's deals break down?")]
    [InlineData("where is the funnel broken")]
    [InlineData("Where do we lose deals?")]
    [InlineData("where are we losing the most deals in EMEA")]
    [InlineData("where do deals fall out of the funnel")]
    [InlineData("where do our opportunities die?")]
    [InlineData("Where is the leak?")]
    [InlineData("where's the biggest leak in our pipeline this quarter?")]
    [InlineData("funnel leakage")]
    [InlineData("pipeline leaks for Enterprise last 60 days")]
    [InlineData("what is broken in the funnel")]
    [InlineData("what's not working in our sales process?")]
    [InlineData("where is it going wrong?")]
    [InlineData("where do deals usually come apart?")]
    [InlineData("whereabouts are our opportunities coming unstuck")]
    [InlineData("which step of the sales process is failing?")]
    [InlineData("at which stage do deals tend to fall over")]
    public void These_ask_where_deals_break_down(string text) => Assert.Contains(LeakageWords.Phrase, LeakageWords.Rewrite(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("where is the pipeline right now?")]
    [InlineData("where do we lose deals to Acumen")]
    [InlineData("who do we lose to")]
    [InlineData("where do we lose time in the process")]
    [InlineData("which deals fell through last month")]
    [InlineData("which stage has the most deals")]
    [InlineData("where are deals sitting longest")]
    [InlineData("where did the leads come from")]
    [InlineData("break down bookings by region")]
    [InlineData("which team loses the most deals")]
    [InlineData("how many deals did we lose")]
    [InlineData("which deals broke the record")]
    [InlineData("Acme closed lost")]
    [InlineData("what changed since Monday")]
    [InlineData("pipeline by stage, broken down by owner")]
    public void These_do_not(string text) => Assert.Null(LeakageWords.Rewrite(text));

    [Fact]
    public void What_stands_around_and_inside_the_phrase_stays_to_be_read() =>
        Assert.Equal("funnel leak do my team's deals in EMEA since July?", LeakageWords.Rewrite("where do my team's deals break down in EMEA since July?"));

    [Fact]
    public void The_phrase_itself_asks_the_same_again() =>
        Assert.StartsWith(LeakageWords.Phrase, LeakageWords.Rewrite($"{LeakageWords.Phrase} in EMEA"), StringComparison.Ordinal);
}
