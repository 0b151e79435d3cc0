using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads.History;
using RevBot.Pipeline.Leads.Routing;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Leads.Rules;

/// <summary>What each step of a lead's life takes: decides without doing anything. A step back has its reason.</summary>
/// <param name="snapshot">Everything there is: who gets a lead that is given back depends on all leads.</param>
public sealed class LeadRules(PipelineSnapshot snapshot, CompanyProfile company, EventStamp stamp)
{
    /// <param name="values">Canonical text by the names of <see cref="LeadFields"/>; what is missing was not said.</param>
    public LeadDecision Decide(Lead lead, LeadStep step, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(values);
        if (WhyNot(lead, step) is { } why)
        {
            return new LeadDecision.Refused(why);
        }

        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in FieldsOf(step))
        {
            if (values.GetValueOrDefault(field.Key) is { } text && !string.IsNullOrWhiteSpace(text))
            {
                var reading = FieldReading.Of(field, text, company, company.Currency);
                if (reading.Value is not { } value)
                {
                    return new LeadDecision.Refused(reading.Problem ?? "", field.Key);
                }

                read[field.Key] = value;
            }
            else if (lead.Life.Facts.GetValueOrDefault(field.Key) is { } known)
            {
                read[field.Key] = known;
            }
        }

        var missing = Needs(step, read).Where(need => !read.ContainsKey(need.Field.Key)).ToList();
        return missing.Count > 0 ? new LeadDecision.Incomplete(missing) : Made(lead, step, read);
    }

    /// <summary>Gives a lead to whom the rules say, or says why nobody gets it; null where that is said already.</summary>
    public LeadDecision.Accepted? Place(Lead lead, LeadPlacement placement)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return EventOf(lead, placement) is { } happened ? new LeadDecision.Accepted([happened]) : null;
    }

    /// <summary>A deal was made of it.</summary>
    public LeadDecision Convert(Lead lead, DealId deal)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return WhyNoDeal(lead) is { } why ? new LeadDecision.Refused(why)
            : new LeadDecision.Accepted([.. Taken(lead), new LeadEvent.Converted(deal) { Lead = lead.Id, Stamp = stamp }]);
    }

    /// <summary>Why no deal can be made of a lead; null when one can.</summary>
    public string? WhyNoDeal(Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return lead.Stage switch
        {
            LifecycleStage.Converted or LifecycleStage.Customer => $"{lead.Name} already became {(lead.Deal is { } deal ? snapshot.Find(deal)?.Name ?? $"deal #{deal}" : "a deal")}{On(lead.ConvertedAt)}.",
            LifecycleStage.Disqualified => $"{lead.Name} is disqualified{Because(lead)}. Marketing can qualify it again first.",
            LifecycleStage.Recycled => $"{lead.Name} is back with marketing{Because(lead)}. Marketing can qualify it again first.",
            _ => null,
        };
    }

    /// <summary>What a step asks for, in the order of a form; what is not needed may be left empty.</summary>
    public IReadOnlyList<DealField> FieldsOf(LeadStep step) => step switch
    {
        LeadStep.MarketingQualify => LeadFields.OfMarketing,
        LeadStep.SalesQualify => LeadFields.OfSales,
        LeadStep.Return => [ReasonOf(company.Leads.ReturnReasons), Note],
        LeadStep.Disqualify => [ReasonOf(company.Leads.DisqualifyReasons), Note],
        LeadStep.Assign => [Owner],
        _ => [],
    };

    /// <summary>What of <see cref="FieldsOf"/> cannot be left empty, given the rest.</summary>
    public IReadOnlyList<Requirement> Needs(LeadStep step, IReadOnlyDictionary<string, string> given)
    {
        ArgumentNullException.ThrowIfNull(given);
        return step switch
        {
            LeadStep.MarketingQualify => [.. LeadFields.OfMarketing.Where(field => company.Leads.MqlNeeds.Contains(field.Key)).Select(field => Need(field, $"An MQL needs {Sentence.WithArticle(field.Label)}"))],
            LeadStep.SalesQualify => [.. LeadFields.OfSales.Where(field => company.Leads.SqlNeeds.Contains(field.Key)).Select(field => Need(field, $"A qualified lead needs {Article(field)}"))],
            LeadStep.Return or LeadStep.Disqualify =>
            [
                Need(FieldsOf(step)[0], step == LeadStep.Return ? "A lead that goes back needs a reason" : "A disqualified lead needs a reason"),
                .. given.GetValueOrDefault(LeadFields.Reason) is { } said && FindReason(step, said) is { NeedsNote: true } reason ? [Need(Note, $"“{reason.Name}” needs a few words")] : Array.Empty<Requirement>(),
            ],
            LeadStep.Assign => [Need(Owner, "Say who gets the lead")],
            _ => [],
        };
    }

    private static readonly DealField Note = new(LeadFields.Note, "Note", FieldKind.LongText, [], "In a few words");

    private static readonly DealField Owner = new(LeadFields.Owner, "New owner", FieldKind.Person, []);

    private static DealField ReasonOf(IReadOnlyList<LeadReason> reasons) => new(LeadFields.Reason, "Reason", FieldKind.Choice, [.. reasons.Select(reason => reason.Name)]);

    private static Requirement Need(DealField field, string why) => new(field, why, Requirement.OptionsOf(field));

    private static string Article(DealField field) => field.Key == LeadFields.Authority ? "the people who decide" : Sentence.WithArticle(field.Label);

    private LeadReason? FindReason(LeadStep step, string name) =>
        (step == LeadStep.Return ? company.Leads.ReturnReasons : company.Leads.DisqualifyReasons).FirstOrDefault(reason => string.Equals(reason.Name, name, StringComparison.OrdinalIgnoreCase));

    private string? WhyNot(Lead lead, LeadStep step)
    {
        var stage = lead.Stage;
        if (stage is LifecycleStage.Converted or LifecycleStage.Customer)
        {
            return $"{WhyNoDeal(lead)} What happens now happens to the deal.";
        }

        if (stage is LifecycleStage.Recycled or LifecycleStage.Disqualified && step != LeadStep.MarketingQualify)
        {
            return WhyNoDeal(lead);
        }

        return (step, stage) switch
        {
            (LeadStep.Answer, _) when lead.FirstResponseAt is not null => $"{lead.Name} was answered{On(lead.FirstResponseAt)} already.",
            (LeadStep.MarketingQualify, LifecycleStage.Mql or LifecycleStage.Sal or LifecycleStage.Sql) => $"{lead.Name} is {A(stage)} already{On(lead.MqlAt)}.",
            (LeadStep.Accept, LifecycleStage.Sal or LifecycleStage.Sql) => $"{lead.Name} was accepted{On(lead.AcceptedAt)} already{By(lead.Owner)}.",
            (LeadStep.Accept or LeadStep.SalesQualify, _) when lead.Owner is null && !Takes(stamp.By) => $"{lead.Name} has no owner: say who gets it, as in assign lead {lead.Name} to Ann Lee.",
            (LeadStep.Return, _) when lead.Owner is null && stage is LifecycleStage.New or LifecycleStage.Working or LifecycleStage.Mql => $"Nobody has {lead.Name}, so there is nothing to give back.",
            (LeadStep.SalesQualify, LifecycleStage.Sql) => $"{lead.Name} is qualified already{On(lead.SqlAt)}.",
            _ => null,
        };
    }

    private LeadDecision Made(Lead lead, LeadStep step, Dictionary<string, string> read)
    {
        var (id, reason) = (lead.Id, read.GetValueOrDefault(LeadFields.Reason) is { } said ? FindReason(step, said) : null);
        switch (step)
        {
            case LeadStep.Answer:
                return Accepted(new LeadEvent.Answered { Lead = id, Stamp = stamp });
            case LeadStep.MarketingQualify:
                return Accepted(new LeadEvent.MarketingQualified(read.GetValueOrDefault(LeadFields.Fit), read.GetValueOrDefault(LeadFields.Action)) { Lead = id, Stamp = stamp });
            case LeadStep.Accept:
                return new LeadDecision.Accepted([.. Taken(lead), new LeadEvent.Accepted { Lead = id, Stamp = stamp }]);
            case LeadStep.Return when reason is not null:
                return Returned(lead, reason, read.GetValueOrDefault(LeadFields.Note));
            case LeadStep.Disqualify when reason is not null:
                return Accepted(new LeadEvent.Disqualified(reason.Name, read.GetValueOrDefault(LeadFields.Note)) { Lead = id, Stamp = stamp });
            case LeadStep.SalesQualify:
                return Qualified(lead, read);
            case LeadStep.Assign:
                return Assigned(lead, new PersonId(read[LeadFields.Owner]));
            default:
                return new LeadDecision.Refused("That cannot be done with a lead.");
        }
    }

    /// <summary>Who takes on a lead that nobody has, has it.</summary>
    private IEnumerable<LeadEvent> Taken(Lead lead) =>
        lead.Owner is null && Takes(stamp.By) ? [new LeadEvent.OwnerChanged(null, stamp.By) { Lead = lead.Id, Stamp = stamp }] : [];

    private LeadDecision.Accepted Returned(Lead lead, LeadReason reason, string? note)
    {
        var returned = new LeadEvent.Returned(lead.Owner, reason.Name, note, reason.ToMarketing) { Lead = lead.Id, Stamp = stamp };
        if (reason.ToMarketing || company.Leads.Routes.Count == 0)
        {
            return Accepted(returned);
        }

        // The next in line has it at once: it never lies with nobody because a run has yet to come.
        var free = LeadFold.Apply(lead, returned);
        return EventOf(free, new LeadRouter(snapshot, company).Place(free)) is { } next ? new LeadDecision.Accepted([returned, next]) : Accepted(returned);
    }

    private LeadDecision Qualified(Lead lead, Dictionary<string, string> read)
    {
        var timeline = read.GetValueOrDefault(LeadFields.Timeline) is { } day ? FieldReading.DayOf(day) : (DateOnly?)null;
        if (timeline is { } by && by < company.Work.DateAt(stamp.At))
        {
            return new LeadDecision.Refused($"Timeline {Sentence.Day(by)} is over. Give the day by which they want to have it.", LeadFields.Timeline);
        }

        return new LeadDecision.Accepted(
        [
            .. Taken(lead),
            new LeadEvent.SalesQualified(
                read.GetValueOrDefault(LeadFields.Budget) is { } budget ? FieldReading.MoneyOf(budget) : null,
                read.GetValueOrDefault(LeadFields.Authority),
                read.GetValueOrDefault(LeadFields.Need),
                timeline)
            { Lead = lead.Id, Stamp = stamp },
        ]);
    }

    private LeadDecision Assigned(Lead lead, PersonId to)
    {
        if (snapshot.People.GetValueOrDefault(to) is not { } person || !Takes(to))
        {
            return new LeadDecision.Refused($"{snapshot.People.GetValueOrDefault(to)?.Name ?? to.Value} takes no leads. Name a rep or a manager.", LeadFields.Owner);
        }

        return lead.Owner == to
            ? new LeadDecision.Refused($"{lead.Name} belongs to {person.Name} already.", LeadFields.Owner)
            : Accepted(new LeadEvent.OwnerChanged(lead.Owner, to) { Lead = lead.Id, Stamp = stamp });
    }

    private LeadEvent? EventOf(Lead lead, LeadPlacement placement) => placement switch
    {
        LeadPlacement.Given given => new LeadEvent.Routed(lead.Owner, given.To, given.Rule, given.By, given.Turn, given.After, given.Load) { Lead = lead.Id, Stamp = stamp },
        LeadPlacement.Nobody nobody when lead.Life.ParkedFor != nobody.Why => new LeadEvent.Parked(nobody.Why) { Lead = lead.Id, Stamp = stamp },
        _ => null,
    };

    private static LeadDecision.Accepted Accepted(LeadEvent happened) => new([happened]);

    private bool Takes(PersonId? person) => person is { } id && snapshot.People.GetValueOrDefault(id) is { Active: true, Role: PersonRole.Rep or PersonRole.Manager };

    private static string A(LifecycleStage stage) => $"an {Lifecycle.NameOf(stage)}";

    private static string Because(Lead lead) => lead.Life.Reason is { } reason ? $" ({reason})" : "";

    private string On(DateTimeOffset? at) => at is { } moment ? $" on {Sentence.Day(company.Work.DateAt(moment))}" : "";

    private string By(PersonId? person) => person is { } id ? $" by {snapshot.People.GetValueOrDefault(id)?.Name ?? id.Value}" : "";
}
