using RevBot.Intents.Wording;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Leaks;

namespace RevBot.Intents.Leakage;

/// <summary>The sentences of a leak report.</summary>
internal sealed class LeakageText(LeakReport report, CompanyProfile company, bool isDefault)
{
    public string Currency => company.Currency;

    /// <summary>"Where deals break down, region EMEA, entered 22 Aug – 20 Nov 2026, compared with 23 May – 21 Aug 2026".</summary>
    public string Reading =>
        $"Where deals break down{string.Concat(report.Query.Filters.Select(filter => ", " + ReadingText.Filter(filter, Currency)))}, entered {PeriodText.Dates(report.Query.Period)}, compared with {PeriodText.Dates(report.Query.Before)}";

    public string Headline => report switch
    {
        { Deals.Now: 0 } => "No deals entered a stage in that period, so nothing can be said.",
        { Deals.Before: 0 } => $"No deals entered a stage in the period before ({PeriodText.Dates(report.Query.Before)}), so there is no past to compare with.",
        { Leaks: [] } => $"Nothing broke: no stage, segment or source got worse than chance allows.",
        { Leaks: [var worst, ..] } => Sentence(worst) + Part(worst),
    };

    /// <summary>What came from the segments and what from their mix; a warning where the whole moved against all of them.</summary>
    public IEnumerable<string> Shifts()
    {
        foreach (var flow in report.Stages)
        {
            if (flow.Shift is not { } shift)
            {
                continue;
            }

            if (shift.IsAgainstEveryPart)
            {
                yield return $"Careful with {flow.Stage.Label}: as a whole its conversion went {(shift.Difference < 0 ? "down" : "up")} by {Points(Math.Abs(shift.Difference))}, while every segment went {(shift.Difference < 0 ? "up" : "down")}. Only the mix of segments has changed.";
            }
            else if (report.Leaks.Any(leak => leak.Kind == LeakKind.Conversion && leak.Stage == flow.Stage))
            {
                yield return $"{flow.Stage.Label}, by segment: {PercentText.Points((decimal)shift.Rate)} from the segments themselves, {PercentText.Points((decimal)shift.Mix)} from their mix.";
            }
        }
    }

    /// <summary>Where most deals end although nothing has changed there; null when something broke, or there is nothing to tell.</summary>
    public string? Weakest() => report.Leaks is [] && report.Stages.Where(flow => flow.Conversion is not null).MinBy(flow => flow.Conversion?.After.Share) is { Conversion: { } rate } weakest
        ? $"The fewest get further from {weakest.Stage.Label}: {PercentText.Of((decimal)rate.After.Share)} of {CountText.Of(weakest.Entered, "deal")}, before {PercentText.Of((decimal)rate.Before.Share)}."
        : null;

    /// <summary>Null when nothing got better.</summary>
    public string? Better() => report.Gains is [] ? null
        : $"Better than before: {CountText.List(report.Gains.Select(gain => $"{Place(gain)} ({What(gain)} {Value(gain.Kind, gain.After)}, before {Value(gain.Kind, gain.Before)})"))}.";

    public string? SoWhat() => report.Leaks switch
    {
        [] => null,
        [{ Kind: LeakKind.Conversion } worst, ..] => $"Go through the deals lost from {Place(worst)} and their loss reasons: one that leads the list says whether it is price, fit or follow-up. Then look at what a deal needs before it enters {worst.Stage.Label}.",
        [var worst, ..] => $"Go through the deals waiting in {Place(worst)}: agree a next step with a date for each, or close it. Then ask what they wait for; it is usually one thing.",
    };

    public string Receipt(ReaderClock clock)
    {
        var parts = new List<string>
        {
            "conversion.next_stage and median stay (Kaplan–Meier)",
            $"by the day deals entered a stage, {PeriodText.Dates(report.Query.Period)}{(isDefault ? " (default)" : string.Empty)} against {PeriodText.Dates(report.Query.Before)}",
            $"in both deals are followed for at most {CountText.Of(report.Horizon, "day")}",
            $"{CountText.Of(report.Compared, "comparison")} made, only what stands out among all of them is named",
        };
        parts.AddRange(report.Query.Filters.Select(filter => ReadingText.Filter(filter, Currency)));
        parts.Add($"as of {clock.Moment(report.AsOf)}");
        parts.Add($"{CountText.OrNo(report.Deals.Now, "deal")}, before {CountText.Number(report.Deals.Before)}");
        parts.AddRange(report.Excluded.Select(exclusion => LeftOutText.Of(exclusion)));
        return string.Join(" · ", parts);
    }

    /// <summary>"Negotiation, Enterprise".</summary>
    public static string Place(Leak leak) => leak.Part is { } part ? $"{leak.Stage.Label}, {part.Label}" : leak.Stage.Label;

    public static string What(Leak leak) => leak.Kind == LeakKind.Conversion ? "conversion" : "typical stay";

    /// <summary>As questions say it, with days nobody mistakes.</summary>
    public static string Span(Period period) =>
        period is { Start: { } start, End: { } end } ? $"from {PeriodText.Day(start)} to {PeriodText.Day(end)}" : PeriodText.Dates(period);

    public static string Value(LeakKind kind, double value) => kind == LeakKind.Conversion ? PercentText.Of((decimal)value) : DurationText.BusinessDays((decimal)value);

    /// <summary>"-12.3 points (-18 to -6.1)".</summary>
    public static string Change(Leak leak) => leak.Kind == LeakKind.Conversion
        ? $"{Points(leak.Difference)} ({Points(leak.Interval.Low)} to {Points(leak.Interval.High)})"
        : $"{Signed(leak.Difference)} ({Signed(leak.Interval.Low)} to {Signed(leak.Interval.High)})";

    private static string Points(double difference) => PercentText.Points((decimal)difference);

    private static string Signed(double days) => (days > 0 ? "+" : string.Empty) + DurationText.Days((decimal)days);

    private string Sentence(Leak leak) => leak.Kind == LeakKind.Conversion
        ? $"Deals break down in {Place(leak)}: {Value(leak.Kind, leak.After)} get further, {Value(leak.Kind, leak.Before)} before; about {MoneyText.Brief(leak.AtStake, Currency)} at stake."
        : $"Deals get stuck in {Place(leak)}: they typically stay {Value(leak.Kind, leak.After)}, {DurationText.Days((decimal)leak.Before)} before; about {MoneyText.Brief(leak.AtStake, Currency)} held up.";

    /// <summary>The part of a stage where it shows most.</summary>
    private string Part(Leak whole) => whole.Part is null && report.Leaks.FirstOrDefault(leak => leak.Part is not null && leak.Kind == whole.Kind && leak.Stage == whole.Stage) is { Part: { } part } ? $" It shows most in {part.Label}." : string.Empty;
}
