using RevBot.Testing.Slack;
using RevBot.Tests.Support;

namespace RevBot.Tests.Journeys;

/// <summary>The same way through every door: the same facts are told, and the same is left in the store.</summary>
[Collection("browsers")]
public sealed class JourneyTests(JourneyStand stand) : IClassFixture<JourneyStand>
{
    [Fact]
    public void In_the_terminal()
    {
        Assert.Equal(["a list", "its snooze", "the alert", "the best", "the loss", "the pipeline", "the refusal", "the undo"], stand.Reference.Told.Keys.Order());
        Assert.NotEmpty(stand.Reference.Left);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Over_slack(bool bySocket)
    {
        await using var slack = await FakeSlackServer.StartAsync();
        slack.AddUser(new FakeSlackUser("U1", "Sara", JourneyStand.Person));
        Same(await new JourneyScript(stand).RunAsync(data => new SlackDoor(slack, data, bySocket), slack.Settings(bySocket)));
    }

    [BrowserFact]
    public async Task On_the_page() => Same(await new JourneyScript(stand).RunAsync(data => new PageDoor(data, JourneyStand.Person)));

    private void Same(Journal journal)
    {
        Assert.All(stand.Reference.Told, told => Assert.Equal($"{told.Key}: {told.Value}", $"{told.Key}: {journal.Told[told.Key]}"));
        Assert.Equal(stand.Reference.Left, journal.Left);
    }
}
