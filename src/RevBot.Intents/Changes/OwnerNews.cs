using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Access;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.Changes;

/// <summary>Tells both owners in person when a deal goes from one to the other, but for the one who did it. Whoever cannot be reached sees it with their deals.</summary>
public sealed class OwnerNews(ChannelDirectory channels)
{
    /// <summary>Of many deals that went at once.</summary>
    private const int MostNamed = 5;

    /// <param name="before">The deal as it was.</param>
    public async Task<IReadOnlyList<RoomPost>> OfAsync(Deal before, IReadOnlyList<DealEvent> events, WriteContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(context);
        if (events.OfType<DealEvent.OwnerChanged>().LastOrDefault() is not { } change)
        {
            return [];
        }

        var after = After(before, events, context);
        var note = events.OfType<DealEvent.NoteAdded>().LastOrDefault()?.Text;
        var posts = new List<RoomPost>();
        foreach (var id in Told([change], context))
        {
            if (await ChatAsync(id, id == change.To ? after : before, context, cancellationToken) is { } chat)
            {
                posts.Add(new RoomPost(chat, CardOf(after, id == change.To, change, note, context)));
            }
        }

        return posts;
    }

    /// <summary>The same of deals that were changed at once: one message to each person, or two for who got some and gave some away.</summary>
    /// <param name="changes">The deals as they were, with what happened to them.</param>
    public async Task<IReadOnlyList<RoomPost>> OfManyAsync(IReadOnlyList<(Deal Deal, MoveDecision.Accepted Accepted)> changes, WriteContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(context);
        var moved = changes.Select(one => (one.Deal, After: After(one.Deal, one.Accepted.Events, context), Change: one.Accepted.Events.OfType<DealEvent.OwnerChanged>().LastOrDefault(), one.Accepted.Events))
            .Where(one => one.Change is not null).ToList();
        if (moved is [var only])
        {
            return await OfAsync(only.Deal, only.Events, context, cancellationToken);
        }

        var posts = new List<RoomPost>();
        foreach (var id in Told(moved.Select(one => one.Change!), context))
        {
            var got = moved.Where(one => one.Change!.To == id).Select(one => one.After).ToList();
            var lost = moved.Where(one => one.Change!.From == id).Select(one => (one.After, one.Deal)).ToList();
            if (got.Count > 0 && await ChatAsync(id, got[0], context, cancellationToken) is { } chat)
            {
                posts.Add(new RoomPost(chat, CardOf($"{CountText.Of(got.Count, "deal")} {(got.Count == 1 ? "is" : "are")} yours now", got, context)));
            }

            if (lost.Count > 0 && await ChatAsync(id, lost[0].Deal, context, cancellationToken) is { } known)
            {
                posts.Add(new RoomPost(known, CardOf($"{CountText.Of(lost.Count, "deal")} of yours went to {CountText.List([.. lost.Select(one => context.NameOf(one.After.Owner)).Distinct()])}", [.. lost.Select(one => one.Deal)], context)));
            }
        }

        return posts;
    }

    private static Deal After(Deal before, IReadOnlyList<DealEvent> events, WriteContext context) => events.Aggregate(before, (state, happened) => DealFold.Apply(state, happened, context.Company.Process.PositionOf));

    private static IEnumerable<PersonId> Told(IEnumerable<DealEvent.OwnerChanged> changes, WriteContext context) =>
        changes.SelectMany(change => new[] { change.From, change.To }).OfType<PersonId>().Where(id => id != context.Person?.Id).Distinct();

    /// <summary>Where somebody can be told of a deal; null where they cannot be reached, or may not see it.</summary>
    private async Task<ConversationReference?> ChatAsync(PersonId id, Deal deal, WriteContext context, CancellationToken cancellationToken) =>
        context.Snapshot.People.GetValueOrDefault(id) is { Active: true, Email: { Length: > 0 } email } person && DealRights.MaySee(person, deal, context.Snapshot, context.Company)
            ? (await channels.FindPersonAsync(email, cancellationToken)).Found?.Chat
            : null;

    private static Card CardOf(string headline, List<Deal> deals, WriteContext context)
    {
        var by = context.NameOf(context.Person?.Id);
        var rest = deals.Count - MostNamed;
        var lines = deals.Take(MostNamed).Select(deal => $"• {DealQuestions.Label(deal, context)}").Concat(rest > 0 ? [$"and {CountText.Number(rest)} more"] : []);
        return new Card($"{headline} · by {by}", [new CardElement.Paragraph(headline, TextTone.Strong), new CardElement.Paragraph(string.Join('\n', lines)), new CardElement.Note($"Handed over by {by}")]);
    }

    private static Card CardOf(Deal deal, bool isNew, DealEvent.OwnerChanged change, string? note, WriteContext context)
    {
        var by = context.NameOf(context.Person?.Id);
        var headline = isNew ? $"{deal.Name} is yours now" : $"{deal.Name} went to {context.NameOf(change.To)}";
        List<CardElement> elements = [new CardElement.Paragraph(headline, TextTone.Strong)];
        if (isNew)
        {
            elements.Add(new CardElement.Paragraph(DealQuestions.Label(deal, context)));
            if (deal.NextStep is { } step)
            {
                elements.Add(new CardElement.Paragraph($"Next step: {step}{(deal.NextStepDate is { } day ? $", {PeriodText.Day(day)}" : "")}"));
            }
        }

        if (note is not null)
        {
            elements.Add(new CardElement.Paragraph(note));
        }

        elements.Add(new CardElement.Note($"Handed over by {by}{(isNew && change.From is { } from ? $", from {context.NameOf(from)}" : "")}"));
        return new Card($"{headline} · by {by}", elements, isNew ? [new CardButton("Open", DealDesk.OpenDealAction, deal.Id.Value)] : []);
    }
}
