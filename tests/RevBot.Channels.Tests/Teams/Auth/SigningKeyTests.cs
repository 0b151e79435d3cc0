using RevBot.Testing.Teams;

namespace RevBot.Channels.Tests.Teams.Auth;

/// <summary>Keys that change and services that do not answer.</summary>
public sealed class SigningKeyTests
{
    private const string Service = TeamsUnderTest.Service;

    [Fact]
    public async Task The_first_token_after_a_change_of_keys_passes()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        Assert.Equal(200, await SendAsync(bot, FakeTokenIssuer.FirstKey));
        bot.Issuer.AddKey("key-2", "msteams");
        bot.Issuer.RemoveKey(FakeTokenIssuer.FirstKey);

        Assert.Equal(200, await SendAsync(bot, "key-2"));
        Assert.Equal(401, await SendAsync(bot, FakeTokenIssuer.FirstKey));
    }

    [Fact]
    public async Task Unknown_keys_are_looked_for_once_an_hour()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        await SendAsync(bot, FakeTokenIssuer.FirstKey);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(401, await SendAsync(bot, $"guess-{i}"));
        }

        Assert.Equal(2, bot.Issuer.KeyReads);
        bot.Issuer.AddKey("key-2", "msteams");
        Assert.Equal(401, await SendAsync(bot, "key-2"));

        bot.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(200, await SendAsync(bot, "key-2"));
        Assert.Equal(3, bot.Issuer.KeyReads);
    }

    [Fact]
    public async Task Many_at_once_read_the_keys_once()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        var statuses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(bot, FakeTokenIssuer.FirstKey)));

        Assert.All(statuses, status => Assert.Equal(200, status));
        Assert.Equal(1, bot.Issuer.KeyReads);
    }

    [Fact]
    public async Task While_the_keys_cannot_be_read_at_the_start_nobody_comes_in_and_everybody_is_asked_to_come_again()
    {
        await using var bot = await TeamsUnderTest.StartAsync(prepare: issuer => issuer.IsDown = true);

        Assert.Equal(503, await SendAsync(bot, FakeTokenIssuer.FirstKey));
        Assert.Equal(401, (await bot.Sender.SendAsync(bot.Payloads.Says("29:u", "hi"), bot.Issuer.Sign(new TokenPlan { Service = Service, Algorithm = "none" }))).Status);
        Assert.True(bot.IsUntouched);

        bot.Issuer.IsDown = false;
        bot.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(200, await SendAsync(bot, FakeTokenIssuer.FirstKey));
    }

    [Fact]
    public async Task Keys_that_are_known_go_on_working_through_an_outage_and_no_others()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        Assert.Equal(200, await SendAsync(bot, FakeTokenIssuer.FirstKey));
        bot.Issuer.IsDown = true;
        bot.Issuer.AddKey("key-2", "msteams");

        for (var day = 0; day < 3; day++)
        {
            bot.Time.Advance(TimeSpan.FromHours(25));
            Assert.Equal(200, await SendAsync(bot, FakeTokenIssuer.FirstKey));
            Assert.Equal(401, await SendAsync(bot, "key-2"));
        }

        await bot.Log.WaitForAsync("those read before stay in use");
    }

    [Fact]
    public async Task Keys_are_read_again_after_a_day_so_that_one_that_was_withdrawn_counts_no_more()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        Assert.Equal(200, await SendAsync(bot, FakeTokenIssuer.FirstKey));
        bot.Issuer.AddKey("key-2", "msteams");
        bot.Issuer.RemoveKey(FakeTokenIssuer.FirstKey);
        bot.Time.Advance(TimeSpan.FromHours(25));

        // This one still finds the old keys; the new ones are read behind its back.
        await SendAsync(bot, FakeTokenIssuer.FirstKey);
        await bot.Log.WaitForAsync("Read 1 signing keys of the Bot Framework.");
        var patience = TimeProvider.System.GetTimestamp();
        while (bot.Issuer.KeyReads < 2 || await SendAsync(bot, FakeTokenIssuer.FirstKey) == 200)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(patience) < TimeSpan.FromSeconds(10));
        }

        Assert.Equal(200, await SendAsync(bot, "key-2"));
    }

    private static async Task<int> SendAsync(TeamsUnderTest bot, string key) =>
        (await bot.Sender.SendAsync(bot.Payloads.Says("29:u", "pipeline"), bot.Issuer.Sign(new TokenPlan { Service = Service, KeyId = key }))).Status;
}
