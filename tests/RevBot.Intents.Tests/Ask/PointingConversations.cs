using RevBot.Conversation.Replies;

namespace RevBot.Intents.Tests.Ask;

/// <summary>Words that point to what was named before: in the same message, or in the question before.</summary>
public sealed class PointingConversations
{
    [Theory]
    [InlineData("Priya looked swamped on our 1:1, how many open deals does she have?", "how many open deals does Priya have?")]
    [InlineData("Writing Priya's review tonight, what's her win rate?", "what's Priya's win rate?")]
    [InlineData("Tomas is out next week. What is closing for him this quarter?", "What is closing for Tomas this quarter?")]
    [InlineData("How much did Tomas win last quarter? And what's his win rate?", "How much did Tomas win last quarter? And what's Tomas's win rate?")]
    [InlineData("Need this for my 1:1 with Vera at 3. Open pipeline by stage for her team", "Open pipeline by stage for Vera's team")]
    [InlineData("Priya and Tomas had a bet. How much did they book last quarter?", "How much did Priya and Tomas book last quarter?")]
    [InlineData("I'm on a call with Initech in ten minutes, how much do we have open with them?", "how much do we have open with Initech?")]
    [InlineData("Just hung up with Globex. What's their open pipeline?", "What's Globex's open pipeline?")]
    [InlineData("my gut says Proposal has become a bottleneck. how long do deals sit there?", "how long do deals sit in Proposal?")]
    [InlineData("EMEA worries me. What's our win rate there?", "What's our win rate in EMEA?")]
    [InlineData("Negotiation feels slow. What is the open pipeline in that stage?", "What is the open pipeline in Negotiation?")]
    [InlineData("I was off last Friday, how much did we book that day?", "how much did we book last Friday?")]
    [InlineData("March was rough. How many deals did we lose that month?", "How many deals did we lose in March?")]
    [InlineData("My boss was in London on 12 March. How much did we book that month?", "How much did we book in March 2025?")]
    [InlineData("What did we book in Q1? And how many deals did we lose then?", "What did we book in Q1? And how many deals did we lose in Q1?")]
    [InlineData("Somebody said sales velocity. What is ours?", "What is our sales velocity?")]
    [InlineData("If I had to drop one region, which one has the lowest win rate?", "Which region has the lowest win rate?")]
    [InlineData("How are things in EMEA? Win rate last quarter", "Win rate last quarter, EMEA")]
    [InlineData("We launched the new pricing on 1 March. What's our win rate since then?", "What's our win rate since 1 March?")]
    public async Task A_word_that_points_stands_for_what_was_named_before_it(string text, string plain)
    {
        await using var bot = AskBot.Start();
        await using var other = AskBot.Start();
        Assert.Equal(Readings((await other.SaysAsync(plain)).Reply!), Readings((await bot.SaysAsync(text)).Reply!));
    }

    [Theory]
    [InlineData("win rate of Priya", "how many open deals does she have?", "how many open deals does Priya have?")]
    [InlineData("open pipeline in EMEA", "what's the win rate there?", "what's the win rate in EMEA?")]
    [InlineData("how much did we book in March?", "how many deals did we lose that month?", "how many deals did we lose in March?")]
    [InlineData("open deals at Globex", "how much have we won from them this year?", "how much have we won from Globex this year?")]
    public async Task It_may_have_been_named_by_the_question_before(string before, string text, string plain)
    {
        await using var bot = AskBot.Start();
        await using var other = AskBot.Start();
        await bot.SaysAsync(before);
        Assert.Equal(Readings((await other.SaysAsync(plain)).Reply!), Readings((await bot.SaysAsync(text)).Reply!));
    }

    [Theory]
    [InlineData("how many open deals does she have")]
    [InlineData("what's his win rate")]
    [InlineData("how long do deals sit there")]
    [InlineData("how much did we book that day")]
    [InlineData("how much do we have open with them")]
    [InlineData("open pipeline in that region")]
    [InlineData("Priya or Tomas, who knows. How many open deals does she have?")]
    public async Task What_points_to_nothing_known_is_never_answered_for_everybody(string text)
    {
        await using var bot = AskBot.Start();
        Assert.NotEqual("answered", (string?)(await bot.SaysAsync(text)).Reply!.Data!["outcome"]);
    }

    [Theory]
    [InlineData("which open deals has Priya left without a next step in her pipeline", "owner Priya Nair")]
    [InlineData("are there any open deals in EMEA", "region EMEA")]
    [InlineData("show me open deals where they have no next step", "no next step")]
    public async Task What_is_named_beside_it_needs_no_pointing(string text, string reading)
    {
        await using var bot = AskBot.Start();
        Assert.Contains(reading, Readings((await bot.SaysAsync(text)).Reply!), StringComparison.Ordinal);
    }

    private static string Readings(Reply reply) => reply.Data!["answers"] is { } answers ? string.Join(" | ", answers.AsArray().Select(answer => (string?)answer!["reading"])) : (string?)reply.Data["reading"] ?? $"{reply.Data}";
}
