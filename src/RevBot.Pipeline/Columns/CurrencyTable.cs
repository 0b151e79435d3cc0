using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Columns;

/// <summary>The company's exchange rates by number of the currency: <see cref="ExchangeRates.Convert"/> for many deals.</summary>
internal sealed class CurrencyTable
{
    private readonly int _own;
    private readonly (int FromDay, decimal Rate)[][] _newestFirst;

    public CurrencyTable(Vocabulary currencies, ExchangeRates rates)
    {
        _own = currencies.OrdinalOf(rates.CompanyCurrency);
        var byCurrency = rates.Rates.ToLookup(rate => currencies.OrdinalOf(rate.Currency), rate => (FromDay: rate.From.DayNumber, rate.Rate));
        _newestFirst = [.. Enumerable.Range(0, currencies.Count).Select(currency => byCurrency[currency].OrderByDescending(rate => rate.FromDay).ToArray())];
    }

    /// <summary>Null when there is no rate so early.</summary>
    public decimal? Convert(decimal amount, int currency, int day)
    {
        if (currency == _own)
        {
            return amount;
        }

        foreach (var (from, rate) in _newestFirst[currency])
        {
            if (from <= day)
            {
                return amount * rate;
            }
        }

        return null;
    }
}
