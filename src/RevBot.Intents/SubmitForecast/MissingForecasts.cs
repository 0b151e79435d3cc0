using RevBot.Intents.Access;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.SubmitForecast;

/// <summary>Who has not said yet what they will win in the current quarter, of the people somebody looks after.</summary>
/// <param name="Of">How many are looked after.</param>
/// <param name="People">Those without a forecast, by name.</param>
public sealed record MissingForecasts(Period Period, int Of, IReadOnlyList<Person> People)
{
    public static MissingForecasts For(Person reader, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var period = ForecastPeriods.Of(ForecastPeriods.ThisQuarter, context.Company, context.Today);
        var submitted = context.Snapshot.Forecasts.Where(forecast => forecast.Start == period.Start && forecast.End == period.End).Select(forecast => forecast.Owner).ToHashSet();
        var people = context.Snapshot.People.Values
            .Where(person => person is { Active: true, Role: PersonRole.Rep } && DealRights.LooksAfter(reader, person, context.Snapshot))
            .OrderBy(person => person.Name, StringComparer.Ordinal)
            .ToList();
        return new MissingForecasts(period, people.Count, people.FindAll(person => !submitted.Contains(person.Id)));
    }
}
