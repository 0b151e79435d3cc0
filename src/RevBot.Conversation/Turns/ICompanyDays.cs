namespace RevBot.Conversation.Turns;

/// <summary>When a day begins. It is the company's for everybody, so that "tomorrow" is the same day in a sentence, in a form and on every channel.</summary>
public interface ICompanyDays
{
    DateOnly DayOf(DateTimeOffset moment);
}
