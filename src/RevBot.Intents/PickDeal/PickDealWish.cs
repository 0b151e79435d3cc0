namespace RevBot.Intents.PickDeal;

/// <summary>What is to be done with the deal that is picked.</summary>
public enum PickDealWish
{
    Move,
    Update,
    Lose,
    Win,
}
