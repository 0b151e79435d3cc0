namespace RevBot.Conversation.Turns;

/// <summary>When a day begins, and by which clock. The day is the company's for everybody, so that "tomorrow" is the same day in a sentence, in a form and on every channel.</summary>
public interface ICompanyDays
{
    DateOnly DayOf(DateTimeOffset moment);

    /// <summary>Moments are told by it to whoever's own clock is not known.</summary>
    TimeZoneInfo Zone { get; }
}
