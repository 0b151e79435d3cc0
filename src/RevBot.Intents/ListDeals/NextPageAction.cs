using RevBot.Intents.Ask;

namespace RevBot.Intents.ListDeals;

/// <summary>"Next" under a list of deals.</summary>
public sealed class NextPageAction(QuestionReader reader, DealListQuery deals) : DealPageAction(reader, deals)
{
    public const string Id = "list-deals.page";

    public override string ActionId => Id;
}
