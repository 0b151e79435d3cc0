using RevBot.Conversation.Replies;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Alerts;

/// <summary>What a room sees of an alert where not everybody may see deals: its kind and its team, no deal, account, amount or person; people of the company get the rest by a button.</summary>
public static class AlertRedaction
{
    private const string NotForAll = "Not everybody here may see deals";

    /// <summary>A standing alert about a deal.</summary>
    public static Card OfDeal(Card card, AlertSubject subject, Deal deal, PipelineSnapshot snapshot) => Of(card, subject, deal, TeamOf(deal, snapshot));

    /// <summary>A standing alert about more than one deal, or none.</summary>
    /// <param name="team">Whose; null where it is no single team's.</param>
    public static Card OfMany(Card card, AlertSubject subject, string? team = null) => Of(card, subject, null, team);

    /// <summary>An alert that is quiet or over.</summary>
    /// <param name="what">"Resolved", "Snoozed until 3 Mar".</param>
    /// <param name="isOver">Whether there is nothing to be shown any more.</param>
    public static Card Struck(Card card, AlertSubject subject, DealId? deal, string? team, string what, bool isOver)
    {
        var title = TitleOf(subject, team);
        return With(card, deal, new Card($"{title}: {what}", [new CardElement.Paragraph(title, TextTone.Struck), new CardElement.Note($"{what}.")], isOver ? [] : [Show(subject)]));
    }

    /// <summary>Lines that count alerts.</summary>
    /// <param name="text">What may be said to everybody; how to hear the rest follows.</param>
    /// <param name="ask">What to ask the bot.</param>
    public static Card OfLines(Card card, string text, string ask)
    {
        ArgumentNullException.ThrowIfNull(card);
        return With(card, null, Card.Text($"{text} {NotForAll}: ask me in our direct chat for “{ask}”."));
    }

    /// <summary>A card that does not say itself what may be said to everybody: nothing of it is.</summary>
    public static Card Unsaid(Card card) => OfLines(card, "An alert.", "my digest");

    /// <summary>The same, saying to how many people the details go in person.</summary>
    public static Card Telling(this Card card, int people)
    {
        ArgumentNullException.ThrowIfNull(card);
        return people > 0 && card.Redaction is { Face: { Elements: [var title, ..] } face } redaction
            ? card with { Redaction = redaction with { Face = face with { Elements = [title, new CardElement.Note($"{NotForAll}, so the details go to {CountText.Of(people, "person")} directly.")] } } }
            : card;
    }

    /// <summary>The card with a face of its own for those places.</summary>
    public static Card With(Card card, DealId? deal, Card face)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card with { Redaction = new Redaction(deal?.Value, face) };
    }

    /// <summary>A face of one line and the button by which people of the company see the rest.</summary>
    public static Card Face(string title, CardButton show) =>
        new(title, [new CardElement.Paragraph(title, TextTone.Strong), new CardElement.Note($"{NotForAll}: people of the company press “{show?.Label}”.")], show is null ? [] : [show]);

    public static string? TeamOf(Deal deal, PipelineSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.OwnerOf(deal)?.Team;
    }

    private static Card Of(Card card, AlertSubject subject, Deal? deal, string? team) => With(card, deal?.Id, Face(TitleOf(subject, team), Show(subject)));

    private static CardButton Show(AlertSubject subject) => new("Show me", ShowAlertAction.Id, subject.Key);

    /// <summary>"Close date passed · team EMEA".</summary>
    private static string TitleOf(AlertSubject subject, string? team)
    {
        var kind = AlertKinds.Named(subject.Kind)?.Title ?? subject.Kind;
        return $"{char.ToUpperInvariant(kind[0])}{kind[1..]}{(team is null ? "" : $" · team {team}")}";
    }
}
