using RevBot.Intents.Outlook;

namespace RevBot.Intents.Tests.Outlook;

public sealed class OutlookWordsTests
{
    [Theory]
    [InlineData("What does next quarter look like?", "does next quarter")]
    [InlineData("And next quarter, what does that look like?", "And next quarter, does that")]
    [InlineData("how's next quarter shaping up", "next quarter")]
    [InlineData("whats the quarter lookin like for EMEA", "the quarter for EMEA")]
    [InlineData("what's the outlook for this quarter", "this quarter")]
    [InlineData("outlook", "")]
    [InlineData("Will we make the quarter?", "this quarter")]
    [InlineData("will my team make next quarter?", "my team next quarter")]
    [InlineData("Are we going to hit our number this quarter?", "our this quarter")]
    [InlineData("are we on track to hit quota next quarter", "next quarter")]
    [InlineData("can we still reach next quarter's target", "still next quarter's")]
    [InlineData("where will we land this quarter?", "this quarter")]
    [InlineData("how will the quarter end", "the quarter")]
    public void These_ask_what_a_period_will_look_like_and_say_beside_it(string text, string rest) =>
        Assert.Equal(rest, OutlookWords.Find(text)?.Around is { } around ? string.Join(' ', around.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : null);

    [Theory]
    [InlineData("win rate next quarter")]
    [InlineData("which rep hit quota")]
    [InlineData("move Acme to Proposal")]
    [InlineData("forecast for next quarter")]
    [InlineData("where do deals break down")]
    [InlineData("what changed since Monday")]
    public void These_do_not(string text) => Assert.Null(OutlookWords.Find(text));
}
