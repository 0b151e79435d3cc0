using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using RevBot.Testing.Slack;
using RevBot.Tests.Support;

namespace RevBot.Tests.Doors;

/// <summary>What should not come in stays out of the running program, is told why, and leaves nothing in the store.</summary>
public sealed class DoorErrorTests(DoorErrorTests.Stand stand) : IClassFixture<DoorErrorTests.Stand>
{
    private const string Json = "application/json";

    private static readonly byte[] Mention = Encoding.UTF8.GetBytes(SlackPayloads.Mention("EvBad", "U1", "#D-1001 closed lost").ToJsonString());

    [Theory]
    [InlineData("/slack/events", Json)]
    [InlineData("/slack/commands", "application/x-www-form-urlencoded")]
    [InlineData("/slack/interactivity", "application/x-www-form-urlencoded")]
    public async Task A_wrong_signature(string path, string contentType)
    {
        using var request = SlackSender.Sign(path, Mention, contentType, Now);
        request.Content = new ByteArrayContent([.. Mention, (byte)' ']) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } };
        await RefusedAsync(request, HttpStatusCode.Unauthorized, logged: "wrong signature");
    }

    [Theory]
    [InlineData(-301)]
    [InlineData(302)]
    public async Task A_stale_timestamp(int seconds)
    {
        using var request = SlackSender.Sign("/slack/events", Mention, Json, Now.AddSeconds(seconds));
        await RefusedAsync(request, HttpStatusCode.Unauthorized, logged: "signed more than five minutes ago or ahead");
    }

    [Fact]
    public async Task An_oversized_body()
    {
        using var request = SlackSender.Sign("/slack/events", new byte[1_048_577], Json, Now);
        await RefusedAsync(request, HttpStatusCode.RequestEntityTooLarge, logged: "too large");
    }

    [Theory]
    [InlineData("/slack/events", Json, "{\"type\":\"event_callback\"")]
    [InlineData("/slack/interactivity", "application/x-www-form-urlencoded", "payload=%7B")]
    [InlineData("/slack/interactivity", "application/x-www-form-urlencoded", "nothing=here")]
    public async Task Malformed_JSON(string path, string contentType, string body)
    {
        using var request = SlackSender.Sign(path, Encoding.UTF8.GetBytes(body), contentType, Now);
        await RefusedAsync(request, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/page/start")]
    [InlineData("/page/stream?as=sara.lindqvist@brightwater.example")]
    [InlineData("/page/page.js")]
    public async Task The_page_by_another_name(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "revbot.attacker.example" } };
        await RefusedAsync(request, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_sentence_for_the_page_by_another_name()
    {
        using var request = Say(Sentence);
        request.Headers.Host = "revbot.attacker.example:80";
        await RefusedAsync(request, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/page/say")]
    [InlineData("/page/interactivity")]
    public async Task A_request_another_site_could_make(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(Sentence, Encoding.UTF8, "text/plain") };
        await RefusedAsync(request, HttpStatusCode.Forbidden, "The header X-RevBot-Page is missing: this address serves the page alone.");
    }

    [Theory]
    [InlineData("{", "Send JSON with as (an e-mail address), room and text.")]
    [InlineData("""{"as":"sara.lindqvist@brightwater.example","room":"Dsara.lindqvist@brightwater.example","text":"  "}""", "Send JSON with as (an e-mail address), room and text.")]
    [InlineData("""{"as":"nobody@example.com","room":"Dnobody@example.com","text":"hi"}""", "There is no room Dnobody@example.com for nobody@example.com on this page.")]
    [InlineData("""{"as":"sara.lindqvist@brightwater.example","room":"Dtom.becker@brightwater.example","text":"hi"}""", "There is no room Dtom.becker@brightwater.example for sara.lindqvist@brightwater.example on this page.")]
    public async Task A_sentence_that_is_none(string body, string error)
    {
        using var request = Say(body);
        await RefusedAsync(request, HttpStatusCode.BadRequest, error);
    }

    [Fact]
    public async Task A_page_request_that_is_oversized()
    {
        using var request = Say(Sentence.Replace("hi", new string('x', 2_000_000), StringComparison.Ordinal));
        await RefusedAsync(request, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_click_that_is_none()
    {
        using var request = Say("""{"type":"block_actions"}""");
        request.RequestUri = new Uri("/page/interactivity", UriKind.Relative);
        await RefusedAsync(request, HttpStatusCode.BadRequest, "Send an interaction as Slack does: type, user, and actions or view.");
    }

    private const string Sentence = """{"as":"sara.lindqvist@brightwater.example","room":"Dsara.lindqvist@brightwater.example","text":"hi"}""";

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static HttpRequestMessage Say(string body) => new(HttpMethod.Post, "/page/say")
    {
        Content = new StringContent(body, Encoding.UTF8, Json),
        Headers = { { "X-RevBot-Page", "1" } },
    };

    private async Task RefusedAsync(HttpRequestMessage request, HttpStatusCode status, string? error = null, string? logged = null)
    {
        var before = stand.Everything();
        using var http = new HttpClient { BaseAddress = stand.Bot.Address };
        using var answer = await http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();

        Assert.Equal(status, answer.StatusCode);
        if (error is not null)
        {
            using var problem = JsonDocument.Parse(body);
            Assert.Equal(error, problem.RootElement.GetProperty("error").GetString());
        }

        if (logged is not null)
        {
            await stand.LoggedAsync(logged);
        }

        await stand.Bot.DrainAsync();
        Assert.Equal(before, stand.Everything());
    }

    /// <summary>One served demo company with Slack's door and the page both open.</summary>
    public sealed class Stand : IAsyncLifetime
    {
        private readonly TempFolder _folder = new();
        private FakeSlackServer? _slack;
        private RevBotProcess? _bot;

        internal RevBotProcess Bot => _bot ?? throw new InvalidOperationException("The bot was not started.");

        public async Task InitializeAsync()
        {
            _slack = await FakeSlackServer.StartAsync();
            Assert.Equal(0, (await RevBotProcess.RunAsync(["demo", "--data", _folder.File("data"), "--deals", "60"])).ExitCode);

            // They would write in between.
            await QuietRules.PutAsync(_folder.File("data"), "stalled_deals");
            _bot = await RevBotProcess.ServeAsync(_folder.File("data"), new Dictionary<string, string?>(_slack.Settings()) { ["DOTNET_ENVIRONMENT"] = "Development" });
            await _bot.DrainAsync();
        }

        public async Task DisposeAsync()
        {
            if (_bot is not null)
            {
                await _bot.DisposeAsync();
            }

            if (_slack is not null)
            {
                await _slack.DisposeAsync();
            }

            _folder.Dispose();
        }

        /// <summary>How much of everything the store holds; that a job has begun its work is no door's doing.</summary>
        internal string Everything() => string.Join(", ", ((string[])["inbox", "outbox", "events", "deals", "alert_marks WHERE kind NOT IN ('deal-alerts', 'team-alerts')", "form_sessions", "memory"])
            .Select(table => string.Create(CultureInfo.InvariantCulture, $"{table} {StoreFile.In(_folder.File("data")).One($"SELECT COUNT(*) FROM {table}")}")));

        internal async Task LoggedAsync(string reason)
        {
            for (var look = 0; look < 200 && !Bot.Output.Contains(reason, StringComparison.Ordinal); look++)
            {
                await Task.Delay(20);
            }

            Assert.Contains(reason, Bot.Output, StringComparison.Ordinal);
        }
    }
}
