using System.Text.Json;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;

namespace RevBot.Channels.Teams.Cards;

/// <summary>Renders a <see cref="Card"/> as Adaptive Cards. Total: what exceeds the size of a card is split over several, or cut with a note where there can be only one, and never refused.</summary>
internal static class AdaptiveCardRenderer
{
    public const string Version = "1.5";

    private const string ShortenedNote = "Shortened to fit into this message; ask again to see all of it.";

    /// <summary>A message as it goes out: its card, or its form, as one card or several; the buttons stand in the last.</summary>
    public static IReadOnlyList<JsonElement> RenderMessages(OutboundMessage message, CardPlace place) => message switch
    {
        { Form: { } form, Kind: OutboundKind.Post or OutboundKind.Whisper } when place.IsDirect => [AdaptiveFormRenderer.Render(form, place)],
        { Form: { } form, Kind: OutboundKind.Post } => [RenderOffer(message, form.SessionId, place)],
        { Kind: OutboundKind.Update } => [Render(message.Card, place)],
        _ => RenderMessages(message.Card, place),
    };

    /// <summary>The card as one card, or as several where its size asks for it; the buttons stand in the last.</summary>
    public static IReadOnlyList<JsonElement> RenderMessages(Card card, CardPlace place)
    {
        var frame = FrameOf(card);
        var frameSize = SizeOf(frame);
        var pages = new List<List<AdaptiveElement>> { new() };
        var size = frameSize;
        foreach (var part in BodyOf(card).Concat(ActionRows(card, place)))
        {
            var cost = AdaptiveParts.SizeOf(part);
            if (pages[^1].Count > 0 && size + cost > AdaptiveLimits.Card)
            {
                pages.Add([]);
                size = frameSize;
            }

            pages[^1].Add(part);
            size += cost;
        }

        return [.. pages.Select((page, at) => Write(WithActions(frame, page) with { FallbackText = FallbackText(card, at, pages.Count) }))];
    }

    /// <summary>The card as one card, for an edit or an answer in place: what does not fit is cut, with a note that says so.</summary>
    public static JsonElement Render(Card card, CardPlace place) => Write(Fit(FrameOf(card), [.. BodyOf(card)], [.. ActionRows(card, place)]));

    /// <summary>As much of the body as fits with what must stand below it.</summary>
    internal static AdaptiveCard Fit(AdaptiveCard frame, IReadOnlyList<AdaptiveElement> body, IReadOnlyList<AdaptiveElement> below)
    {
        var note = AdaptiveParts.Lines(ShortenedNote, AdaptiveParts.Quiet).ToList();
        var left = AdaptiveLimits.Card - SizeOf(frame) - below.Sum(AdaptiveParts.SizeOf) - note.Sum(AdaptiveParts.SizeOf);
        var kept = body.TakeWhile(part => (left -= AdaptiveParts.SizeOf(part)) >= 0).ToList();
        return WithActions(frame, [.. kept, .. kept.Count < body.Count ? note : [], .. below]);
    }

    internal static JsonElement Write(AdaptiveCard card) => JsonSerializer.SerializeToElement(card, AdaptiveJson.Default.AdaptiveCard);

    internal static AdaptiveCard FrameOf(Card card) => new([])
    {
        Version = Version,
        FallbackText = FallbackText(card, 0, 1),
        Msteams = new CardSettings("full"),
    };

    /// <summary>In a room: what is asked for, with a button that opens the form; whoever was asked sees its fields right there.</summary>
    private static JsonElement RenderOffer(OutboundMessage message, string sessionId, CardPlace place)
    {
        var frame = FrameOf(message.Card);
        if (message.OnlyFor is { } asked)
        {
            var show = new AdaptiveAction.Execute(CardVerbs.Show, new CallData(new CallTarget(CardVerbs.Show) { Session = sessionId })) { Title = "Fill in" };
            frame = frame with { Refresh = new CardRefresh(show, [asked.UserId]) };
        }

        return Write(Fit(frame, [.. BodyOf(message.Card)], [.. ActionRows(message.Card, place)]));
    }

    private static IEnumerable<AdaptiveElement> BodyOf(Card card)
    {
        var any = false;
        foreach (var part in AdaptiveParts.Render(card.Elements))
        {
            any = true;
            yield return part;
        }

        if (!any)
        {
            foreach (var line in AdaptiveParts.Lines(string.IsNullOrWhiteSpace(card.Summary) ? "–" : card.Summary, AdaptiveParts.Plain))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<AdaptiveElement> ActionRows(Card card, CardPlace place) =>
        AdaptiveActions.Rows(card.Buttons, place).Select((row, at) => new AdaptiveElement.ActionSet(row) { Spacing = at == 0 ? null : "Small" });

    /// <summary>A single row of buttons is the card's own.</summary>
    private static AdaptiveCard WithActions(AdaptiveCard frame, List<AdaptiveElement> parts) =>
        parts.Count > 1 && parts[^1] is AdaptiveElement.ActionSet { Spacing: null } row && parts[^2] is not AdaptiveElement.ActionSet
            ? frame with { Body = [.. parts.SkipLast(1)], Actions = row.Actions }
            : frame with { Body = parts };

    private static string FallbackText(Card card, int index, int count)
    {
        var text = CardText.Literal(CodePoints.Cut(string.IsNullOrWhiteSpace(card.Summary) ? "RevBot" : card.Summary, AdaptiveLimits.FallbackText));
        return index == 0 ? text : FormattableString.Invariant($"{text} ({index + 1} of {count})");
    }

    /// <summary>With room for a page number.</summary>
    private static int SizeOf(AdaptiveCard frame) => JsonSerializer.SerializeToUtf8Bytes(frame, AdaptiveJson.Default.AdaptiveCard).Length + 40;
}
