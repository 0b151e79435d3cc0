using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Ask;
using RevBot.Intents.Help;
using RevBot.Pipeline;

namespace RevBot.Intents.Access;

/// <summary>Admits the company's people: to strangers, guests and people who left nothing is told, not even whether a deal exists.</summary>
public sealed class PeopleOnly(IPipelineReader reader) : IAdmission
{
    public async ValueTask<Reply.Say?> RefuseAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var snapshot = await reader.GetSnapshotAsync(context.Turn.AsOf, cancellationToken);
        return People.PersonOf(context.Profile, snapshot) is null ? Refusal.Stranger(HelpIntent.Name, context.Profile) : null;
    }
}
