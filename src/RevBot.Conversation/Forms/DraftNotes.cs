using System.Globalization;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Forms;

/// <summary>What is said of a form that is kept half-filled, by the clock of whoever fills it in.</summary>
internal sealed class DraftNotes(ICompanyDays days)
{
    /// <summary>A form that is opened again, with what stood in it.</summary>
    public Form Left(Form form, FormSession session, TurnContext context) => session.SeenAt is { } seen
        ? With(form, $"As you left it at {Say(seen, "HH:mm", context)}. Nothing of it is written yet.")
        : form;

    /// <summary>A form whose content was just kept.</summary>
    public Form Kept(Form form, FormSession session, TurnContext context) => session.SeenAt is { } seen
        ? With(form, $"Kept at {Say(seen, "HH:mm", context)}; nothing of it is written yet. Until {Until(session, context)} “{FormDrafts.Sentence}” brings it back.")
        : With(form, "Nothing is filled in yet.");

    /// <summary>An interview that is left.</summary>
    public string Later(FormSession session, TurnContext context) => session.SeenAt is null
        ? "All right. Nothing was filled in, and nothing was changed."
        : $"Kept until {Until(session, context)}; nothing of it is written yet. “{FormDrafts.Sentence}” brings it back.";

    private string Until(FormSession session, TurnContext context) => Say(session.ExpiresAt, "d MMM HH:mm", context);

    private static Form With(Form form, string note) => form with { Intro = [new CardElement.Note(note), .. form.Intro] };

    private string Say(DateTimeOffset moment, string format, TurnContext context) =>
        TimeZoneInfo.ConvertTime(moment, ZoneName.Find(context.Profile.TimeZone) ?? days.Zone).ToString(format, CultureInfo.InvariantCulture);
}
