using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Wording;

/// <summary>What dimensions are called.</summary>
public static class DimensionText
{
    /// <summary>"owner", "loss reason".</summary>
    public static string Of(Dimension dimension) => dimension switch
    {
        Dimension.StageGroup => "status",
        Dimension.DealType => "deal type",
        Dimension.ForecastCategory => "forecast category",
        Dimension.LossReason => "loss reason",
        _ => dimension.ToString().ToLowerInvariant(),
    };

    /// <summary>As a column's title: "Owner".</summary>
    public static string Title(Dimension dimension)
    {
        var word = Of(dimension);
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    /// <summary>As a key of the machine-readable answer: "owner", "lossReason".</summary>
    public static string Key(Dimension dimension)
    {
        var word = dimension.ToString();
        return char.ToLowerInvariant(word[0]) + word[1..];
    }

    /// <summary>A value as people call it; deals without one are "none".</summary>
    public static string Label(DimensionValue value) => value.Label.Length > 0 ? value.Label : value.Key.Length > 0 ? value.Key : "none";
}
