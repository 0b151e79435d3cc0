using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Intents.Access;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Changes;

/// <summary>Tells both owners in person when a deal goes from one to the other, but for the one who did it. Whoever cannot be reached sees it with their deals.</summary>
public sealed class OwnerNews(ChannelDirectory channels)
{
    /// <param name="before">The deal as it was.</param>
    public async Task<IReadOnlyList<RoomPost>> OfAsync(Deal before, IReadOnlyList<DealEvent> events, WriteContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(context);
        if (events.OfType<DealEvent.OwnerChanged>().LastOrDefault() is not { } change)
        {
            return [];
        }

        var after = events.Aggregate(before, (state, happened) => DealFold.Apply(state, happened, context.Company.Process.PositionOf));
        var note = events.OfType<DealEvent.NoteAdded>().LastOrDefault()?.Text;
        var posts = new List<RoomPost>();
        foreach (var id in new[] { change.From, change.To }.OfType<PersonId>().Where(id => id != context.Person?.Id))
        {
            if (context.Snapshot.People.GetValueOrDefault(id) is { Active: true, Email: { Length: > 0 } email } person
                && DealRights.MaySee(person, id == change.To ? after : before, context.Snapshot, context.Company)
                && (await channels.FindPersonAsync(email, cancellationToken)).Found is { } found)
            {
                posts.Add(new RoomPost(found.Chat, CardOf(after, id == change.To, change, note, context)));
            }
        }

        return posts;
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
