using RevBot.Pipeline.Answers;

namespace RevBot.Intents.Wording;

/// <summary>Words for what a figure leaves out.</summary>
public static class LeftOutText
{
    /// <summary>"left out: 3 deals with no amount", "2 paused deals left out".</summary>
    /// <param name="thing">What is counted: "deal", "lead".</param>
    public static string Of(Exclusion exclusion, string thing = "deal") => exclusion.Reason == Exclusion.Paused
        ? $"{Paused(exclusion.Deals)} left out"
        : $"left out: {CountText.Of(exclusion.Deals, thing)} with {exclusion.Reason}";

    /// <summary>"1 paused deal".</summary>
    public static string Paused(int deals) => CountText.Of(deals, "paused deal");
}
