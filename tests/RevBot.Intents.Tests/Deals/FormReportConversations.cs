using RevBot.Conversation.Forms.Usage;

namespace RevBot.Intents.Tests.Deals;

/// <summary>"How are our forms used?", asked by those who may know and those who may not.</summary>
public sealed class FormReportConversations
{
    [Fact]
    public async Task Operations_hears_which_form_is_left_and_which_field_is_in_the_way()
    {
        await using var office = new Office();
        Assert.Equal("answered", await office.SaysAsync("ops", "forms report"));
        office.Bot.Sees("No form was used from");
        for (var time = 1; time <= FormReport.LeastTrouble; time++)
        {
            await office.SaysAsync("dana", "Globex closed lost");
            await office.Bot.DeliverAsync();
            await office.Bot.ClicksAsync("Give loss reason");
            await office.Bot.SubmitsAsync();
        }

        office.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("answered", await office.SaysAsync("ops", "how are our forms used?"));
        office.Bot.Sees("3 forms offered, 3 opened, 0 finished");
        office.Bot.Sees("Worst field: loss_reason of move deal to Closed Lost: 3 of 3 submits were refused here, all with nothing in it; 3 forms were left at it. Ask for it later or not at all, or fill it in from what is known.");
        Assert.Equal("answered", await office.SaysAsync("eli", "show me the form usage of the last 2 weeks"));
    }

    [Fact]
    public async Task Others_are_told_whom_to_ask()
    {
        await using var office = new Office();
        Assert.Equal("refused", await office.SaysAsync("dana", "which form field is worst?"));
        office.Bot.Sees("told to operations, who can change them");
        Assert.Equal("refused", await office.SaysAsync("ops", "forms report for the last 9999 days"));
        office.Bot.Sees("reported for 1 to 730 days");
    }
}
