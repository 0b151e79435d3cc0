using System.Text.Json;
using RevBot.Channels.Teams.Protocol;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Turns;
using RevBot.Testing.Teams;

namespace RevBot.Channels.Tests.Teams;

/// <summary>A form too long to be shown at once, in a card and in a dialog.</summary>
public sealed class TeamsSectionTests
{
    [Fact]
    public async Task It_goes_on_in_the_same_card_and_back()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        Play(bot);
        var next = await bot.Sender.SendAsync(bot.Payloads.Executes("29:u", "1", Data("submit"), "submit", "f:1"));
        Assert.Equal(CardInvokeResponse.Card, next.Type);
        Assert.True(HasBack(next));
        Assert.Equal(["partner"], Assert.IsType<TurnInput.FormSubmission>((await bot.Runner.NextAsync()).Input).Shown!);

        var back = await bot.Sender.SendAsync(bot.Payloads.Executes("29:u", "1", Data("back"), "back", "f:2"));
        Assert.False(HasBack(back));
        var opening = Assert.IsType<TurnInput.FormOpening>((await bot.Runner.NextAsync()).Input);
        Assert.Equal((true, "session-1", "partner"), (opening.IsBack, opening.SessionId, opening.Shown!.Single()));
    }

    [Fact]
    public async Task It_goes_on_in_the_same_dialog_and_back()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        Play(bot);
        var next = await bot.Sender.SendAsync(bot.Payloads.Dialog("29:u", "task/submit", Data("submit"), "f:1"));
        Assert.Equal("continue", next.Answer!.Value.GetProperty("task").GetProperty("type").GetString());
        Assert.True(HasBack(next));
        var back = await bot.Sender.SendAsync(bot.Payloads.Dialog("29:u", "task/submit", Data("back"), "f:2"));
        Assert.Equal("continue", back.Answer!.Value.GetProperty("task").GetProperty("type").GetString());
        Assert.False(HasBack(back));
    }

    private static void Play(TeamsUnderTest bot) =>
        bot.Runner.Script = turn => Task.FromResult(new TurnResult { Form = Step(turn.Input is TurnInput.FormSubmission ? 2 : 1) });

    private static bool HasBack(TeamsDelivery delivery) => delivery.Answer!.Value.GetRawText().Contains("\"title\":\"Back\"", StringComparison.Ordinal);

    private static JsonElement Data(string what) =>
        JsonSerializer.SerializeToElement(new { revbot = new { @do = what, session = "session-1", shown = new[] { "partner" } }, partner = "Hooli" });

    private static OpenForm Step(int number) => new(
        new FormSession
        {
            Id = "session-1",
            FormId = "a.b",
            Actor = new Actor("teams", FakeTokenIssuer.TenantId, "29:u"),
            Conversation = new ConversationReference("teams", FakeTokenIssuer.TenantId, TeamsPayloads.ChannelId),
            Seed = new Dictionary<string, string>(),
            ExpiresAt = DateTimeOffset.MaxValue,
        },
        new Form("Long", [], [new TextField { Id = "partner", Label = "Partner" }], "Next"),
        FormValues.Empty)
    {
        Section = new FormSection(number, 2),
    };
}
