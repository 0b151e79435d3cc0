namespace RevBot.Pipeline.Deals;

/// <summary>Dated rates into the company's currency, from <c>company.yaml</c>: one unit of <c>Currency</c> is <c>Rate</c> units of the company's currency from <c>From</c> on.</summary>
public sealed class ExchangeRates
{
    private readonly Dictionary<string, List<ExchangeRate>> _byCurrency = new(StringComparer.Ordinal);

    public ExchangeRates(string companyCurrency, IEnumerable<ExchangeRate> rates)
    {
        CompanyCurrency = companyCurrency;
        Rates = [.. rates.OrderBy(rate => rate.Currency, StringComparer.Ordinal).ThenBy(rate => rate.From)];
        foreach (var rate in Rates)
        {
            if (!_byCurrency.TryGetValue(rate.Currency, out var list))
            {
                _byCurrency[rate.Currency] = list = [];
            }

            list.Add(rate);
        }
    }

    public string CompanyCurrency { get; }

    public IReadOnlyList<ExchangeRate> Rates { get; }

    /// <summary>The amount in the company's currency at the newest rate not after <paramref name="on"/>; null when there is none (then the deal is left out and counted).</summary>
    public decimal? Convert(Money money, DateOnly on)
    {
        if (money.Currency == CompanyCurrency)
        {
            return money.Amount;
        }

        if (!_byCurrency.TryGetValue(money.Currency, out var rates))
        {
            return null;
        }

        for (var newest = rates.Count - 1; newest >= 0; newest--)
        {
            if (rates[newest].From <= on)
            {
                return money.Amount * rates[newest].Rate;
            }
        }

        return null;
    }
}
