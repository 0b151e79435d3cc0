using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using RevBot.Conversation.Turns;
using RevBot.Testing.Teams;

namespace RevBot.Channels.Tests.Teams;

/// <summary>The door without tokens for Microsoft's emulators: on this machine, in development, and for nobody else.</summary>
public sealed class LocalModeTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("msteams")]
    [InlineData("emulator")]
    [InlineData("webchat")]
    public async Task An_emulator_on_this_machine_is_heard_without_a_token(string? channel)
    {
        await using var bot = await StartAsync();
        var delivery = await bot.Sender.SendAsync(bot.Payloads.Says("29:u", "pipeline").With("channelId", channel), token: null);

        Assert.Equal(200, delivery.Status);
        Assert.Equal(new Actor("teams", "local", "29:u"), bot.Inbox.Only.Actor);
        Assert.Contains("UNCHECKED TEAMS DOOR", bot.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("X-Forwarded-Host", "bot.example.com")]
    [InlineData("x-forwarded-proto", "https")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("Host", "bot.example.com")]
    [InlineData("Host", "localhost.evil.example")]
    [InlineData("Host", "127.0.0.1.nip.io:3978")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost.evil.example")]
    [InlineData("Content-Type", "text/plain")]
    [InlineData("Content-Type", "application/x-www-form-urlencoded")]
    public async Task What_a_proxy_or_a_page_brings_along_is_refused(string header, string value)
    {
        await using var bot = await StartAsync();
        using var request = Request(bot);
        if (header == "Content-Type")
        {
            request.Content!.Headers.ContentType = new MediaTypeHeaderValue(value);
        }
        else
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        Assert.Equal(403, (await bot.Sender.ReadAsync(request)).Status);
        Assert.True(bot.IsUntouched);
    }

    [Theory]
    [InlineData("Origin", "http://localhost:56150")]
    [InlineData("Host", "localhost:3978")]
    [InlineData("Host", "[::1]:3978")]
    public async Task What_an_emulators_own_page_sends_is_taken(string header, string value)
    {
        await using var bot = await StartAsync();
        using var request = Request(bot);
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(200, (await bot.Sender.ReadAsync(request)).Status);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams/")]
    [InlineData("http://192.168.0.4/")]
    [InlineData("http://localhost.evil.example/")]
    public async Task An_emulator_must_be_served_on_this_machine(string service)
    {
        await using var bot = await StartAsync();

        Assert.Equal(403, (await bot.Sender.SendAsync(bot.Payloads.Says("29:u", "hi").With("serviceUrl", service), token: null)).Status);
        Assert.True(bot.IsUntouched);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task It_is_refused_at_the_start_outside_development(string environment)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => TeamsUnderTest.StartAsync(local: true, environment: environment));

        Assert.Contains("refused outside development", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MicrosoftAppId")]
    [InlineData("MicrosoftAppPassword")]
    public async Task It_is_refused_at_the_start_beside_an_app(string setting)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(new() { [setting] = "x" }));

        Assert.Contains("cannot stand beside MicrosoftAppId", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_refused_at_the_start_when_another_machine_could_reach_it()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => TeamsUnderTest.StartAsync(local: true, environment: "Development", address: "http://0.0.0.0:0"));

        Assert.Contains("listen on localhost only", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_the_setting_nobody_comes_in_without_a_token_also_in_development(bool isDemo)
    {
        await using var bot = await TeamsUnderTest.StartAsync(environment: "Development", isDemo: isDemo);

        Assert.Equal(401, (await bot.Sender.SendAsync(bot.Payloads.Says("29:u", "hi"), token: null)).Status);
    }

    private static Task<TeamsUnderTest> StartAsync(Dictionary<string, string?>? settings = null) => TeamsUnderTest.StartAsync(settings, local: true, environment: "Development");

    private static HttpRequestMessage Request(TeamsUnderTest bot) => new(HttpMethod.Post, "/api/messages")
    {
        Content = new StringContent(bot.Payloads.Says("29:u", "hi").ToJsonString(), Encoding.UTF8, "application/json"),
    };
}
