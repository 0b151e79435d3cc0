using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Tests.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Testing;

namespace RevBot.Conversation.Tests.Routing;

public sealed class ConversationChecksTests
{
    [Fact]
    public async Task Two_intents_of_one_name_refuse_to_start_with_both_named()
    {
        await using var bot = new TestBot(services =>
        {
            SampleBot.Register(services);
            services.AddScoped<IIntent, SampleBot.SampleIntent>();
        });
        var refused = Assert.Throws<InvalidOperationException>(bot.Services.GetRequiredService<ConversationChecks>().Verify);
        Assert.Equal("Two entries share the intent name 'sample': SampleIntent and SampleIntent. Give one of them another name.", refused.Message);
    }

    [Fact]
    public async Task Names_that_differ_are_fine()
    {
        await using var bot = SampleBot.Rich();
        bot.Services.GetRequiredService<ConversationChecks>().Verify();
    }
}
