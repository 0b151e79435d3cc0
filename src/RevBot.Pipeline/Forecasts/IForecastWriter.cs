namespace RevBot.Pipeline.Forecasts;

/// <summary>Freezes forecasts as part of the job it is called in. One that was frozen in its time stays as it is; one from history is replaced.</summary>
public interface IForecastWriter
{
    void Freeze(FrozenForecast forecast);
}
