using RevBot.Conversation.Turns;
using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.Wording;

/// <summary>By whose clock moments are written: a person's own in a chat of their own, the company's in a room, where several read. Moments only: days and periods are the company's for everybody, so that every figure is.</summary>
public sealed record ReaderClock(TimeZoneInfo Zone, TimeZoneInfo Company)
{
    public static ReaderClock Of(TurnContext turn, WorkCalendar work) => new(
        turn is { Turn.Conversation.IsDirect: true, Profile.TimeZone: var id } && ZoneName.Find(id) is { } own ? own : work.TimeZone,
        work.TimeZone);

    /// <summary>"4 Jun 2021 09:00"; "4 Jun 2021 15:00 your time" where that is not the company's.</summary>
    public string Moment(DateTimeOffset moment) => At(moment).ToString("d MMM yyyy HH:mm", WordingCulture.English) + Whose(moment);

    /// <summary>"14:05".</summary>
    public string Time(DateTimeOffset moment) => At(moment).ToString("HH:mm", WordingCulture.English) + Whose(moment);

    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(At(moment).DateTime);

    private DateTimeOffset At(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    private string Whose(DateTimeOffset moment) => Zone.GetUtcOffset(moment) == Company.GetUtcOffset(moment) ? string.Empty : " your time";
}
