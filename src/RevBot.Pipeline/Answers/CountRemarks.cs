using System.Globalization;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Answers;

/// <summary>Sentences about how many things are behind a number, the same for whatever is counted.</summary>
internal static class CountRemarks
{
    extension(Metric metric)
    {
        /// <summary>"1 deal", "1,204 leads".</summary>
        public string CountOf(int things) => things == 1 ? $"1 {metric.Thing}" : string.Create(CultureInfo.InvariantCulture, $"{things:N0} {metric.Thing}s");

        /// <summary>Why there is no number: nothing there is, or nothing that could be counted.</summary>
        /// <param name="nothing">Without its full stop: "No deals were won".</param>
        public string Nothing(string nothing, Question question, IReadOnlyList<Exclusion> excluded)
        {
            var place = question.Period is { } period && !DayRange.Of(period).IsAll ? " in that period" : "";
            return excluded is []
                ? $"{nothing}{place}{(question.Filters.IsEmpty ? "" : " with these filters")}."
                : $"No {metric.Thing} could be counted{place}: {string.Join(", ", excluded.Select(exclusion => $"{metric.CountOf(exclusion.Deals)} with {exclusion.Reason}"))}.";
        }

        /// <summary>True for fewer things than a number should rest on, though for some.</summary>
        public bool IsFew(int things) => things > 0 && things < metric.MinimumSample;

        /// <summary>"only 3 deals: below the 10 this number should rest on"; null for enough, or none.</summary>
        public string? FewRemark(int things) =>
            metric.IsFew(things) ? $"only {metric.CountOf(things)}: below the {metric.MinimumSample} this number should rest on" : null;

        /// <summary>"2 of 5 rows rest on fewer than 10 deals"; null where none does.</summary>
        public string? FewInRowsRemark(int few, int rows) => (few, rows) switch
        {
            (0, _) => null,
            (_, 1) => $"it rests on fewer than {metric.MinimumSample} {metric.Thing}s",
            _ => $"{few} of {rows} rows {(few == 1 ? "rests" : "rest")} on fewer than {metric.MinimumSample} {metric.Thing}s",
        };

        /// <summary>"compared with 12 deals".</summary>
        public string ComparedRemark(int things) => $"compared with {metric.CountOf(things)}";
    }
}
