using System.Runtime.InteropServices;
using RevBot.Pipeline.Analytics;

namespace RevBot.Pipeline.Forecasts;

/// <summary>What one forecast is played from: the deals that are open, what is won already, and what was won in the past.</summary>
internal sealed class ForecastGround
{
    /// <summary>New business comes as it did in stretches of these days.</summary>
    public const int WindowDays = 400;

    private const int StepDays = 7;

    private readonly List<double> _odds = [];
    private readonly List<double> _amounts = [];
    private readonly List<double> _created = [];
    private readonly List<double> _won = [];
    private readonly List<double> _wonAmounts = [];

    public int Open => _odds.Count;

    /// <summary>Deals won in the period.</summary>
    public int Won { get; private set; }

    /// <summary>Deals won in the days before it is forecast.</summary>
    public int PastWins => _won.Count;

    public double WonToDate { get; private set; }

    /// <param name="odds">Of being won in the period.</param>
    public void AddOpen(double odds, double amount)
    {
        _odds.Add(odds);
        _amounts.Add(amount);
    }

    public void AddWon(double amount)
    {
        WonToDate += amount;
        Won++;
    }

    public void AddPastWin(int created, int won, double amount)
    {
        _created.Add(created);
        _won.Add(won);
        _wonAmounts.Add(amount);
    }

    /// <param name="since">The day history begins.</param>
    /// <param name="name">Fixes chance together with the morning.</param>
    public SimulatedForecast Play(TravelHistory travel, ForecastSpan span, int since, string name, double? quota)
    {
        var terms = new SimulationTerms(name, travel.Morning, WonToDate, quota);
        if (span.IsOver)
        {
            return new SimulatedForecast(WonToDate, 0, 0, WonToDate, WonToDate, WonToDate, quota is null ? null : WonToDate >= quota ? 1 : 0, 0, 0);
        }

        var newBusiness = PastWindows.Values(
            CollectionsMarshal.AsSpan(_created), CollectionsMarshal.AsSpan(_won), CollectionsMarshal.AsSpan(_wonAmounts), span.Today, span.Length, Math.Max(since, span.Today - WindowDays), StepDays, span.Lead);
        return PipelineSimulation.Run(CollectionsMarshal.AsSpan(_odds), CollectionsMarshal.AsSpan(_amounts), newBusiness, terms);
    }
}
