using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Intents.Wording;

namespace RevBot.Intents.Drafts;

/// <summary>The forms somebody left half-filled, a line each.</summary>
public static class DraftsCard
{
    /// <summary>More are not told at once; the newest are.</summary>
    public const int Most = 5;

    private const int LongestAbout = 90;

    public static Card Of(IReadOnlyList<FormDraft> drafts, ReaderClock clock)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        ArgumentNullException.ThrowIfNull(clock);
        if (drafts.Count == 0)
        {
            return Card.Text("You have no drafts: no form that is open was left half-filled. A form is kept for 24 hours after it was offered.");
        }

        var summary = drafts.Count == 1 ? $"You left {drafts[0].Form.Title} half-filled" : $"You left {CountText.Of(drafts.Count, "form")} half-filled";
        return new Card(
            summary,
            [
                new CardElement.Heading(summary),
                new CardElement.FactList([.. drafts.Select((draft, at) => new Fact(drafts.Count == 1 ? draft.Form.Title : $"{at + 1}. {draft.Form.Title}", LineOf(draft, clock)))]),
                new CardElement.Note("Nothing of it is written until you submit it, and only you see it."),
            ],
            [.. drafts.SelectMany((draft, at) => ButtonsOf(draft, drafts.Count == 1 ? "" : $" {at + 1}"))]);
    }

    private static string LineOf(FormDraft draft, ReaderClock clock)
    {
        var about = draft.Form.Intro.OfType<CardElement.Paragraph>().FirstOrDefault()?.Text.ReplaceLineEndings(" ");
        var left = draft.Session.SeenAt is { } seen ? $", left at {clock.Time(seen)}" : "";
        var line = $"{draft.Filled} of {CountText.Of(draft.Form.Fields.Count, "field")} filled in{left}, kept until {clock.Moment(draft.Session.ExpiresAt)}";
        return string.IsNullOrEmpty(about) ? line : $"{(about.Length > LongestAbout ? about[..LongestAbout].TrimEnd() + "…" : about)} · {line}";
    }

    private static IEnumerable<CardButton> ButtonsOf(FormDraft draft, string number) =>
    [
        new CardButton("Continue" + number, TurnActions.OpenForm, draft.Session.Id, number.Length == 0 ? ButtonStyle.Primary : ButtonStyle.Default) { OpensForm = true },
        new CardButton("Discard" + number, DiscardDraftAction.Id, draft.Session.Id),
    ];
}
