using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Changes;

/// <summary>Says who was first when two people change a deal at once.</summary>
public static class FirstComer
{
    /// <summary>How <see cref="Sentence"/> ends.</summary>
    public const string NothingChanged = " Nothing was changed just now.";

    /// <summary>Two turns that overlap were begun within so long of each other.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    /// <summary>What came in between since a version of the deal that touches its stage or the fields about to be written; null when nothing did.</summary>
    public static DealEvent? Since(IReadOnlyList<DealEvent> history, int version, IReadOnlyCollection<string> fields) =>
        history.Skip(version).LastOrDefault(happened => Touches(happened, fields));

    /// <summary>The same for a turn that is run again after a conflict: what another turn wrote while this one was decided.</summary>
    public static DealEvent? During(IReadOnlyList<DealEvent> history, WriteContext context, IReadOnlyCollection<string> fields) =>
        history.LastOrDefault(happened => happened.Stamp.Turn != context.Turn.Turn.Id
            && happened.Stamp.RecordedAt >= context.Turn.Turn.ReceivedAt - Overlap
            && Touches(happened, fields));

    public static string Sentence(DealEvent first, Deal deal, WriteContext context)
    {
        var who = first.Stamp.By == context.Person?.Id ? "You" : context.NameOf(first.Stamp.By);
        return $"{who} {What(first, deal, context)} {When(first, context)}.{NothingChanged}";
    }

    /// <summary>"at 14:05", with the day unless it is today.</summary>
    public static string When(DealEvent happened, WriteContext context)
    {
        var clock = ReaderClock.Of(context.Turn, context.Company.Work);
        var (at, day) = (clock.Time(happened.Stamp.At), clock.DayOf(happened.Stamp.At));
        return day == clock.DayOf(context.Turn.Now) ? $"at {at}" : $"on {PeriodText.Day(day)} at {at}";
    }

    private static string What(DealEvent first, Deal deal, WriteContext context) =>
        FieldChange.Of(first).Where(change => change.Field == DealFields.Stage).Select(change => change.To).FirstOrDefault() is { } stage
            ? $"moved {deal.Name} to {context.NameOf(new StageId(stage))}"
            : $"changed the {CountText.List(FieldChange.Of(first).Select(change => ChangeLines.LabelOf(change.Field, context).ToLowerInvariant()))} of {deal.Name}";

    private static bool Touches(DealEvent happened, IReadOnlyCollection<string> fields) =>
        FieldChange.Of(happened).Any(change => change.Field == DealFields.Stage || (change.Field != DealFields.Note && fields.Contains(change.Field)));
}
