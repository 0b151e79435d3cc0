using System.Text.Json;
using RevBot.Channels.Teams;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Testing.Teams;

namespace RevBot.Channels.Tests.Teams;

/// <summary>"Log to a deal" in a message's menu, over the wire.</summary>
public sealed class TeamsMessageMenuTests
{
    private const string Entry = "log-activity.message";
    private static readonly Actor Nora = new("teams", FakeTokenIssuer.TenantId, "29:u");

    [Fact]
    public async Task A_picked_message_opens_a_dialog_and_its_submission_is_told_right_there()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        bot.Runner.Script = turn => Task.FromResult(turn.Input is TurnInput.ButtonClick
            ? new TurnResult { Form = Form() }
            : new TurnResult { Reply = new Reply.Say(Card.Text("Call logged on Acme")) });
        var opened = await bot.Sender.SendAsync(bot.Payloads.PicksMessage("29:u", Entry, "<p>Acme &amp; Co<br>want net-60</p>"));
        Assert.Equal(200, opened.Status);
        var task = opened.Answer!.Value.GetProperty("task");
        Assert.Equal(("continue", "Small"), (task.GetProperty("type").GetString(), task.GetProperty("value").GetProperty("title").GetString()));

        var turn = await bot.Runner.NextAsync();
        var click = Assert.IsType<TurnInput.ButtonClick>(turn.Input);
        Assert.Equal((Entry, "Acme & Co\nwant net-60", "1700000000077", TeamsPayloads.GroupChatId), (click.ActionId, click.About!.Text, click.About.Message.MessageId, click.About.Message.RoomId));
        Assert.False(click.WithoutDialog);
        Assert.Equal((Nora, ConversationReference.ChatWith(Nora) with { Service = TeamsUnderTest.Service }), (turn.Actor, turn.Conversation));

        var submit = JsonSerializer.SerializeToElement(new { revbot = new { @do = "submit", session = "session-1", shown = new[] { "note" } }, note = "fine" });
        var done = await bot.Sender.SendAsync(bot.Payloads.SubmitsPicked("29:u", Entry, submit));
        Assert.Equal(("message", "Call logged on Acme"), (done.Answer!.Value.GetProperty("task").GetProperty("type").GetString(), done.Answer.Value.GetProperty("task").GetProperty("value").GetString()));
        Assert.Equal("fine", Assert.IsType<TurnInput.FormSubmission>((await bot.Runner.NextAsync()).Input).Values["note"]);
    }

    [Fact]
    public async Task What_is_refused_is_said_in_the_dialog_and_what_names_no_message_opens_nothing()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        bot.Runner.Script = _ => Task.FromResult(new TurnResult { Reply = new Reply.Replace(Card.Text("There is no open deal that you may change.")) });
        var refused = await bot.Sender.SendAsync(bot.Payloads.PicksMessage("29:u", Entry, "hello"));
        Assert.Equal("There is no open deal that you may change.", refused.Answer!.Value.GetProperty("task").GetProperty("value").GetString());
        await bot.Runner.NextAsync();

        var nothing = bot.Payloads.PicksMessage("29:u", Entry, "hello");
        nothing["value"]!.AsObject().Remove("messagePayload");
        nothing["id"] = "f:99";
        var unknown = await bot.Sender.SendAsync(nothing);
        Assert.Equal((200, "This button is no longer known. Please ask again."), (unknown.Status, unknown.Answer!.Value.GetProperty("task").GetProperty("value").GetString()));
        Assert.False(bot.Runner.HasRun);
    }

    [Theory]
    [InlineData("<p>one</p><p>two</p>", "one\ntwo")]
    [InlineData("5 &lt; 6 and <b>bold</b>", "5 < 6 and bold")]
    [InlineData("a < b", "a < b")]
    [InlineData("<div><at id=\"0\">Nora</at>&nbsp;says<br/>hi</div>", "Nora says\nhi")]
    [InlineData("<", "<")]
    [InlineData("", "")]
    public void Html_becomes_its_words(string html, string text) => Assert.Equal(text, TeamsText.OfHtml(html));

    private static OpenForm Form() => new(
        new FormSession { Id = "session-1", FormId = "a.form", Actor = Nora, Conversation = ConversationReference.ChatWith(Nora), Seed = new Dictionary<string, string>(), ExpiresAt = DateTimeOffset.MaxValue },
        new Form("Small", [], [new TextField { Id = "note", Label = "Note" }], "Save"),
        FormValues.Empty);
}
