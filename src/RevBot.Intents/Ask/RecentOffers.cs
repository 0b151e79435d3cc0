using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.Ask;

/// <summary>A sentence that begins a conversation is for the same capabilities until the data, the company or the day change: only what was said before could make it mean something else.</summary>
public sealed class RecentOffers(TurnScene scene, ICompany company, RecentReadings readings) : IRecentOffers
{
    public async ValueTask<OffersMade?> OfAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        if (!context.Memory.Items.IsEmpty || context.Turn.AsOf is not null)
        {
            return null;
        }

        var (snapshot, person) = await scene.SeeAsync(context, cancellationToken);
        var profile = company.Profile;
        return readings.Of(utterance.Text, snapshot, profile, person, context.Dates.Today, () => new OffersMade(), $"offers {context.Dates.Order} {profile.Work.DateAt(context.Now):O}");
    }
}
