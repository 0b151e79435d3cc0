using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Tests.Deals;

public sealed class UndoConversations
{
    [Theory]
    [InlineData("undo")]
    [InlineData("undo that")]
    [InlineData("Take that back!")]
    public async Task The_last_change_is_taken_back_by_a_word(string sentence)
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "set Globex amount to 80k");
        Assert.Equal("done", await office.SaysAsync("dana", sentence));
        Assert.Equal(new Money(30_000m, "USD"), office.Deal("D-2").Amount);
        office.Bot.Sees("$80,000 → $30,000");
        Assert.Equal(3, office.History("D-2").Count);
    }

    [Fact]
    public async Task The_button_works_for_its_author_for_a_day()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "move Globex to proposal");
        office.Time.Advance(TimeSpan.FromHours(23));
        office.Bot.User = "mo";
        await office.Bot.ClicksAsync("Undo");
        Assert.Equal(new StageId("proposal"), office.Deal("D-2").Stage);
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync("Undo");
        Assert.Equal(new StageId("discovery"), office.Deal("D-2").Stage);
    }

    [Fact]
    public async Task After_a_day_it_is_too_late()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "move Globex to proposal");
        office.Time.Advance(TimeSpan.FromHours(25));
        await office.Bot.ClicksAsync("Undo");
        Assert.Equal(new StageId("proposal"), office.Deal("D-2").Stage);
        office.Bot.Sees("24 hours");
    }

    [Fact]
    public async Task With_nothing_remembered_nothing_is_undone()
    {
        await using var office = new Office();
        Assert.Equal("refused", await office.SaysAsync("dana", "undo"));
    }

    [Fact]
    public async Task Undoing_a_loss_says_what_each_field_was()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "Acme closed lost");
        await office.Bot.ClicksAsync("Give loss reason");
        await office.Bot.SubmitsAsync(("loss_reason", "price/too_expensive"));
        Assert.Equal(DealStatus.Lost, office.Deal("D-1").Status);
        await office.SaysAsync("dana", "undo");
        office.Bot.Sees("21 Nov 2026 → 20 Dec 2026");
        office.Bot.Sees("Price: Too expensive → none");
    }

    [Fact]
    public async Task A_second_undo_says_that_only_the_last_change_is_remembered()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "set Globex amount to 80k");
        await office.SaysAsync("dana", "undo");
        Assert.Equal("refused", await office.SaysAsync("dana", "undo"));
        office.Bot.Sees("only your last change");
    }
}
