using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Moves;

/// <summary>What it takes to log a call or a meeting on a deal: its kind and what was said, on a day that has been. The next step that was agreed goes with it.</summary>
public static class ActivityRules
{
    /// <summary>How long ago something may have been to be logged, in days.</summary>
    public const int MostDaysAgo = 365;

    public const string KindKey = "activity_kind";
    public const string DateKey = "activity_date";
    public const string WithKey = "activity_with";
    public const string TextKey = "activity_text";

    public static readonly DealField Kind = new(KindKey, "Kind", FieldKind.Choice, ["Call", "Meeting", "E-mail"]);
    public static readonly DealField Date = new(DateKey, "When", FieldKind.Date, []);
    public static readonly DealField With = new(WithKey, "Who was there", FieldKind.People, []);
    public static readonly DealField Text = new(TextKey, "What was said", FieldKind.LongText, [], "Kept in the deal's history");

    /// <summary>The fields of a logged activity that are no fields of deals.</summary>
    public static DealField? Find(string key) => key switch
    {
        KindKey => Kind,
        DateKey => Date,
        WithKey => With,
        TextKey => Text,
        _ => null,
    };

    /// <param name="facts">By the keys above and those of the next step and its date, in canonical text.</param>
    /// <param name="snapshot">Where accounts are looked up by id.</param>
    /// <param name="today">The company's date.</param>
    public static MoveDecision Decide(Deal deal, IReadOnlyDictionary<string, string> facts, CompanyProfile company, PipelineSnapshot snapshot, DateOnly today, EventStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(deal);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(company);
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, text) in facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Value)))
        {
            if ((Find(key) ?? (key is DealFields.NextStep or DealFields.NextStepDate ? FieldCatalog.Find(company, key) : null)) is not { } field)
            {
                return new MoveDecision.Refused($"“{key}” is nothing that is logged with a call. Leave it out.", key);
            }

            var reading = FieldReading.Of(field, text, company, company.Currency);
            if (reading.Problem is { } wrong)
            {
                return new MoveDecision.Refused(wrong, key);
            }

            read[key] = reading.Value ?? "";
        }

        var missing = new[] { (Field: Kind, Why: "Say whether it was a call or a meeting"), (Field: Text, Why: "Say what it was about") }
            .Where(need => !read.ContainsKey(need.Field.Key))
            .Select(need => new Requirement(need.Field, need.Why, Requirement.OptionsOf(need.Field)))
            .ToList();
        if (missing.Count > 0)
        {
            return new MoveDecision.Incomplete(missing);
        }

        var on = read.TryGetValue(DateKey, out var day) ? FieldReading.DayOf(day) : today;
        if (on > today || on < today.AddDays(-MostDaysAgo))
        {
            return new MoveDecision.Refused($"{Sentence.Day(on)} is {(on > today ? "in the future" : "more than a year ago")}. Give the day it was, from {Sentence.Day(today.AddDays(-MostDaysAgo))} to {Sentence.Day(today)}.", DateKey);
        }

        var steps = read.Where(fact => fact.Key is DealFields.NextStep or DealFields.NextStepDate).ToDictionary(fact => fact.Key, fact => (string?)fact.Value, StringComparer.Ordinal);
        IReadOnlyList<DealEvent> events =
        [
            new DealEvent.ActivityLogged(read[KindKey], on, read.GetValueOrDefault(WithKey), read[TextKey]) { Deal = deal.Id, Stamp = stamp },
            .. FieldChanges.EventsOf(deal, steps, stamp),
        ];

        // A next step without its date takes the date of the one before away, which the stage may need.
        var after = events.Aggregate(deal, (state, happened) => DealFold.Apply(state, happened, company.Process.PositionOf));
        return EditRules.Breach(deal, after, steps, new StageCriteria(company, snapshot, today), company) ?? new MoveDecision.Accepted(events);
    }
}
