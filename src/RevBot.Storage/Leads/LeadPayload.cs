using System.Diagnostics;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads.History;
using RevBot.Pipeline.Leads.Routing;

namespace RevBot.Storage.Leads;

/// <summary>What an event of a lead says beyond its lead, stamp and kind, which are columns.</summary>
internal sealed record LeadPayload
{
    public string? From { get; init; }

    public string? To { get; init; }

    public string? Field { get; init; }

    public string? Rule { get; init; }

    public RouteChoice? By { get; init; }

    public int? Turn { get; init; }

    public string? After { get; init; }

    public int? Load { get; init; }

    public string? Reason { get; init; }

    public string? Note { get; init; }

    public bool? ToMarketing { get; init; }

    public string? Fit { get; init; }

    public string? Action { get; init; }

    public Money? Budget { get; init; }

    public string? Authority { get; init; }

    public string? Need { get; init; }

    public DateOnly? Timeline { get; init; }

    public string? Deal { get; init; }

    public string? Undoes { get; init; }

    public static (string Kind, LeadPayload Payload) Of(LeadEvent happened) => happened switch
    {
        LeadEvent.Answered => ("answered", new LeadPayload()),
        LeadEvent.MarketingQualified mql => ("marketing_qualified", new LeadPayload { Fit = mql.Fit, Action = mql.Action }),
        LeadEvent.Routed routed => ("routed", new LeadPayload
        {
            From = routed.From?.Value,
            To = routed.To.Value,
            Rule = routed.Rule,
            By = routed.By,
            Turn = routed.Turn,
            After = routed.After?.Value,
            Load = routed.Load,
        }),
        LeadEvent.Parked parked => ("parked", new LeadPayload { Reason = parked.Why }),
        LeadEvent.OwnerChanged owner => ("owner_changed", new LeadPayload { From = owner.From?.Value, To = owner.To?.Value }),
        LeadEvent.Accepted => ("accepted", new LeadPayload()),
        LeadEvent.Returned returned => ("returned", new LeadPayload { From = returned.From?.Value, Reason = returned.Reason, Note = returned.Note, ToMarketing = returned.ToMarketing }),
        LeadEvent.Disqualified end => ("disqualified", new LeadPayload { Reason = end.Reason, Note = end.Note }),
        LeadEvent.SalesQualified sql => ("sales_qualified", new LeadPayload { Budget = sql.Budget, Authority = sql.Authority, Need = sql.Need, Timeline = sql.Timeline }),
        LeadEvent.Converted converted => ("converted", new LeadPayload { Deal = converted.Deal.Value }),
        LeadEvent.FieldSet field => ("field_set", new LeadPayload { Field = field.Field, From = field.From, To = field.To }),
        LeadEvent.PutBack back => ("put_back", new LeadPayload { Undoes = back.Undoes }),
        _ => throw new UnreachableException($"No column form for {happened.GetType().Name}."),
    };

    public LeadEvent ToEvent(string kind, string lead, EventStamp stamp) => kind switch
    {
        "answered" => new LeadEvent.Answered { Lead = lead, Stamp = stamp },
        "marketing_qualified" => new LeadEvent.MarketingQualified(Fit, Action) { Lead = lead, Stamp = stamp },
        "routed" => new LeadEvent.Routed(Person(From), new PersonId(Needed(To)), Needed(Rule), By ?? RouteChoice.RoundRobin, Turn ?? 0, Person(After), Load ?? 0) { Lead = lead, Stamp = stamp },
        "parked" => new LeadEvent.Parked(Needed(Reason)) { Lead = lead, Stamp = stamp },
        "owner_changed" => new LeadEvent.OwnerChanged(Person(From), Person(To)) { Lead = lead, Stamp = stamp },
        "accepted" => new LeadEvent.Accepted { Lead = lead, Stamp = stamp },
        "returned" => new LeadEvent.Returned(Person(From), Needed(Reason), Note, ToMarketing ?? false) { Lead = lead, Stamp = stamp },
        "disqualified" => new LeadEvent.Disqualified(Needed(Reason), Note) { Lead = lead, Stamp = stamp },
        "sales_qualified" => new LeadEvent.SalesQualified(Budget, Authority, Need, Timeline) { Lead = lead, Stamp = stamp },
        "converted" => new LeadEvent.Converted(new DealId(Needed(Deal))) { Lead = lead, Stamp = stamp },
        "field_set" => new LeadEvent.FieldSet(Needed(Field), From, To) { Lead = lead, Stamp = stamp },
        "put_back" => new LeadEvent.PutBack(Needed(Undoes)) { Lead = lead, Stamp = stamp },
        _ => throw new InvalidDataException($"Lead {lead} has an event of the unknown kind '{kind}': the store was written by a newer RevBot."),
    };

    private static string Needed(string? value) => value ?? throw new InvalidDataException("An event of a lead in the store lacks a part that its kind must have.");

    private static PersonId? Person(string? value) => value is null ? null : new PersonId(value);
}
