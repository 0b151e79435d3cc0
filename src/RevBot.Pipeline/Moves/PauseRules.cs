using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Moves;

/// <summary>What pausing a deal takes: an open deal, a review date in the year to come and a reason.</summary>
public static class PauseRules
{
    /// <summary>How many days ahead a review date may lie at most.</summary>
    public const int MostDays = 365;

    /// <summary>The first day on which the deal counts again.</summary>
    public static readonly DealField Until = new(DealFields.PausedUntil, "Review date", FieldKind.Date, [], "The day the deal comes back by itself");

    public static readonly DealField Reason = new(DealFields.PauseReason, "Reason", FieldKind.Text, [], "What the deal waits for, such as: budget freeze");

    /// <summary>The field of a pause by its name; null for any other field.</summary>
    public static DealField? Find(string key) => key switch
    {
        DealFields.PausedUntil => Until,
        DealFields.PauseReason => Reason,
        _ => null,
    };

    /// <param name="until">The review date as an ISO date; null or blank where it was not said.</param>
    /// <param name="reason">Null or blank where it was not said.</param>
    /// <param name="today">The company's date.</param>
    public static MoveDecision Decide(Deal deal, string? until, string? reason, CompanyProfile company, DateOnly today, EventStamp stamp)
    {
        if (Forbidden(deal, company) is { } refusal)
        {
            return refusal;
        }

        var (day, text) = (Read(Until, until, company), Read(Reason, reason?.Trim().TrimEnd('.'), company));
        if (day?.Problem is { } noDay)
        {
            return new MoveDecision.Refused(noDay, DealFields.PausedUntil);
        }

        if (text?.Problem is { } noText)
        {
            return new MoveDecision.Refused(noText, DealFields.PauseReason);
        }

        if (day?.Value is { } value && ProblemOf(FieldReading.DayOf(value), today) is { } wrong)
        {
            return new MoveDecision.Refused(wrong, DealFields.PausedUntil);
        }

        var missing = new List<Requirement>();
        if (day is null)
        {
            missing.Add(new Requirement(Until, "A pause needs a review date: the day the deal comes back by itself", []));
        }

        if (text is null)
        {
            missing.Add(new Requirement(Reason, "A pause needs a reason, such as: budget freeze", []));
        }

        if (missing.Count > 0)
        {
            return new MoveDecision.Incomplete(missing);
        }

        var (review, why, before) = (FieldReading.DayOf(day?.Value ?? ""), text?.Value ?? "", deal.Pause);
        return before is not null && before.Until == review && before.Reason == why
            ? new MoveDecision.Refused($"{deal.Name} already is paused until {Sentence.Day(review)}: {why}. Give another review date, or resume it.", DealFields.PausedUntil)
            : new MoveDecision.Accepted([new DealEvent.Paused(review, why, before?.Until, before?.Reason) { Deal = deal.Id, Stamp = stamp }]);
    }

    /// <summary>Takes a deal up again before its review date, or says on or after it that it was looked at.</summary>
    public static MoveDecision Resume(Deal deal, EventStamp stamp) => deal.Pause is { } pause
        ? new MoveDecision.Accepted([new DealEvent.Resumed(pause.Until, pause.Reason) { Deal = deal.Id, Stamp = stamp }])
        : new MoveDecision.Refused($"{deal.Name} is not paused.");

    /// <summary>The events that make a deal's pause what it was before; none where it already is.</summary>
    internal static IEnumerable<DealEvent> Opposite(Deal deal, Deal before, EventStamp stamp)
    {
        if (before.Pause is { } back && deal.Pause != back)
        {
            yield return new DealEvent.Paused(back.Until, back.Reason, deal.Pause?.Until, deal.Pause?.Reason) { Deal = deal.Id, Stamp = stamp };
        }
        else if (before.Pause is null && deal.Pause is { } made)
        {
            yield return new DealEvent.Resumed(made.Until, made.Reason) { Deal = deal.Id, Stamp = stamp };
        }
    }

    private static MoveDecision.Refused? Forbidden(Deal deal, CompanyProfile company) => deal.Status == DealStatus.Open
        ? null
        : new MoveDecision.Refused($"{deal.Name} is closed: in {company.Process.NameOf(deal.Stage)}. Only open deals can be paused; reopen it first.");

    private static FieldReading? Read(DealField field, string? text, CompanyProfile company) =>
        string.IsNullOrWhiteSpace(text) ? null : FieldReading.Of(field, text, company, company.Currency);

    private static string? ProblemOf(DateOnly day, DateOnly today)
    {
        var range = $"Give a day from {Sentence.Day(today.AddDays(1))} to {Sentence.Day(today.AddDays(MostDays))}.";
        return day <= today ? $"Review date {Sentence.Day(day)} is not in the future. {range}"
            : day > today.AddDays(MostDays) ? $"Review date {Sentence.Day(day)} is more than {MostDays} days ahead. {range}"
            : null;
    }
}
