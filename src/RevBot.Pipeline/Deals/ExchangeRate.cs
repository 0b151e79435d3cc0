namespace RevBot.Pipeline.Deals;

/// <summary>One unit of <paramref name="Currency"/> is worth <paramref name="Rate"/> units of the company's currency from <paramref name="From"/> on.</summary>
public sealed record ExchangeRate(string Currency, DateOnly From, decimal Rate);
