using RevBot.Intents.Wording;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Forecasts;
using RevBot.Pipeline.Metrics;

namespace RevBot.Intents.Outlook;

/// <summary>The sentences of an outlook.</summary>
internal sealed class OutlookText(OutlookReport report, CompanyProfile company)
{
    private const int MostNamed = 3;
    private const string AccuracyBias = "Bias (above 0: too high)";

    private string Currency => company.Currency;

    private Answer Forecast => report.Forecast;

    private decimal? Quota => Part(Forecast, "Quota");

    /// <summary>"Outlook, region EMEA, 1 Jan – 31 Mar 2027".</summary>
    public string Reading => $"Outlook{string.Concat(report.Query.Filters.Select(filter => ", " + ReadingText.Filter(filter, Currency)))}, {PeriodText.Dates(report.Query.Period)}";

    /// <summary>"It looks like $4.4M, between $3.5M and $5.5M: $2.5M short of the quota of $7M.".</summary>
    public string Headline => Forecast is { Value: { } value, Range: { } range }
        ? $"It looks like {MoneyText.Brief(value, Currency)}, eight in ten times between {MoneyText.Brief(range.Low, Currency)} and {MoneyText.Brief(range.High, Currency)}{AgainstQuota(value)}."
        : Forecast.NoData ?? "There is nothing to forecast from.";

    public IEnumerable<(string Title, string Text)> Facts()
    {
        foreach (var part in Forecast.Parts)
        {
            yield return (part.Title, part.Value is { } value ? part.Unit == MetricUnit.Share ? Chance(value) : ValueText.Exact(value, part.Unit, Currency) : "no data");
        }

        yield return ("Due in the period", report.Due is { Value: { } due } ? $"{ValueText.Exact(due, MetricUnit.Money, Currency)} in {CountText.Of(report.Due.Receipt.Deals, "open deal")}" : "no open deals");
        yield return ("Coverage", Coverage());
        yield return ("Submitted", Submitted());
        yield return ("Earlier forecasts", Accuracy());
    }

    /// <summary>What to do about it, the most pressing first.</summary>
    public IEnumerable<string> Actions()
    {
        if (Forecast is not { Value: { } value, Range: { } range })
        {
            yield break;
        }

        if (Forecast.SoWhat is { } soWhat)
        {
            yield return soWhat;
        }

        if (Quota is { } quota && value < quota && Part(report.Coverage, "Coverage needed") is { } needed && report.Coverage.Value is { } coverage && coverage < needed)
        {
            yield return $"Open pipeline due covers what is left {ValueText.Exact(coverage, MetricUnit.Ratio, Currency)}; at the usual win rate it takes {ValueText.Exact(needed, MetricUnit.Ratio, Currency)}.";
        }

        if (report.Carriers.Count > 0)
        {
            yield return $"It rests most on {CountText.List(report.Carriers.Take(MostNamed).Select(Carrier))}: see that each has a dated next step.";
        }

        foreach (var row in report.Submitted.Rows.Where(row => row.Value is { } said && said > range.High))
        {
            yield return $"{DimensionText.Label(row.Keys[0])} of {MoneyText.Brief(row.Value ?? 0, Currency)} was submitted, more than nine in ten runs reach: go through what it counts on.";
        }
    }

    public string Receipt(ReaderClock clock)
    {
        var receipt = Forecast.Receipt;
        var parts = new List<string> { receipt.MetricId, receipt.Owner, $"for {PeriodText.Dates(report.Query.Period)}{(report.Query.PeriodIsDefault ? " (default)" : string.Empty)}" };
        parts.AddRange(receipt.Filters.Select(filter => ReadingText.Filter(filter, Currency)));
        parts.Add($"as of {clock.Moment(receipt.AsOf)}");
        parts.Add(CountText.OrNo(receipt.Deals, "deal"));
        parts.AddRange(receipt.Excluded.Select(exclusion => LeftOutText.Of(exclusion)));
        parts.AddRange(receipt.Remarks);
        return string.Join(" · ", parts);
    }

    /// <summary>Of 400 runs nobody can tell certainty.</summary>
    public static string Chance(decimal share) => share switch
    {
        < .01m => "under 1%",
        > .99m => "over 99%",
        _ => PercentText.Of(share),
    };

    private static decimal? Part(Answer answer, string title) => answer.Parts.FirstOrDefault(part => part.Title == title)?.Value;

    private string AgainstQuota(decimal value) => Quota is not { } quota ? string.Empty
        : value >= quota ? $": {MoneyText.Brief(value - quota, Currency)} above the quota of {MoneyText.Brief(quota, Currency)}"
        : $": {MoneyText.Brief(quota - value, Currency)} short of the quota of {MoneyText.Brief(quota, Currency)}";

    private string Coverage() => report.Coverage.Value is { } coverage
        ? $"{ValueText.Exact(coverage, MetricUnit.Ratio, Currency)} of what is left to win{(Part(report.Coverage, "Coverage needed") is { } needed ? $", {ValueText.Exact(needed, MetricUnit.Ratio, Currency)} needed at the usual win rate" : string.Empty)}"
        : report.Coverage.NoData?.TrimEnd('.') ?? "no data";

    private string Submitted() => report.Submitted.Rows is { Count: > 0 } rows
        ? CountText.List(rows.Where(row => row.Value is not null).Select(row => $"{DimensionText.Label(row.Keys[0])} {MoneyText.Brief(row.Value ?? 0, Currency)}"))
        : "no forecasts for these days";

    private string Accuracy() => report.Accuracy is { Value: { } value } accuracy
        ? $"{PercentText.Of(value)} accurate over the last four quarters{(Part(accuracy, AccuracyBias) is { } bias && Math.Abs(bias) >= .01m ? $", {PercentText.Of(Math.Abs(bias))} too {(bias > 0 ? "high" : "low")} on the whole" : string.Empty)} ({accuracy.Receipt.Remarks[0]})"
        : report.Accuracy.NoData?.TrimEnd('.') ?? "none yet";

    private string Carrier(CarryingDeal deal) => $"{deal.Deal.Name} ({MoneyText.Brief(deal.Amount, Currency)}, {Chance((decimal)deal.Odds)})";
}
