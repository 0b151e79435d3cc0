using RevBot.Intents.ListDeals;

namespace RevBot.Intents.Ask.Answers;

/// <summary>"Show the deals" under an answer.</summary>
public sealed class ShowDealsAction(QuestionReader reader, DealListQuery deals) : DealPageAction(reader, deals)
{
    public const string Id = "ask.deals";

    public override string ActionId => Id;
}
