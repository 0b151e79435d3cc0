using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Help;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Rights;

namespace RevBot.Intents.Access;

/// <summary>Admits the company's people who may see deals: to strangers, guests and people who left nothing is told, not even whether a deal exists.</summary>
public sealed class PeopleOnly(TurnScene scene, ICompany company) : IAdmission
{
    public async ValueTask<Reply.Say?> RefuseAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var (_, person) = await scene.SeeAsync(context, cancellationToken);
        return person is null ? Refusal.Stranger(HelpIntent.Name, context.Profile)
            : company.Profile.Rights.Of(person.Role).Sees == Reach.None ? Refusal.Of(HelpIntent.Name, "You are in the people list without access to deals. Ask operations if you need it.", [], RefusalClass.Rights)
            : null;
    }
}
