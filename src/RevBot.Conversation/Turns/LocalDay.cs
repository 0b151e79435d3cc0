namespace RevBot.Conversation.Turns;

/// <summary>Which day it is where somebody is: "Friday" in a form means their Friday.</summary>
internal static class LocalDay
{
    public static DateOnly Of(TurnContext context)
    {
        var zone = context.Profile.TimeZone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var found) ? found : TimeZoneInfo.Utc;
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(context.Now, zone).DateTime);
    }
}
