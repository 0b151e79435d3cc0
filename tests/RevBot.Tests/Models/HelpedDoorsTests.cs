using RevBot.Testing.Models;
using RevBot.Tests.Journeys;
using RevBot.Tests.Support;

namespace RevBot.Tests.Models;

/// <summary>What is read with a model's help is told alike on every platform, gone on from alike, and logged without a word of it.</summary>
public sealed class HelpedDoorsTests(JourneyStand stand) : IClassFixture<JourneyStand>
{
    private const string Loose = "what did the gang frobble last quarter?";

    [Fact]
    public async Task The_same_facts_everywhere()
    {
        await using var model = await FakeModelServer.StartAsync();
        model.Record = Reading.Of("bookings.won_amount", period: "last quarter", by: ["region"]);
        var terminal = await RevBotProcess.RunAsync(["ask", Loose, "--as", JourneyStand.Person, "--data", stand.Copy()], environment: model.Settings("openai"));
        Assert.Contains("I read this with a model's help", terminal.Output, StringComparison.Ordinal);

        await using var bot = await OneBot.StartAsync(stand, model.Settings("openai"));
        await bot.Process.DrainAsync();
        foreach (var door in (IDoor[])[bot.Slack, bot.Teams])
        {
            await door.BecomeAsync(JourneyStand.Person);
            await door.EnterAsync(null);
            Assert.Equal(Facts.Of(terminal.Output), Facts.Of(await door.SayAsync(Loose)));
            Assert.Contains("Won amount by segment", Facts.Plain(await door.SayAsync("by segment")), StringComparison.Ordinal);
            door.Inspect();
        }

        // Once for the terminal's process, once for the other's.
        Assert.Equal(2, model.Calls.Count);
        using var http = new HttpClient { BaseAddress = bot.Process.Address };
        Assert.Contains("to the language model your organization has chosen", await http.GetStringAsync(new Uri("/about", UriKind.Relative)), StringComparison.Ordinal);
        await bot.Process.DrainAsync();
        Assert.Contains("Sentences that are not understood are sent to reader-1", bot.Process.Output, StringComparison.Ordinal);
        Assert.Matches("Model asked for turn .+: Read in [0-9]+ ms, trouble: none", bot.Process.Output);
        Assert.Matches("Model remembered for turn .+: Read in ", bot.Process.Output);
        foreach (var word in (string[])[FakeModelServer.Key, "gang", "frobble", "last quarter"])
        {
            Assert.DoesNotContain(word, bot.Process.Output, StringComparison.Ordinal);
        }
    }
}
