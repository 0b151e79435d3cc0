using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Alerts;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;

namespace RevBot.Intents.HandleLeads;

/// <summary>Tells people of leads that came to them: in person, out of their quiet hours, else where their team reads; and who looks after leads of those that nobody could be given.</summary>
public sealed class LeadOffers(AlertRooms rooms, AlertReaders readers, ITurnTransaction transaction, ICompany company)
{
    private const string Sender = "lead-offers";

    /// <summary>The card for the lead's new owner. Nothing where it has none.</summary>
    /// <param name="how">How it came to them: "put back by Dana Reyes"; null for as the lead tells.</param>
    public async Task OfferAsync(Lead lead, PipelineSnapshot snapshot, DateTimeOffset now, CancellationToken cancellationToken, string? how = null)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(snapshot);
        if (lead.Owner is not { } id || snapshot.People.GetValueOrDefault(id) is not { } owner)
        {
            return;
        }

        var routing = lead.Life.Routings is [.., var routed] && routed.To == id ? $" ({LeadText.Route(routed, snapshot)})" : "";
        var back = lead.Life.ReturnedBy is [.., var before] ? $" {LeadText.NameOf(before, snapshot)} returned it: {lead.Life.Reason}{(lead.Life.Note is { } note ? $", {note}" : "")}." : "";
        var card = LeadCard.Of(lead, how is null ? $"A lead for {owner.Name}{routing}.{back}" : $"A lead for {owner.Name}: {how}.", snapshot, company.Profile, now);
        var found = await readers.OfAsync(owner, cancellationToken) ?? (owner.Team is { } team ? await rooms.OfTeamAsync(team, cancellationToken) : null);
        Send(found, card, LeadCard.KeyOf(lead), now);
    }

    /// <summary>The card for whoever looks after leads that nobody has: the company's room for it, else operations.</summary>
    public async Task TellNobodyAsync(Lead lead, PipelineSnapshot snapshot, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(snapshot);
        var returned = lead.Life.ReturnedBy is [_, ..] by ? $" Returned by {Wording.CountText.List(by.Select(person => LeadText.NameOf(person, snapshot)))}, last for: {lead.Life.Reason}." : "";
        var card = LeadCard.Of(lead, $"Nobody has this lead: {lead.Life.ParkedFor}.{returned} Say “assign lead #{lead.Id} to …”.", snapshot, company.Profile, now);
        if (company.Profile.Leads.FallbackRoom is { } room)
        {
            Send(await rooms.OfRoomAsync(room, cancellationToken), card, LeadCard.ParkedKeyOf(lead), now);
            return;
        }

        foreach (var reader in await readers.OfAsync(snapshot.People.Values.Where(person => person is { Active: true, Role: PersonRole.Operations }), cancellationToken))
        {
            Send(reader, card, LeadCard.ParkedKeyOf(lead), now);
        }
    }

    /// <summary>The card with what a room may see of it where not everybody there may see leads.</summary>
    public static Card ForRooms(Card card) => AlertRedaction.OfLines(card, "A lead waits for an owner.", "my leads");

    private void Send(TeamRooms? to, Card card, string key, DateTimeOffset now)
    {
        var (settings, work) = (company.Profile.Alerts, company.Profile.Work);
        var run = new AlertRun(Sender, now, transaction);
        foreach (var place in to?.Rooms ?? [])
        {
            run.Post(place, place.IsDirect ? card : ForRooms(card), key, notBefore: settings.NextTelling(now, to?.Zone ?? work.TimeZone, work));
        }
    }
}
