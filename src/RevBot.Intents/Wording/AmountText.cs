using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Wording;

/// <summary>A deal's amount, for whoever may see it.</summary>
internal static class AmountText
{
    private const string Withheld = "not shown to you";

    /// <summary>"$80k"; <paramref name="none"/> for a deal without one.</summary>
    public static string Brief(Deal deal, string none = "no amount") => Of(deal, none, MoneyText.Brief);

    /// <summary>"$80,000"; <paramref name="none"/> for a deal without one.</summary>
    public static string Exact(Deal deal, string none) => Of(deal, none, MoneyText.Exact);

    private static string Of(Deal deal, string none, Func<Money, string> word) =>
        deal.Amount is { } amount ? word(amount) : deal.IsAmountWithheld ? Withheld : none;
}
