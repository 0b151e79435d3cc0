using System.Runtime.InteropServices;
using RevBot.Pipeline.Analytics;

namespace RevBot.Pipeline.Forecasts;

/// <summary>What one forecast is played from: the deals that are open, what is won already, and what was won in the past.</summary>
internal sealed class ForecastGround
{
    /// <summary>New business comes as it did in stretches of these days.</summary>
    public const int WindowDays = 400;

    private const int StepDays = 7;

    private readonly List<sbyte> _stages = [];
    private readonly List<byte> _segments = [];
    private readonly List<double> _ages = [];
    private readonly List<double> _amounts = [];
    private readonly List<double> _created = [];
    private readonly List<double> _won = [];
    private readonly List<double> _wonAmounts = [];

    public int Open => _stages.Count;

    /// <summary>Deals won in the period.</summary>
    public int Won { get; private set; }

    /// <summary>Deals won in the days before it is forecast.</summary>
    public int PastWins => _won.Count;

    public double WonToDate { get; private set; }

    public void AddOpen(sbyte stage, byte segment, double age, double amount)
    {
        _stages.Add(stage);
        _segments.Add(segment);
        _ages.Add(age);
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
        if (travel.OddsBy(span.Last) is not { } odds)
        {
            return new SimulatedForecast(WonToDate, 0, 0, WonToDate, WonToDate, WonToDate, quota is null ? null : WonToDate >= quota ? 1 : 0, 0, 0);
        }

        var newBusiness = PastWindows.Values(
            CollectionsMarshal.AsSpan(_created), CollectionsMarshal.AsSpan(_won), CollectionsMarshal.AsSpan(_wonAmounts), span.Today, span.Length, Math.Max(since, span.Today - WindowDays), StepDays, span.Lead);
        var open = new OpenDealColumns(CollectionsMarshal.AsSpan(_stages), CollectionsMarshal.AsSpan(_segments), CollectionsMarshal.AsSpan(_ages), CollectionsMarshal.AsSpan(_amounts));
        return PipelineSimulation.Run(odds, open, newBusiness, terms, span.Lead > 0 ? travel.OddsBy(span.First - 1) : null);
    }

    /// <summary>Each open deal in the order they came: its stage, its amount, and how likely it is won in the period.</summary>
    public List<(sbyte Stage, double Amount, double Odds)> Odds(TravelHistory travel, ForecastSpan span)
    {
        var (odds, before) = (travel.OddsBy(span.Last), span.Lead > 0 ? travel.OddsBy(span.First - 1) : null);
        return [.. Enumerable.Range(0, Open).Select(deal => (_stages[deal], _amounts[deal], PipelineSimulation.OddsOf(odds, before, _stages[deal], _segments[deal], _ages[deal])))];
    }
}
