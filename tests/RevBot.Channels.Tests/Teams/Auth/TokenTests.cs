using System.Net.Http.Headers;
using System.Text;
using RevBot.Testing.Teams;

namespace RevBot.Channels.Tests.Teams.Auth;

/// <summary>Good and bad tokens at the real door, against keys of our own served on loopback.</summary>
public sealed class TokenTests
{
    private const string Service = TeamsUnderTest.Service;

    private static readonly Dictionary<string, (TokenPlan Plan, int Status)> Table = new()
    {
        ["good"] = (new TokenPlan(), 200),
        ["expired four minutes ago, within the skew"] = (new TokenPlan { Expires = TimeSpan.FromMinutes(-4), NotBefore = TimeSpan.FromHours(-1) }, 200),
        ["valid in four minutes, within the skew"] = (new TokenPlan { NotBefore = TimeSpan.FromMinutes(4) }, 200),
        ["without a beginning"] = (new TokenPlan { NotBefore = null }, 200),
        ["app id in capitals"] = (new TokenPlan { Audience = FakeTokenIssuer.AppId.ToUpperInvariant() }, 200),
        ["expired six minutes ago"] = (new TokenPlan { Expires = TimeSpan.FromMinutes(-6), NotBefore = TimeSpan.FromHours(-1) }, 401),
        ["valid in six minutes"] = (new TokenPlan { NotBefore = TimeSpan.FromMinutes(6) }, 401),
        ["without an end"] = (new TokenPlan { Expires = null }, 401),
        ["wrong issuer"] = (new TokenPlan { Issuer = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/" }, 401),
        ["issuer with a slash behind it"] = (new TokenPlan { Issuer = "https://api.botframework.com/" }, 401),
        ["issuer of another cloud"] = (new TokenPlan { Issuer = "https://api.botframework.us" }, 401),
        ["no issuer"] = (new TokenPlan { Issuer = null }, 401),
        ["wrong audience"] = (new TokenPlan { Audience = "00000000-0000-0000-0000-000000000001" }, 401),
        ["audience that begins right"] = (new TokenPlan { Audience = FakeTokenIssuer.AppId + "0" }, 401),
        ["no audience"] = (new TokenPlan { Audience = null }, 401),
        ["alg none"] = (new TokenPlan { Algorithm = "none" }, 401),
        ["alg none without a key"] = (new TokenPlan { Algorithm = "none", KeyId = null }, 401),
        ["HS256 with the public key as secret"] = (new TokenPlan { Algorithm = "HS256" }, 401),
        ["RS384"] = (new TokenPlan { Algorithm = "RS384" }, 401),
        ["PS256"] = (new TokenPlan { Algorithm = "PS256" }, 401),
        ["rogue key under a known name"] = (new TokenPlan { IsRogue = true }, 401),
        ["unknown key"] = (new TokenPlan { KeyId = "key-9" }, 401),
        ["no key named"] = (new TokenPlan { KeyId = null }, 401),
        ["missing serviceurl claim"] = (new TokenPlan { ServiceClaim = "not-there" }, 403),
        ["serviceurl claim spelled as in activities"] = (new TokenPlan { ServiceClaim = "serviceUrl" }, 403),
        ["another service"] = (new TokenPlan { Service = "https://smba.trafficmanager.net/amer/" }, 403),
        ["service without its last slash"] = (new TokenPlan { Service = Service.TrimEnd('/') }, 403),
        ["service in capitals"] = (new TokenPlan { Service = Service.ToUpperInvariant() }, 403),
        ["key endorsed for another channel"] = (new TokenPlan { KeyId = "slack-only" }, 403),
        ["key endorsed for nothing"] = (new TokenPlan { KeyId = "unendorsed" }, 403),
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Only_good_tokens_pass(string name)
    {
        var (plan, status) = Table[name];
        await using var bot = await TeamsUnderTest.StartAsync(prepare: PublishOtherKeys);
        var token = bot.Issuer.Sign(plan with { Service = plan.Service ?? Service });

        var delivery = await bot.Sender.SendAsync(bot.Payloads.Says("29:u", "pipeline"), token);

        Assert.Equal((status, null), (delivery.Status, delivery.Answer));
        Assert.Equal(status != 200, bot.IsUntouched);
        Assert.DoesNotContain(token, bot.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer x")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer {token}.more")]
    [InlineData("Bearer {token}.more.more")]
    [InlineData("Basic {token}")]
    [InlineData("{token}")]
    [InlineData("Bearer {token}, Bearer {token}")]
    public async Task Without_a_whole_bearer_token_nobody_comes_in(string? header)
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
        request.Content = new StringContent(bot.Payloads.Says("29:u", "pipeline").ToJsonString(), Encoding.UTF8, "application/json");
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", header.Replace("{token}", bot.Issuer.Sign(Service), StringComparison.Ordinal));
        }

        var delivery = await bot.Sender.ReadAsync(request);

        Assert.Equal((401, null), (delivery.Status, delivery.Answer));
        Assert.True(bot.IsUntouched);
    }

    [Fact]
    public async Task A_token_is_looked_at_before_the_body()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent("{ not json"u8.ToArray()) };

        Assert.Equal(401, (await bot.Sender.ReadAsync(request)).Status);
        Assert.Equal(0, bot.Issuer.KeyReads);
    }

    [Fact]
    public async Task A_longer_token_than_anybody_writes_is_not_read()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent("{}") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", new string('a', 20_000) + "." + new string('b', 5_000) + ".c");

        Assert.Equal(401, (await bot.Sender.ReadAsync(request)).Status);
    }

    [Fact]
    public async Task A_bot_of_another_cloud_believes_that_clouds_issuer_alone()
    {
        await using var bot = await TeamsUnderTest.StartAsync(settings: new() { ["RevBot:Teams:Cloud"] = "UsGovernment" });
        const string government = "https://smba.infra.gov.teams.microsoft.us/teams/";
        var said = new TeamsPayloads(government).Says("29:u", "pipeline");

        Assert.Equal(401, (await bot.Sender.SendAsync(said, bot.Issuer.Sign(government))).Status);
        Assert.Equal(200, (await bot.Sender.SendAsync(said, bot.Issuer.Sign(new TokenPlan { Issuer = "https://api.botframework.us", Service = government }))).Status);
        Assert.Single(bot.Inbox.Accepted);
    }

    private static void PublishOtherKeys(FakeTokenIssuer issuer)
    {
        issuer.AddKey("slack-only", "slack");
        issuer.AddKey("unendorsed");
    }
}
