using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Tests.Deals;

/// <summary>"Who changed the close date of Acme?", answered from the deal's history.</summary>
public sealed class WhoChangedConversations
{
    [Theory]
    [InlineData("who changed the close date of Acme?")]
    [InlineData("Who changed the close date of Acme and when?")]
    [InlineData("who changed Acme's close date")]
    [InlineData("who moved the close date of Acme to January?")]
    [InlineData("who pushed the close date on the Acme deal")]
    [InlineData("who last changed the close date of #D-1?")]
    [InlineData("who has changed the expected close date for Acme?")]
    [InlineData("when was the close date of Acme changed, by whom?")]
    [InlineData("when was the close date of Acme last changed and by whom?")]
    [InlineData("when was Acme's close date changed")]
    [InlineData("by whom was the close date of Acme changed")]
    [InlineData("can you tell me who set the close date of Acme?")]
    [InlineData("do you know who changed the close date of Acme")]
    [InlineData("who was it that changed the close date of Acme?")]
    public async Task The_newest_change_of_a_field_is_told_first(string asked)
    {
        await using var office = await WithChanges();
        Assert.Equal("answered", await office.SaysAsync("priya", asked));
        office.Bot.Sees("Mo Larsen changed the close date of Acme from 31 Dec 2026 to 15 Jan 2027 on ");
        office.Bot.Sees("through Slack");
        office.Bot.Sees("20 Dec 2026 → 31 Dec 2026, by Dana Reyes, through Slack");
        office.Bot.Sees("2 changes · #D-1");
    }

    [Theory]
    [InlineData("who moved Globex to Proposal?")]
    [InlineData("who moved Globex to proposal and when")]
    [InlineData("who put Globex in proposal?")]
    [InlineData("who moved Globex from discovery to proposal")]
    [InlineData("who changed the stage of Globex?")]
    [InlineData("who moved Globex?")]
    [InlineData("when was Globex moved to proposal, by whom?")]
    [InlineData("who changed Globex's stage to proposal")]
    public async Task A_move_is_told_with_both_stages(string asked)
    {
        await using var office = await WithChanges();
        Assert.Equal("answered", await office.SaysAsync("priya", asked));
        office.Bot.Sees("Dana Reyes moved Globex from Discovery to Proposal on ");
    }

    [Theory]
    [InlineData("who set the amount of #D-2 and when?", "You changed the amount of Globex from $30,000 to $80,000 on ")]
    [InlineData("who changed the amount of Globex", "You changed the amount of Globex from $30,000 to $80,000 on ")]
    [InlineData("when was the owner of Umbrella changed, by whom?", "Mo Larsen changed the owner of Umbrella from Dana Reyes to Priya Shah on ")]
    [InlineData("who reassigned Umbrella?", "Mo Larsen changed the owner of Umbrella from Dana Reyes to Priya Shah on ")]
    [InlineData("who changed what on Globex?", "You changed the amount of Globex")]
    [InlineData("who changed Globex last", "You changed the amount of Globex")]
    public async Task Any_field_may_be_asked_after_and_oneself_is_called_so(string asked, string sees)
    {
        await using var office = await WithChanges();
        Assert.Equal("answered", await office.SaysAsync("dana", asked));
        office.Bot.Sees(sees);
    }

    [Theory]
    [InlineData("who changed the amount of Initech?", "Nobody has changed the amount of Initech. It was created on ")]
    [InlineData("who moved Initech to negotiation?", "Nobody has moved Initech to Negotiation: it is in Discovery.")]
    [InlineData("who paused Initech?", "Nobody has changed the ")]
    public async Task What_nobody_changed_is_said_plainly(string asked, string sees)
    {
        await using var office = await WithChanges();
        Assert.Equal("answered", await office.SaysAsync("dana", asked));
        office.Bot.Sees(sees);
    }

    [Fact]
    public async Task A_change_that_was_taken_back_is_told_with_its_taking_back()
    {
        await using var office = await WithChanges();
        await office.SaysAsync("dana", "set Globex amount to 90k");
        await office.SaysAsync("dana", "undo");
        await office.Bot.ClicksAsync("Put it back");
        await office.SaysAsync("mo", "who changed the amount of Globex?");
        office.Bot.Sees("Dana Reyes changed the amount of Globex from $90,000 to $80,000 on ");
        office.Bot.Sees(", taking a change back.");
    }

    [Fact]
    public async Task Of_several_deals_that_fit_one_is_picked_and_answered()
    {
        await using var office = await WithChanges();
        Assert.Equal("clarify", await office.SaysAsync("omar", "who changed the amount of Hooli?"));
        await office.Bot.ClicksAsync("Hooli Search · Discovery · $10k · Omar Haddad");
        office.Bot.Sees("Nobody has changed the amount of Hooli Search.");
    }

    [Theory]
    [InlineData("who changed the close date of Wonkatronics?", "refused")]
    [InlineData("who changed the close dates most?", null)]
    [InlineData("who moved the most deals to proposal?", null)]
    [InlineData("who owns Acme?", null)]
    [InlineData("who closed the most this year?", null)]
    [InlineData("when does Acme close?", null)]
    [InlineData("move Globex to negotiation", null)]
    public async Task Other_questions_stay_with_whom_they_are_for(string asked, string? outcome)
    {
        await using var office = await WithChanges();
        office.Bot.User = "dana";
        var data = (await office.Bot.SaysAsync(asked)).Reply?.Data;
        Assert.Equal(outcome is not null, (string?)data?["intent"] == "who-changed");
        Assert.Equal(outcome ?? (string?)data?["outcome"], (string?)data?["outcome"]);
    }

    [Fact]
    public async Task A_stranger_learns_nothing()
    {
        await using var office = await WithChanges();
        Assert.Equal("refused", await office.SaysAsync("nobody", "who changed the close date of Acme?"));
    }

    private static async Task<Office> WithChanges()
    {
        var office = new Office();
        await office.SaysAsync("dana", "set close date of Acme to 31 Dec 2026");
        office.Time.Advance(TimeSpan.FromHours(2));
        await office.SaysAsync("mo", "set close date of Acme to 15 Jan 2027");
        await office.SaysAsync("dana", "move Globex to proposal");
        office.Time.Advance(TimeSpan.FromMinutes(5));
        await office.SaysAsync("dana", "set Globex amount to 80k");
        await office.SaysAsync("mo", "assign Umbrella to Priya");
        Assert.Equal(new PersonId("priya"), office.Deal("D-4").Owner);
        Assert.Equal(2, office.History("D-1").Count(happened => happened is DealEvent.CloseDateChanged));
        return office;
    }
}
