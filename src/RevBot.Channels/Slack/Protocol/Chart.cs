using System.Text.Json.Serialization;

namespace RevBot.Channels.Slack.Protocol;

/// <summary>What a data_visualization block draws: one series over its categories.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Bars), "bar")]
[JsonDerivedType(typeof(Line), "line")]
internal abstract record Chart(IReadOnlyList<ChartSeries> Series, ChartAxes AxisConfig)
{
    public sealed record Bars(IReadOnlyList<ChartSeries> Series, ChartAxes AxisConfig) : Chart(Series, AxisConfig);

    public sealed record Line(IReadOnlyList<ChartSeries> Series, ChartAxes AxisConfig) : Chart(Series, AxisConfig);
}
