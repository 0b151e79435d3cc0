using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Understanding;

namespace RevBot.Intents.Tests.Deals;

public sealed class ExampleTests
{
    [Theory]
    [InlineData("move-deal")]
    [InlineData("update-deal")]
    [InlineData("create-deal")]
    [InlineData("add-account")]
    [InlineData("log-activity")]
    [InlineData("hand-over")]
    [InlineData("submit-forecast")]
    [InlineData("bulk-update")]
    [InlineData("undo-last-change")]
    [InlineData("stalled-deals")]
    [InlineData("slow-stages")]
    [InlineData("slow-segments")]
    [InlineData("snooze-alert")]
    [InlineData("loss-reasons")]
    public async Task Every_example_is_taken_by_its_own_capability(string name)
    {
        string[] examples;
        await using (var office = new Office())
        {
            await using var scope = office.Bot.Services.CreateAsyncScope();
            examples = [.. scope.ServiceProvider.GetServices<IIntent>().Single(intent => intent.Description.Name == name).Description.Examples];
        }

        foreach (var example in examples)
        {
            await using var office = new Office();
            await office.SaysAsync("dana", example);
            Assert.Equal((example, name), (example, (string?)office.Bot.Last.Reply?.Data?["intent"] ?? ""));
        }
    }
}
