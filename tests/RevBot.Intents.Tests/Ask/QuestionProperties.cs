using RevBot.Intents.Ask;

namespace RevBot.Intents.Tests.Ask;

public sealed class QuestionProperties
{
    private static readonly string[] Measures = ["win rate", "won amount", "open pipeline", "created pipeline", "lost amount", "sales cycle", "average deal size"];
    private static readonly string[] Periods = ["", "last quarter", "in Q3", "since January", "over the last 6 weeks", "in March 2024", "this year", "between 1 March and 15 April"];
    private static readonly string[] Filters = ["", "for EMEA", "from partners", "for Priya", "over 50k", "excluding renewals", "for Enterprise", "with no next step", "for \"Initech\""];
    private static readonly string[] Splits = ["", "by source", "by owner and segment", "per region"];

    [Fact]
    public void Parts_are_read_independently_of_each_other()
    {
        foreach (var measure in Measures)
        {
            foreach (var period in Periods)
            {
                var plain = Understood($"{measure} {period}");
                foreach (var filter in Filters)
                {
                    foreach (var split in Splits)
                    {
                        var text = $"{measure} {split} {filter} {period}";
                        var full = Understood(text);
                        Assert.True(full.Measure == plain.Measure, text);
                        Assert.True(full.Period == plain.Period, text);
                        Assert.True(full.Filters.Length == (filter.Length > 0 ? 1 : 0), text);
                        Assert.True(full.Breakdown.IsEmpty == (split.Length == 0), text);
                    }
                }
            }
        }
    }

    private static Pipeline.Metrics.Question Understood(string text) =>
        AskCompany.Read(text) is QuestionReading.Understood understood ? understood.Question : throw new InvalidOperationException($"Not understood: {text}");
}
