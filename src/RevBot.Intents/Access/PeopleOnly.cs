using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Help;

namespace RevBot.Intents.Access;

/// <summary>Admits the company's people: to strangers, guests and people who left nothing is told, not even whether a deal exists.</summary>
public sealed class PeopleOnly(TurnScene scene) : IAdmission
{
    public async ValueTask<Reply.Say?> RefuseAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var (_, person) = await scene.SeeAsync(context, cancellationToken);
        return person is null ? Refusal.Stranger(HelpIntent.Name, context.Profile) : null;
    }
}
