using RevBot.Conversation.Replies;

namespace RevBot.Conversation.Turns;

/// <summary>Asks everybody who may keep somebody out.</summary>
internal sealed class Admissions(IEnumerable<IAdmission> all)
{
    /// <summary>What the first of them says who refuses; null when nobody does.</summary>
    public async ValueTask<Reply.Say?> RefuseAsync(TurnContext context, CancellationToken cancellationToken)
    {
        foreach (var one in all)
        {
            if (await one.RefuseAsync(context, cancellationToken) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }
}
