using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Intents.PickDeal;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Tests.Deals;

public sealed class PickDealConversations
{
    [Theory]
    [InlineData("update a deal", PickDealWish.Update)]
    [InlineData("I want to edit one of my deals", PickDealWish.Update)]
    [InlineData("please move a deal", PickDealWish.Move)]
    [InlineData("move a deal forward", PickDealWish.Move)]
    [InlineData("change the stage of a deal", PickDealWish.Move)]
    [InlineData("log a loss", PickDealWish.Lose)]
    [InlineData("record a lost deal", PickDealWish.Lose)]
    [InlineData("mark a deal as closed lost", PickDealWish.Lose)]
    [InlineData("log a win", PickDealWish.Win)]
    public void A_change_without_a_deal_is_heard(string sentence, PickDealWish wish) => Assert.Equal(wish, PickDealIntent.Read(sentence));

    [Theory]
    [InlineData("update Acme")]
    [InlineData("move Acme to negotiation")]
    [InlineData("log a deal")]
    [InlineData("update the deal")]
    [InlineData("close the deal")]
    [InlineData("how long does it take to move a deal")]
    public void Other_sentences_are_left_alone(string sentence) => Assert.Null(PickDealIntent.Read(sentence));

    [Fact]
    public async Task A_loss_is_logged_by_picking_the_deal_and_then_the_reason()
    {
        await using var office = new Office();
        Assert.Equal("form", await office.SaysAsync("dana", "log a loss"));
        office.Bot.Sees("Which deal was lost?");
        await office.Bot.ClicksAsync("Pick a deal");
        Assert.Equal(["D-1", "D-2", "D-3", "D-4"], Choice(office.Bot.Form).Options.Select(option => option.Key));

        var session = office.Bot.Form!.Session.Id;
        await office.Bot.DoesAsync(new TurnInput.FormOpening(session, Values(("deal", "D-2")), null));
        var reason = office.Bot.Form!.Form.Fields.First(field => field.Id.StartsWith("loss_reason", StringComparison.Ordinal));
        Assert.Equal("loss_reason.D_2", reason.Id);

        var result = await office.Bot.DoesAsync(new TurnInput.FormSubmission(session, Values(("deal", "D-2"))));
        Assert.Equal(reason.Id, Assert.Single(result.Errors).FieldId);

        var first = ((ChoiceField)reason).Options[0].Key;
        result = await office.Bot.DoesAsync(new TurnInput.FormSubmission(session, Values(("deal", "D-2"), (reason.Id, first))));
        if (result.Form is { } more)
        {
            var values = more.Form.Fields.Where(field => field.Id != "deal").ToDictionary(field => field.Id, field => field is ChoiceField choice ? choice.Options[0].Key : "because", StringComparer.Ordinal);
            values["deal"] = "D-2";
            await office.Bot.DoesAsync(new TurnInput.FormSubmission(session, new FormValues(values)));
        }

        Assert.Equal(DealStatus.Lost, office.Deal("D-2").Status);
    }

    [Fact]
    public async Task What_was_filled_in_for_one_deal_is_never_taken_for_another()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "update a deal");
        await office.Bot.ClicksAsync("Pick a deal");
        var session = office.Bot.Form!.Session.Id;
        var result = await office.Bot.DoesAsync(new TurnInput.FormSubmission(session, Values(("deal", "D-2"), ("amount.D_1", "1"))));
        Assert.Equal("Fill in what is to change.", Assert.Single(result.Errors).Message);
        Assert.Equal(30_000m, office.Deal("D-2").Amount?.Amount);

        await office.Bot.DoesAsync(new TurnInput.FormSubmission(session, Values(("deal", "D-2"), ("amount.D_2", "80000"))));
        Assert.Equal(80_000m, office.Deal("D-2").Amount?.Amount);
    }

    [Fact]
    public async Task Only_deals_somebody_may_change_can_be_picked()
    {
        await using var office = new Office();
        await office.SaysAsync("omar", "update a deal");
        await office.Bot.ClicksAsync("Pick a deal");
        Assert.Equal(["D-5", "D-6"], Choice(office.Bot.Form).Options.Select(option => option.Key).Order(StringComparer.Ordinal));
        var result = await office.Bot.SubmitsAsync(("deal", "D-1"), ("amount.D_1", "1"));
        Assert.Contains("belongs to Dana Reyes", string.Join(' ', result.Errors.Select(error => error.Message)), StringComparison.Ordinal);
        Assert.Equal(50_000m, office.Deal("D-1").Amount?.Amount);
        Assert.Equal("refused", await office.SaysAsync("eli", "update a deal"));
    }

    [Fact]
    public async Task A_list_too_long_to_send_is_searched()
    {
        await using var office = new Office(more: Many);
        await office.SaysAsync("ops", "move a deal");
        await office.Bot.ClicksAsync("Pick a deal");
        var field = Choice(office.Bot.Form);
        Assert.True(field.IsPartial);
        Assert.Equal(100, field.Options.Count);
        var options = office.Bot.Services.GetRequiredService<IFormOptions>();
        var asked = new Turn
        {
            Id = "search",
            ReceivedAt = office.Time.GetUtcNow(),
            Actor = new Actor("slack", "T1", "ops"),
            Conversation = office.Bot.Conversation,
            Input = new TurnInput.FormOpening("", FormValues.Empty, null),
        };
        var found = await options.SearchAsync(asked, office.Bot.Form!.Session.Id, "deal", "number 117", FormValues.Empty, 15, CancellationToken.None);
        Assert.Equal("X-117", Assert.Single(found).Key);
        found = await options.SearchAsync(asked, office.Bot.Form!.Session.Id, "deal", "#D-1", FormValues.Empty, 15, CancellationToken.None);
        Assert.Equal("D-1", found[0].Key);
    }

    [Fact]
    public async Task Without_dialogs_a_deal_is_named_in_words()
    {
        await using var office = new Office(more: Many, abilities: ChannelAbilities.AnswersInPlace);
        await office.SaysAsync("ops", "move a deal");
        office.Bot.Sees("there are more than these");
        await office.SaysAsync("ops", "Number 11");
        office.Bot.Sees("\"Number 11\" may be ");
        await office.SaysAsync("ops", "Number 117");
        office.Bot.Sees("New stage?");
        await office.SaysAsync("ops", "proposal");
        Assert.Equal("proposal", office.Deal("X-117").Stage.Value);
    }

    private static Testing.APipeline Many(Testing.APipeline pipeline) => Enumerable.Range(1, 150).Aggregate(
        pipeline, (so, at) => so.Deal(string.Create(CultureInfo.InvariantCulture, $"X-{at}"), string.Create(CultureInfo.InvariantCulture, $"Number {at}"), "2026-09-01", "discovery", "priya", amount: 1_000m, closeDate: "2026-12-20"));

    private static ChoiceField Choice(OpenForm? form) => Assert.IsType<ChoiceField>(form?.Form.Fields[0]);

    private static FormValues Values(params (string Field, string Value)[] values) => new(values.ToDictionary(value => value.Field, value => value.Value));
}
