using System.Net;
using System.Text;
using RevBot.Conversation.Turns;
using RevBot.Testing.Slack;

namespace RevBot.Channels.Tests.Slack;

public sealed class SlackHttpDoorTests
{
    private static readonly string[] Paths = ["/slack/events", "/slack/commands", "/slack/interactivity"];

    [Fact]
    public async Task A_mention_is_stored_before_Slack_is_told()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        var delivery = await bot.Sender.EventAsync(SlackPayloads.Mention("Ev1", "U1", "what's our pipeline &lt; 5 days?"));

        Assert.Equal((200, null), (delivery.Status, delivery.Answer));
        var turn = bot.Inbox.Only;
        Assert.Equal("slack:Ev1", turn.Id);
        Assert.Equal(new Actor("slack", "T1", "U1"), turn.Actor);
        Assert.Equal(new ConversationReference("slack", "T1", "C1", "1766458026.240809"), turn.Conversation);
        Assert.Equal(new TurnInput.Said("what's our pipeline < 5 days?"), turn.Input);
    }

    [Fact]
    public async Task The_same_event_delivered_three_times_at_once_is_one_turn()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        var deliveries = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => bot.Sender.EventAsync(SlackPayloads.Mention("Ev1", "U1", "hi"))));

        Assert.All(deliveries, delivery => Assert.Equal(200, delivery.Status));
        Assert.Equal("slack:Ev1", bot.Inbox.Only.Id);
    }

    [Fact]
    public async Task What_could_not_be_stored_is_not_acknowledged()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        bot.Inbox.IsBroken = true;

        Assert.Equal(500, (await bot.Sender.EventAsync(SlackPayloads.Mention("Ev1", "U1", "hi"))).Status);
    }

    [Fact]
    public async Task A_wrong_signature_is_refused_at_every_address_without_a_word()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        foreach (var path in Paths)
        {
            using var request = SlackSender.Sign(path, "{}"u8.ToArray(), "application/json", bot.Time.GetUtcNow());
            request.Content = new StringContent("{\"secret\":\"payload\"}", Encoding.UTF8, "application/json");
            await RefusedAsync(bot, request);
        }

        Assert.Empty(bot.Inbox.Accepted);
        Assert.Contains("wrong signature", bot.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("payload", bot.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    public async Task A_timestamp_more_than_five_minutes_off_is_refused(int seconds)
    {
        await using var bot = await SlackUnderTest.StartAsync();
        using var request = SlackSender.Sign("/slack/events", Encoding.UTF8.GetBytes(SlackPayloads.Mention("Ev1", "U1", "hi").ToJsonString()), "application/json", bot.Time.GetUtcNow().AddSeconds(seconds));

        await RefusedAsync(bot, request);
        Assert.Empty(bot.Inbox.Accepted);
    }

    [Fact]
    public async Task An_unsigned_request_is_refused()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        foreach (var path in Paths)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("payload=%7B%7D") };
            await RefusedAsync(bot, request);
        }
    }

    [Fact]
    public async Task While_the_secret_is_changed_the_old_one_counts_too()
    {
        await using var bot = await SlackUnderTest.StartAsync(settings: new() { ["SLACK_SIGNING_SECRET"] = "new", ["SLACK_PREVIOUS_SIGNING_SECRET"] = FakeSlackServer.SigningSecret });

        Assert.Equal(200, (await bot.Sender.EventAsync(SlackPayloads.Mention("Ev1", "U1", "hi"))).Status);
    }

    [Theory]
    [InlineData(1_048_576, 400)]
    [InlineData(1_048_577, 413)]
    [InlineData(3_000_000, 413)]
    public async Task A_body_over_one_mebibyte_is_refused(int length, int status)
    {
        await using var bot = await SlackUnderTest.StartAsync();
        using var request = SlackSender.Sign("/slack/events", Enumerable.Repeat((byte)'x', length).ToArray(), "application/json", bot.Time.GetUtcNow());
        using var response = await bot.Http.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"type":"event_callback"} x""")]
    [InlineData("nonsense")]
    public async Task Malformed_JSON_is_a_bad_request(string body)
    {
        await using var bot = await SlackUnderTest.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(bot, "/slack/events", body, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(bot, "/slack/interactivity", "payload=" + Uri.EscapeDataString(body), "application/x-www-form-urlencoded"));
    }

    [Theory]
    [InlineData("""{"type":"event_callback","event_id":"Ev1","team_id":"T9","event":{"type":"unheard_of","channel":"C1"}}""")]
    [InlineData("""{"type":"event_callback","event_id":"Ev1","event":{"type":"channel_rename","channel":{"id":"C1","name":"x"}}}""")]
    [InlineData("""{"type":"event_callback","event_id":"Ev1","event":{"type":"user_change","user":{"id":"U1"}}}""")]
    [InlineData("""{"type":"event_callback","event_id":7,"event":{"type":"app_mention","user":"U1","channel":"C1","text":null}}""")]
    [InlineData("""{"type":"event_callback","event":"none","authorizations":{}}""")]
    [InlineData("""{"type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820}""")]
    [InlineData("""{"type":"new_kind"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task What_is_signed_and_not_for_us_is_acknowledged_and_dropped(string body)
    {
        await using var bot = await SlackUnderTest.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, "/slack/events", body, "application/json"));
        Assert.Empty(bot.Inbox.Accepted);
    }

    [Theory]
    [InlineData("""{"type":"shortcut","user":{"id":"U1"},"callback_id":"x"}""")]
    [InlineData("""{"type":"view_closed","user":{"id":"U1"},"view":{"id":"V1","callback_id":"form","private_metadata":"{}"}}""")]
    [InlineData("""{"type":"view_submission","user":{"id":"U1"},"view":{"id":"V1","callback_id":"somebody-else's"}}""")]
    [InlineData("""{"type":"view_submission","user":{"id":"U1"},"view":{"id":"V1","callback_id":"form","private_metadata":"forged"}}""")]
    [InlineData("""{"type":"block_actions","user":{"id":"U1"},"actions":[]}""")]
    [InlineData("""{"type":"block_actions","user":"U1","actions":7}""")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task Interactions_that_are_not_ours_are_acknowledged_and_dropped(string payload)
    {
        await using var bot = await SlackUnderTest.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, "/slack/interactivity", "payload=" + Uri.EscapeDataString(payload), "application/x-www-form-urlencoded"));
        Assert.False(bot.Runner.HasRun);
    }

    [Fact]
    public async Task The_handshake_is_answered_with_its_challenge()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        using var request = SlackSender.Sign("/slack/events", """{"type":"url_verification","token":"x","challenge":"3eZbrw1aB"}"""u8.ToArray(), "application/json", bot.Time.GetUtcNow());
        using var response = await bot.Http.SendAsync(request);

        Assert.Equal("3eZbrw1aB", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_certificate_check_is_answered_and_nothing_else_of_it_counts()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        using var response = await bot.Http.PostAsync(new Uri("/slack/commands", UriKind.Relative), new StringContent("ssl_check=1&token=x&command=%2Frevbot&text=hi&user_id=U1&channel_id=C1&trigger_id=1"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(bot.Inbox.Accepted);
    }

    [Fact]
    public async Task An_answer_goes_to_no_address_that_is_not_slacks()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        var command = SlackPayloads.Command("U1", "pipeline", "1.2.a", "https://evil.example/hooks/1");
        var body = Encoding.ASCII.GetBytes(string.Join('&', command.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value?.ToString() ?? "")}")));
        using var request = SlackSender.Sign("/slack/commands", body, "application/x-www-form-urlencoded", bot.Time.GetUtcNow());
        using var response = await bot.Http.SendAsync(request);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Null(bot.Inbox.Only.Conversation.ReplyAddress);

        bot.Runner.Script = _ => Task.FromResult(new TurnResult());
        await bot.Sender.InteractionAsync(SlackPayloads.Click("U1", "move-deal.open", "1", "1.2.b", "https://evil.example/hooks/1", isEphemeral: true));
        Assert.Null((await bot.Runner.NextAsync()).Conversation.ReplyAddress);
    }

    [Fact]
    public async Task A_command_is_stored_with_the_address_of_its_answer_which_is_never_logged()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        await bot.Sender.CommandAsync("U1", "pipeline by <@U2|priya> & team");

        var turn = bot.Inbox.Only;
        Assert.Equal(new TurnInput.Said("pipeline by @priya & team"), turn.Input);
        Assert.Null(turn.Conversation.ThreadId);
        Assert.StartsWith("http://127.0.0.1", turn.Conversation.ReplyAddress, StringComparison.Ordinal);
        Assert.DoesNotContain("/hooks/", bot.Log.Text, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> PostAsync(SlackUnderTest bot, string path, string body, string contentType)
    {
        using var request = SlackSender.Sign(path, Encoding.UTF8.GetBytes(body), contentType, bot.Time.GetUtcNow());
        using var response = await bot.Http.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task RefusedAsync(SlackUnderTest bot, HttpRequestMessage request)
    {
        using var response = await bot.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }
}
