using System.Text;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Wording;

/// <summary>A question in plain words, so that a reader sees what was asked: "Won amount by owner, closed 1 Mar – 31 May 2021, highest first".</summary>
public static class ReadingText
{
    public static string Of(Question question, Metric metric, string currency)
    {
        var words = new StringBuilder(metric.Title);
        if (!question.Breakdown.IsEmpty)
        {
            words.Append(" by ").AppendJoin(" and ", question.Breakdown.Select(dimension => Split(dimension, metric)));
        }

        foreach (var filter in question.Filters)
        {
            words.Append(", ").Append(filter is DealFilter.In { Dimension: Dimension.Stage, Negated: false } stages && IsOfLosses(metric)
                ? $"lost from {string.Join(" or ", stages.Values.Select(DimensionText.Label))}"
                : Filter(filter, currency));
        }

        if (question.Period is { } period && period != Period.AllTime)
        {
            words.Append(", ").Append(Basis(metric.Basis)).Append(' ').Append(PeriodText.Dates(period));
        }

        if (question.CompareWith is { } other)
        {
            words.Append(", compared with ").Append(PeriodText.Dates(other));
        }

        if (question.Ranking is { } ranking)
        {
            words.Append(ranking switch
            {
                { Count: > 1, Highest: true } => $", top {ranking.Count}",
                { Count: > 1, Highest: false } => $", bottom {ranking.Count}",
                { Highest: true } => ", highest first",
                _ => ", lowest first",
            });
        }

        return words.ToString();
    }

    /// <summary>What a number is split by. Lost deals stand at the stage they were lost from.</summary>
    public static string Split(Dimension dimension, Metric metric) =>
        dimension == Dimension.Stage && IsOfLosses(metric) ? "stage lost from" : DimensionText.Of(dimension);

    /// <summary>Which date a period applies to: "closed", "closing", "created", "left", "entered", "in".</summary>
    public static string Basis(TimeBasis basis) => basis switch
    {
        TimeBasis.ExpectedClose => "closing",
        TimeBasis.Created => "created",
        TimeBasis.StageLeft => "left",
        TimeBasis.DatePushed => "pushed",
        TimeBasis.Target => "for",
        TimeBasis.StageEntered => "entered",
        TimeBasis.RevenueMonth => "in",
        _ => "closed",
    };

    /// <summary>"owner Dana Reyes", "region not EMEA", "over $50,000", "no next step", "(region EMEA or pushed at least 2 times)".</summary>
    public static string Filter(DealFilter filter, string currency) => filter switch
    {
        DealFilter.In values => $"{DimensionText.Of(values.Dimension)} {(values.Negated ? "not " : string.Empty)}{string.Join(" or ", values.Values.Select(DimensionText.Label))}",
        DealFilter.Amount amount => Amount(amount, currency),
        DealFilter.Missing missing => $"{(missing.Negated ? "with" : "no")} {Field(missing.Field)}",
        DealFilter.Closing closing => $"closing {PeriodText.Dates(closing.Period)}",
        DealFilter.Created created => $"created {PeriodText.Dates(created.Period)}",
        DealFilter.Untouched untouched => $"{(untouched.Negated ? string.Empty : "not ")}touched since {PeriodText.Day(untouched.Since)}",
        DealFilter.OpenLonger open => $"open {(open.Negated ? "at most" : "longer than")} {CountText.Of(open.Days, "day")}",
        DealFilter.InStageLonger stage => $"in stage {(stage.Negated ? "at most" : "longer than")} {CountText.Of(stage.Days, "day")}",
        DealFilter.Pushed pushed => $"pushed {(pushed.Negated ? "fewer than" : "at least")} {CountText.Of(pushed.Times, "time")}",
        DealFilter.Paused paused => paused.Negated ? "not paused" : "paused",
        DealFilter.AnyOf any => $"({string.Join(" or ", any.Parts.Select(part => Filter(part, currency)))})",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Field(string field) => field.Replace('_', ' ');

    private static bool IsOfLosses(Metric metric) => metric.Id.StartsWith("losses.", StringComparison.Ordinal);

    private static string Amount(DealFilter.Amount amount, string currency) => amount switch
    {
        { Min: { } min, Max: { } max } => $"{MoneyText.Exact(min, currency)} to {MoneyText.Exact(max, currency)}",
        { Min: { } min } => $"{(amount.MinIncluded ? "at least" : "over")} {MoneyText.Exact(min, currency)}",
        { Max: { } max } => $"{(amount.MaxIncluded ? "at most" : "under")} {MoneyText.Exact(max, currency)}",
        _ => "any amount",
    };
}
