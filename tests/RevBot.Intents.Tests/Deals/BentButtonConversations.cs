using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;

namespace RevBot.Intents.Tests.Deals;

/// <summary>Buttons whose values were bent on their way, with numbers at the ends of what fits: answered in a sentence, never by a fault.</summary>
public sealed class BentButtonConversations
{
    [Theory]
    [InlineData("list-deals.page", "ops|253402300799|now|1|pipeline this quarter")]
    [InlineData("ask.again", "ops|253402300799|asof|0|deals lost last year")]
    [InlineData("ask.again", "ops|7258118399|asof|0|deals lost last year")]
    [InlineData("ask.again", "ops|0|asof|0|pipeline last quarter")]
    [InlineData("list-deals.page", "ops|1763712000|now|2147483647|deals in Proposal")]
    [InlineData("hygiene-audit.page", "0|99|")]
    [InlineData("hygiene-audit.page", "2147483647||")]
    [InlineData("hygiene-audit.page", "2147483647|NoNextStep|")]
    [InlineData("digests.page", "2147483647")]
    [InlineData("stalled-deals.page", "1|")]
    [InlineData("stalled-deals.page", "1|   ")]
    public async Task A_bent_value_is_answered_and_fails_nothing(string action, string value)
    {
        await using var office = new Office();
        office.Bot.User = "ops";
        await office.Bot.ClicksAsync(new CardButton("Next", action, value));

        Assert.DoesNotContain(office.Bot.Store.Log, entry => entry.Class == RefusalClass.Failed);
    }
}
