using RevBot.Intents.HandleLeads;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.History;

namespace RevBot.Intents.WhoOwns;

/// <summary>Who had a deal or a lead one after the other, from its history. There always is a last one: who has it now, or nobody, and why.</summary>
internal static class OwnerStays
{
    /// <param name="history">All events of the deal, oldest first.</param>
    public static IReadOnlyList<OwnerStay> Of(Deal deal, IReadOnlyList<DealEvent> history, Lead? from, Func<PersonId?, string> nameOf)
    {
        var stays = new List<OwnerStay>();
        foreach (var happened in history)
        {
            if (happened is DealEvent.Created created)
            {
                var how = from is not null ? $"made of lead {from.Name}" : created.Stamp.Door == "import" ? "imported" : created.Stamp.By is { } by ? $"created by {nameOf(by)}" : "created";
                stays.Add(new OwnerStay(created.Owner, created.HistoryKnown ? created.Stamp.At : created.StageEnteredAt ?? created.Stamp.At, how));
            }
            else if (happened is DealEvent.OwnerChanged changed)
            {
                stays.Add(new OwnerStay(changed.To, happened.Stamp.At, Change(happened.Stamp, happened.Undoes is not null, nameOf)));
            }
        }

        return stays.Count == 0 ? [new OwnerStay(deal.Owner, deal.CreatedAt, null)] : stays;
    }

    public static IReadOnlyList<OwnerStay> Of(Lead lead, IReadOnlyList<LeadEvent> history, PipelineSnapshot snapshot, Func<PersonId?, string> nameOf)
    {
        var stays = new List<OwnerStay> { new(lead.AsImported().Owner, lead.AsImported().Owner is null ? lead.CreatedAt : null, lead.AsImported().Owner is null ? "nobody has looked yet" : "as imported, which does not say since when") };
        var before = new Dictionary<string, List<OwnerStay>>(StringComparer.Ordinal);
        foreach (var happened in history)
        {
            if (happened is LeadEvent.PutBack back)
            {
                stays = PutBack(stays, before.GetValueOrDefault(back.Undoes) ?? stays, $"put back by {nameOf(back.Stamp.By)}");
                continue;
            }

            before.TryAdd(happened.Stamp.Turn, [.. stays]);
            var next = Next(happened, stays[^1], snapshot, nameOf);
            if (next is not null && happened is LeadEvent.Parked)
            {
                stays[^1] = next;
            }
            else if (next is not null)
            {
                stays.Add(next);
            }
        }

        return stays;
    }

    /// <summary>Whoever has it again has had it since they got it, as if it had never left them; that it was put back is said.</summary>
    private static List<OwnerStay> PutBack(List<OwnerStay> now, List<OwnerStay> then, string how) =>
        now[^1].Owner == then[^1].Owner && now[^1].Since == then[^1].Since ? then : [.. then.SkipLast(1), then[^1] with { How = then[^1].How is { } came ? $"{came}; {how}" : how }];

    /// <summary>Who has it after an event; null where that does not change it.</summary>
    private static OwnerStay? Next(LeadEvent happened, OwnerStay last, PipelineSnapshot snapshot, Func<PersonId?, string> nameOf) => happened switch
    {
        LeadEvent.Routed routed => new OwnerStay(routed.To, routed.Stamp.At, $"routed: {LeadText.Route(routed, snapshot)}"),
        LeadEvent.OwnerChanged changed => new OwnerStay(changed.To, changed.Stamp.At, changed.To == changed.Stamp.By ? "took it" : $"given by {nameOf(changed.Stamp.By)}"),
        LeadEvent.Returned returned => new OwnerStay(null, returned.Stamp.At, $"returned by {nameOf(returned.From)}: {returned.Reason}{(returned.Note is { } note ? $" ({note})" : "")}{(returned.ToMarketing ? "; marketing has it" : "")}"),
        LeadEvent.FieldSet { Field: LeadFields.Owner } set => new OwnerStay(set.To is { } to ? new PersonId(to) : null, set.Stamp.At, "by an import"),
        LeadEvent.Parked parked when last is { Owner: null } nobody => nobody with { How = $"{(nobody.How is { } how and not "nobody has looked yet" ? how + "; " : "")}{parked.Why}" },
        _ => null,
    };

    private static string? Change(EventStamp stamp, bool isUndo, Func<PersonId?, string> nameOf) =>
        stamp.Door == "import" ? "by an import" : stamp.By is { } by ? $"{(isUndo ? "put back" : "handed over")} by {nameOf(by)}" : null;
}
