using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Forecasts;

namespace RevBot.Pipeline.Alerts.Findings;

/// <summary>Something about a team's quarter, or the company's, that a rule says is to be told.</summary>
/// <param name="Quarter">The quarter it is about.</param>
public abstract record UnitFinding(AlertRule Rule, SalesUnit Unit, Period Quarter) : IFinding
{
    public abstract AlertSubject Subject { get; }

    /// <summary>Its forecast is another than a week before: news, told once.</summary>
    /// <param name="Before">As it was kept a week before.</param>
    /// <param name="After">As it was kept last.</param>
    public sealed record ForecastMoved(AlertRule Rule, SalesUnit Unit, Period Quarter, FrozenForecast Before, FrozenForecast After) : UnitFinding(Rule, Unit, Quarter)
    {
        public override AlertSubject Subject => new(AlertKinds.Of(AlertKind.ForecastMoved).Name, Unit.Id, After.FrozenOn.DayNumber);

        /// <summary>By how much of what it was: .1 for a tenth more, -.1 for a tenth less.</summary>
        public decimal Share => (After.Amount - Before.Amount) / Before.Amount;
    }

    /// <summary>Its open pipeline covers less of what is left of its quota than it should.</summary>
    /// <param name="Coverage">How many times over.</param>
    /// <param name="Limit">How many times it should.</param>
    /// <param name="Open">Open pipeline of the quarter, in the company's currency.</param>
    /// <param name="Left">What is left to win.</param>
    public sealed record CoverageLow(AlertRule Rule, SalesUnit Unit, Period Quarter, decimal Coverage, decimal Limit, decimal Open, decimal Left) : UnitFinding(Rule, Unit, Quarter)
    {
        public override AlertSubject Subject => new(AlertKinds.Of(AlertKind.CoverageLow).Name, Unit.Id, Quarter.Start?.DayNumber ?? 0);

        /// <summary>How much open pipeline is missing.</summary>
        public decimal Gap => (Limit * Left) - Open;
    }
}
