using RevBot.Conversation.Forms;

namespace RevBot.Intents.Tests.Deals;

/// <summary>Deals that go from one rep to another, on Saturday 21 November 2026.</summary>
public sealed class HandOverConversations
{
    [Fact]
    public async Task The_deal_goes_with_its_next_step_and_a_note()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "next step for Acme: call legal on Friday");
        Assert.Equal("form", await office.SaysAsync("dana", "hand over Acme"));
        office.Bot.Sees("Who takes over Acme?");
        office.Bot.Sees("Goes along: call legal");
        await office.Bot.ClicksAsync("Choose the owner");
        await office.Bot.SubmitsAsync(("owner", "priya"), ("note", "their CFO decides"));
        office.Bot.Sees("Acme is handed over to Priya Shah");
        Assert.Equal(("priya", "call legal"), (office.Deal("D-1").Owner?.Value, office.Deal("D-1").NextStep));
    }

    [Fact]
    public async Task A_deal_is_picked_first_where_none_is_named()
    {
        await using var office = new Office();
        Assert.Equal("form", await office.SaysAsync("dana", "hand over a deal"));
        await office.Bot.ClicksAsync("Choose the owner");
        Assert.IsType<ChoiceField>(office.Bot.Form!.Form.Fields[0]);
        await office.Bot.SubmitsAsync(("deal", "D-2"), ("owner", "dana"));
        Assert.Equal("Globex is Dana Reyes's already.", office.Bot.Last.Errors.Single().Message);
        await office.Bot.SubmitsAsync(("deal", "D-2"), ("owner", "omar"));
        Assert.Equal("omar", office.Deal("D-2").Owner?.Value);
    }

    [Fact]
    public async Task Both_owners_are_told_but_for_the_one_who_did_it()
    {
        await using var office = new Office();
        office.Reach("dana", "UTC");
        office.Reach("priya", "UTC");
        await office.SaysAsync("mo", "assign Acme to Priya");
        Assert.Equal(["dana: Acme went to Priya Shah · by Mo Larsen", "priya: Acme is yours now · by Mo Larsen"], (await office.SentAsync()).Order(StringComparer.Ordinal));
        await office.SaysAsync("dana", "assign Globex to Priya");
        Assert.Equal(["priya: Globex is yours now · by Dana Reyes"], (await office.SentAsync()).Where(told => told.Contains("Globex", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("hand over Acme to Priya", "done")]
    [InlineData("assign Acme to Priya", "done")]
    [InlineData("hand over Hooli Search", "refused")]
    public async Task The_sentences_go_on_working(string sentence, string outcome)
    {
        await using var office = new Office();
        Assert.Equal((sentence, outcome), (sentence, await office.SaysAsync("dana", sentence)));
    }
}
