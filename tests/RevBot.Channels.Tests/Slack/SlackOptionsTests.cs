using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using RevBot.Channels.Slack;

namespace RevBot.Channels.Tests.Slack;

public sealed class SlackOptionsTests
{
    [Fact]
    public void Settings_are_found_under_both_names()
    {
        var known = Read(("SLACK_BOT_TOKEN", "xoxb-1"), ("SLACK_SIGNING_SECRET", " s "), ("SLACK_API_URL", "http://127.0.0.1:5000/api"));
        Assert.Equal(("xoxb-1", "s", new Uri("http://127.0.0.1:5000/api/")), (known.BotToken, known.SigningSecret, known.ApiUrl));
        Assert.Empty(known.FindProblems());

        var own = Read(("RevBot:Slack:BotToken", "xoxb-2"), ("RevBot:Slack:AppToken", "xapp-1"), ("SLACK_SIGNING_SECRET", ""));
        Assert.Equal(("xoxb-2", "xapp-1", null), (own.BotToken, own.AppToken, own.SigningSecret));
        Assert.Empty(own.FindProblems());
    }

    [Fact]
    public void Without_any_setting_Slack_is_off() => Assert.False(Read().IsConfigured);

    [Theory]
    [InlineData("SLACK_BOT_TOKEN", "xoxp-1", "SLACK_BOT_TOKEN is not a bot token")]
    [InlineData("SLACK_BOT_TOKEN", "", "SLACK_BOT_TOKEN is missing")]
    [InlineData("SLACK_APP_TOKEN", "xoxb-1", "SLACK_APP_TOKEN is not an app-level token")]
    [InlineData("SLACK_SIGNING_SECRET", "", "Neither SLACK_SIGNING_SECRET nor SLACK_APP_TOKEN")]
    [InlineData("SLACK_API_URL", "http://slack.example/api", "SLACK_API_URL must be an https address")]
    [InlineData("SLACK_API_URL", "slack", "SLACK_API_URL must be an https address")]
    public void What_cannot_work_is_said_with_its_fix(string name, string value, string sentence) =>
        Assert.Contains(sentence, Assert.Single(Read(("SLACK_BOT_TOKEN", "xoxb-1"), ("SLACK_SIGNING_SECRET", "s"), (name, value)).FindProblems()), StringComparison.Ordinal);

    [Fact]
    public async Task The_process_refuses_to_start_on_them()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => SlackUnderTest.StartAsync(settings: new() { ["SLACK_BOT_TOKEN"] = "xoxp-1" }));
        Assert.Contains("must begin with xoxb-", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("xoxp-1", refusal.Message, StringComparison.Ordinal);
    }

    private static SlackOptions Read(params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (name, value) in settings)
        {
            values[name] = value;
        }

        return SlackOptions.From(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
