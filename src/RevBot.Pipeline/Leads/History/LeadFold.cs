using System.Globalization;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;

namespace RevBot.Pipeline.Leads.History;

/// <summary>A lead as it stands is what the imports say of it with what happened here on top: the one place where an event changes a lead.</summary>
public static class LeadFold
{
    /// <exception cref="ArgumentException">The event is another lead's.</exception>
    public static Lead Apply(Lead lead, LeadEvent happened)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(happened);
        if (happened.Lead != lead.Id)
        {
            throw new ArgumentException($"An event of lead {happened.Lead} cannot happen to lead {lead.Id}.", nameof(happened));
        }

        var at = happened.Stamp.At;
        var changed = happened switch
        {
            LeadEvent.Answered => lead with { FirstResponseAt = lead.FirstResponseAt ?? at, Status = lead.Stage == LifecycleStage.New ? NameOf(LifecycleStage.Working) : lead.Status },
            LeadEvent.MarketingQualified mql => Known(
                (lead with { Status = NameOf(LifecycleStage.Mql), MqlAt = at, SalAt = null, SqlAt = null, ClosedAt = null }) is var fresh
                    ? fresh with { Life = fresh.Life with { ReturnedBy = [], Reason = null, Note = null, ParkedFor = null } } : fresh,
                (LeadFields.Fit, mql.Fit),
                (LeadFields.Action, mql.Action)),
            LeadEvent.Routed routed => Owned(lead, routed.To, at) is var owned ? owned with { Life = owned.Life with { Routings = owned.Life.Routings.Add(routed) } } : owned,
            LeadEvent.Parked parked => lead with { Life = lead.Life with { ParkedFor = parked.Why } },
            LeadEvent.OwnerChanged owner => Owned(lead, owner.To, at),
            LeadEvent.Accepted => lead with { Status = NameOf(LifecycleStage.Sal), SalAt = at, MqlAt = lead.MqlAt },
            LeadEvent.Returned returned => Returned(lead, returned, at),
            LeadEvent.Disqualified end => lead with { Status = NameOf(LifecycleStage.Disqualified), ClosedAt = at, Life = lead.Life with { Reason = end.Reason, Note = end.Note } },
            LeadEvent.SalesQualified sql => Known(
                lead with { Status = NameOf(LifecycleStage.Sql), SqlAt = at, SalAt = lead.SalAt ?? at },
                (LeadFields.Budget, sql.Budget is { } budget ? DealValues.Canonical(budget) : null),
                (LeadFields.Authority, sql.Authority),
                (LeadFields.Need, sql.Need),
                (LeadFields.Timeline, sql.Timeline is { } day ? DealValues.Canonical(day) : null)),
            LeadEvent.Converted converted => lead with { Status = NameOf(LifecycleStage.Converted), ConvertedAt = at, Deal = converted.Deal },
            LeadEvent.FieldSet field => SetField(lead, field.Field, field.To),
            LeadEvent.PutBack back => Before(lead, back.Undoes) ?? lead,
            _ => throw new ArgumentException($"Nothing is known of {happened.GetType().Name}.", nameof(happened)),
        };
        return changed with { Life = changed.Life with { Version = lead.Life.Version + 1, Imported = lead.Life.Imported ?? lead, Past = PastOf(changed, lead, happened) } };
    }

    /// <summary>The lead as it stood before a turn that still stands; null where none of that id does.</summary>
    public static Lead? Before(Lead lead, string turn)
    {
        ArgumentNullException.ThrowIfNull(lead);
        var past = lead.Life.Past;
        while (past is not null && past.Turn != turn)
        {
            past = past.Before.Life.Past;
        }

        return past?.Before;
    }

    /// <summary>A field of what an import may say, as text; null where the lead has none.</summary>
    public static string? ValueOf(Lead lead, string field)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return field switch
        {
            LeadFields.Name => lead.Name,
            LeadFields.Status => lead.Status,
            LeadFields.Source => lead.Source,
            LeadFields.Owner => lead.Owner?.Value,
            LeadFields.Account => lead.Account,
            LeadFields.Segment => lead.Segment,
            LeadFields.Region => lead.Region,
            LeadFields.Deal => lead.Deal?.Value,
            LeadFields.Created => Text(lead.CreatedAt),
            LeadFields.ConvertedAt => Text(lead.ConvertedAt),
            LeadFields.FirstResponseAt => Text(lead.FirstResponseAt),
            LeadFields.MqlAt => Text(lead.MqlAt),
            LeadFields.SalAt => Text(lead.SalAt),
            LeadFields.SqlAt => Text(lead.SqlAt),
            LeadFields.ClosedAt => Text(lead.ClosedAt),
            _ => lead.Life.Facts.GetValueOrDefault(field),
        };
    }

    /// <summary>A turn is one step back, however many events it has; what is put back has the past it had then.</summary>
    private static LeadPast? PastOf(Lead changed, Lead lead, LeadEvent happened) =>
        happened is LeadEvent.PutBack || lead.Life.Past?.Turn == happened.Stamp.Turn ? changed.Life.Past : new LeadPast(happened.Stamp.Turn, lead);

    private static Lead Owned(Lead lead, PersonId? owner, DateTimeOffset at) => lead with { Owner = owner, Life = lead.Life with { OwnedSince = at, ParkedFor = null } };

    /// <summary>What goes to the next in line waits again as marketing qualified it; what goes to marketing is closed for sales.</summary>
    private static Lead Returned(Lead lead, LeadEvent.Returned returned, DateTimeOffset at)
    {
        var back = Owned(lead, null, at) with { SalAt = null, SqlAt = null };
        return back with
        {
            Status = NameOf(returned.ToMarketing ? LifecycleStage.Recycled : lead.MqlAt is null ? LifecycleStage.Working : LifecycleStage.Mql),
            ClosedAt = returned.ToMarketing ? at : null,
            Life = back.Life with
            {
                Reason = returned.Reason,
                Note = returned.Note,
                ReturnedBy = returned.From is { } from && !back.Life.ReturnedBy.Contains(from) ? back.Life.ReturnedBy.Add(from) : back.Life.ReturnedBy,
            },
        };
    }

    private static Lead Known(Lead lead, params ReadOnlySpan<(string Field, string? Value)> facts)
    {
        var known = lead.Life.Facts;
        foreach (var (field, value) in facts)
        {
            known = value is null ? known : known.SetItem(field, value);
        }

        return lead with { Life = lead.Life with { Facts = known } };
    }

    private static Lead SetField(Lead lead, string field, string? value) => field switch
    {
        LeadFields.Name => lead with { Name = value ?? lead.Name },
        LeadFields.Status => lead with { Status = value },
        LeadFields.Source => lead with { Source = value },
        LeadFields.Owner => lead with { Owner = value is null ? null : new PersonId(value), Life = lead.Life with { OwnedSince = null, ParkedFor = null } },
        LeadFields.Account => lead with { Account = value },
        LeadFields.Segment => lead with { Segment = value },
        LeadFields.Region => lead with { Region = value },
        LeadFields.Deal => lead with { Deal = value is null ? null : new DealId(value) },
        LeadFields.Created => lead with { CreatedAt = Moment(value) ?? lead.CreatedAt },
        LeadFields.ConvertedAt => lead with { ConvertedAt = Moment(value) },
        LeadFields.FirstResponseAt => lead with { FirstResponseAt = Moment(value) },
        LeadFields.MqlAt => lead with { MqlAt = Moment(value) },
        LeadFields.SalAt => lead with { SalAt = Moment(value) },
        LeadFields.SqlAt => lead with { SqlAt = Moment(value) },
        LeadFields.ClosedAt => lead with { ClosedAt = Moment(value) },
        _ => lead with { Life = lead.Life with { Facts = value is null ? lead.Life.Facts.Remove(field) : lead.Life.Facts.SetItem(field, value) } },
    };

    private static string NameOf(LifecycleStage stage) => Lifecycle.NameOf(stage);

    private static string? Text(DateTimeOffset? at) => at?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Moment(string? text) => text is null ? null : DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
