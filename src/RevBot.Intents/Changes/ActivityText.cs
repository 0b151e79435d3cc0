using RevBot.Intents.Wording;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Changes;

/// <summary>A call or meeting in a line: "Call on 20 Nov 2026 with Jane Doe: they want a pilot".</summary>
public static class ActivityText
{
    public static string Of(DealEvent.ActivityLogged activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return $"{activity.Kind} on {PeriodText.Day(activity.On)}{(activity.With is { } with ? $" with {with}" : "")}: {activity.Text}";
    }
}
