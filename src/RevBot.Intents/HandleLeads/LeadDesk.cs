using System.Text.Json.Nodes;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Access;
using RevBot.Intents.Alerts;
using RevBot.Intents.Changes;
using RevBot.Intents.TeamAlerts;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.History;
using RevBot.Pipeline.Leads.Rules;
using RevBot.Pipeline.Rights;

namespace RevBot.Intents.HandleLeads;

/// <summary>Where every change of a lead passes: gathers what it is decided on, checks who may, writes it, and says what was done to whoever has its card. Scoped to the turn or the run.</summary>
public sealed class LeadDesk(TurnScene scene, ILeadWriter writer, LeadOffers offers, IAlertStore alerts, IAlertWriter marks, ICompany company)
{
    public async ValueTask<WriteContext> OpenAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var (snapshot, person) = await scene.SeeAsync(turn, cancellationToken);
        return new WriteContext(turn, snapshot, company.Profile, person);
    }

    /// <summary>The rules as of this turn. They look at all leads, also those the person does not see: who is next in line depends on them.</summary>
    public static LeadRules RulesOf(WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new LeadRules(context.Snapshot.Whole, context.Company, context.Stamp);
    }

    public static Lead? Find(string id, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Snapshot.Leads.FirstOrDefault(lead => lead.Id == id);
    }

    /// <summary>Why this lead may not be changed in this turn, or null.</summary>
    public static Denial? Refusal(Lead lead, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(context);
        return DealDesk.PastRefusal(context) is { } past ? past
            : Denial.OfRights(LeadRights.Refusal(context.Person, lead, context.Snapshot, context.Company)
                ?? (context.Person is { } person ? DealRights.FieldRefusal(person, [DealFields.Stage], context.Company, field => field) : null));
    }

    /// <summary>Writes what the rules have accepted and shows the lead as it is then, with what to do next.</summary>
    /// <param name="headline">"Accepted by Dana Reyes, in time".</param>
    public async Task<Reply> WriteAsync(string intent, string headline, Lead lead, LeadDecision.Accepted accepted, WriteContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(accepted);
        ArgumentNullException.ThrowIfNull(context);
        if (Refusal(lead, context) is { } refusal)
        {
            return new Reply.Whisper(Card.Text(refusal.Reason)) { Data = ChangeData.Refused(intent, refusal) };
        }

        Append(lead, accepted);
        var after = accepted.Events.Aggregate(lead, LeadFold.Apply);
        var written = LastWrite.OfLead(lead.Id, context.Turn.Turn.Id);
        if (accepted.Events.OfType<LeadEvent.Routed>().Any() || (accepted.Events is [LeadEvent.OwnerChanged] && after.Owner != context.Person?.Id))
        {
            await offers.OfferAsync(after, context.Snapshot.Whole, context.Turn.Now, cancellationToken);
        }
        else if (accepted.Events.OfType<LeadEvent.Parked>().Any())
        {
            await offers.TellNobodyAsync(after, context.Snapshot.Whole, context.Turn.Now, cancellationToken);
        }

        var card = WithUndo(LeadCard.Of(after, headline, context.Snapshot, context.Company, context.Turn.Now), written);
        return new Reply.Replace(card)
        {
            UpdateLive = [.. LiveCards(lead, card), .. await AlertAsync(after, context, cancellationToken)],
            Remember = new Dictionary<string, string?> { [LastWrite.Key] = written },
            Data = Done(intent, headline, accepted.Events),
            Audit = new AuditNote(AuditKind.Write, intent, $"lead {lead.Id}: {string.Join(", ", accepted.Events.Select(happened => happened.GetType().Name))}", 1),
        };
    }

    /// <summary>Writes that a turn was taken back and shows the lead as it is again, with what to do next; whoever gets it back by that is told.</summary>
    /// <param name="changes">What it comes to.</param>
    public async Task<Reply> UndoneAsync(string intent, Lead lead, LeadDecision.Accepted accepted, IReadOnlyList<FieldChange> changes, WriteContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(accepted);
        ArgumentNullException.ThrowIfNull(context);
        if (UndoRefusal(lead, context) is { } refusal)
        {
            return new Reply.Whisper(Card.Text(refusal.Reason)) { Data = ChangeData.Refused(intent, refusal) };
        }

        Append(lead, accepted);
        var after = accepted.Events.Aggregate(lead, LeadFold.Apply);
        var by = $"put back by {context.NameOf(context.Person?.Id)}";
        var moves = after.Owner != lead.Owner;
        if (moves && after.Owner != context.Person?.Id)
        {
            await offers.OfferAsync(after, context.Snapshot.Whole, context.Turn.Now, cancellationToken, by);
        }

        var headline = $"As it was before: {by}";
        var card = LeadCard.Of(after, headline, context.Snapshot, context.Company, context.Turn.Now);
        var data = Done(intent, headline, accepted.Events);
        data["changes"] = LeadLines.Data(changes);

        // Whoever loses it by that was offered it, if not by a routing then by the person who gave it to them.
        var offered = moves && lead.Owner is { } loser && loser != context.Person?.Id ? [new LiveCardUpdate(LeadCard.KeyOf(lead), card)] : Array.Empty<LiveCardUpdate>();
        return new Reply.Replace(card)
        {
            UpdateLive =
            [
                .. offered.Concat(LiveCards(lead, card)).Concat(LiveCards(after, card)).DistinctBy(update => update.CardKey),
                .. await AlertAsync(after, context, cancellationToken),
                .. await WaitsAgainAsync(after, context, cancellationToken),
            ],
            Remember = new Dictionary<string, string?> { [LastWrite.Key] = null },
            Data = data,
            Audit = new AuditNote(AuditKind.Write, intent, $"lead {lead.Id}: {LeadLines.Audit(changes)}", 1),
        };
    }

    /// <summary>Writes that a deal was made of a lead, beside the deal itself, and shows the lead so wherever its card is.</summary>
    /// <param name="made">What is said of the new deal.</param>
    public Reply Converted(Lead lead, DealId deal, Reply.Replace made, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(made);
        ArgumentNullException.ThrowIfNull(context);
        if (RulesOf(context).Convert(lead, deal) is not LeadDecision.Accepted accepted)
        {
            throw new InvalidOperationException($"Lead {lead.Id} cannot become a deal, which was asked before.");
        }

        Append(lead, accepted);
        var headline = $"Lead {lead.Name} became this deal";
        var after = LeadCard.Of(accepted.Events.Aggregate(lead, LeadFold.Apply), $"A deal was made of it by {context.NameOf(context.Person?.Id)}", context.Snapshot, context.Company, context.Turn.Now);
        return made with
        {
            Card = made.Card with { Elements = [.. made.Card.Elements, new CardElement.Note($"{headline}.")] },
            UpdateLive = [.. made.UpdateLive, .. lead.Life.Routings.IsEmpty ? Array.Empty<LiveCardUpdate>() : [new LiveCardUpdate(LeadCard.KeyOf(lead), after)]],
        };
    }

    /// <summary>Writes that a lead is put back, beside the deal it had become, which goes, and shows the lead so wherever its card is.</summary>
    /// <param name="removed">What is said of the deal.</param>
    public Reply Unconverted(Lead lead, LeadDecision.Accepted accepted, Reply.Replace removed, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        ArgumentNullException.ThrowIfNull(removed);
        ArgumentNullException.ThrowIfNull(context);
        Append(lead, accepted);
        var after = accepted.Events.Aggregate(lead, LeadFold.Apply);
        var card = LeadCard.Of(after, $"As it was before: put back by {context.NameOf(context.Person?.Id)}", context.Snapshot, context.Company, context.Turn.Now);
        return removed with
        {
            Card = removed.Card with { Elements = [.. removed.Card.Elements, new CardElement.Note($"Lead {after.Name} is {Lifecycle.NameOf(after.Stage)} again.")] },
            UpdateLive = [.. removed.UpdateLive, .. LiveCards(after, card)],
        };
    }

    /// <summary>Writes what a run has decided.</summary>
    public void Write(Lead lead, LeadDecision.Accepted accepted) => Append(lead, accepted);

    public static JsonObject Done(string intent, string reading, IEnumerable<LeadEvent> events) => new()
    {
        ["intent"] = intent,
        ["outcome"] = "done",
        ["reading"] = reading,
        ["events"] = new JsonArray([.. events.Select(happened => (JsonNode?)new JsonObject { ["kind"] = happened.GetType().Name, ["lead"] = happened.Lead, ["by"] = happened.Stamp.By?.Value })]),
    };

    public static JsonObject Opened(string intent, string reading, string formId, Lead lead, Form form)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(form);
        return new JsonObject
        {
            ["intent"] = intent,
            ["outcome"] = "form",
            ["reading"] = reading,
            ["form"] = new JsonObject
            {
                ["id"] = formId,
                ["lead"] = lead.Id,
                ["fields"] = new JsonArray([.. form.Fields.Select(field => (JsonNode?)new JsonObject { ["id"] = field.Id, ["label"] = field.Label, ["required"] = field.Required, ["value"] = field.Initial })]),
            },
        };
    }

    /// <summary>The card of a step that was just done, with the button that takes it back.</summary>
    /// <param name="written">What <see cref="LastWrite"/> calls the step.</param>
    public static Card WithUndo(Card card, string written)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card with { Buttons = [.. card.Buttons, new CardButton("Undo", LastWrite.UndoAction, written)] };
    }

    /// <summary>Who did something may take it back even if the lead is not theirs any more, unless they may change none any more. Whose step it was the undo rules ask.</summary>
    private static Denial? UndoRefusal(Lead lead, WriteContext context) =>
        context.Person is not { } person || context.Company.Rights.Of(person.Role).Changes == Reach.None ? Refusal(lead, context)
        : DealDesk.PastRefusal(context) is { } past ? past
        : Denial.OfRights(DealRights.FieldRefusal(person, [DealFields.Stage], context.Company, field => field));

    /// <summary>Where a lead's own cards are: with whom it was offered to, and who heard that nobody has it.</summary>
    private static IEnumerable<LiveCardUpdate> LiveCards(Lead lead, Card card) =>
    [
        .. lead.Life.Routings.IsEmpty ? Array.Empty<LiveCardUpdate>() : [new LiveCardUpdate(LeadCard.KeyOf(lead), card)],
        .. lead.Life.ParkedFor is null ? Array.Empty<LiveCardUpdate>() : [new LiveCardUpdate(LeadCard.ParkedKeyOf(lead), LeadOffers.ForRooms(card))],
    ];

    /// <summary>The one place where a lead is written to: what the rules have accepted, as of the version they saw.</summary>
    private void Append(Lead lead, LeadDecision.Accepted accepted) => writer.Append(new LeadChange(lead.Id, lead.Life.Version, accepted.Events));

    /// <summary>A lead that sales has taken on, or that is closed, waits no longer: its alert says so at once.</summary>
    private async Task<IReadOnlyList<LiveCardUpdate>> AlertAsync(Lead after, WriteContext context, CancellationToken cancellationToken)
    {
        if (after.MqlAt is not { } since || after is { AcceptedAt: null, ClosedAt: null })
        {
            return [];
        }

        var subject = SubjectOf(after, since, context);
        if (await alerts.FindMarkAsync(subject, cancellationToken) is not { CardKey: { } key, ToldAt: not null } told)
        {
            return [];
        }

        marks.Put(told.Over(context.Turn.Now));
        return [new LiveCardUpdate(key, LeadAlertCards.Over(subject, after, context.Snapshot, context.Company))];
    }

    /// <summary>A lead that is put back waits again: the alert that was told of it stands again.</summary>
    private async Task<IReadOnlyList<LiveCardUpdate>> WaitsAgainAsync(Lead after, WriteContext context, CancellationToken cancellationToken)
    {
        if (after is not { MqlAt: { } since, AcceptedAt: null, ClosedAt: null } || await alerts.FindMarkAsync(SubjectOf(after, since, context), cancellationToken) is not { ToldAt: not null, EndedAt: not null } told)
        {
            return [];
        }

        marks.Put(told with { CardKey = told.Subject.Key, EndedAt = null });
        var view = LeadAlertFace.Of(told.Subject, after, new LeadWatch(context.Snapshot, context.Company, context.Turn.Now).Of(after), context);
        return [new LiveCardUpdate(told.Subject.Key, AlertCards.Quiet(view, told, context) ?? view.Standing ?? view.Over)];
    }

    private static AlertSubject SubjectOf(Lead lead, DateTimeOffset since, WriteContext context) =>
        new(AlertKinds.Of(AlertKind.LeadHandoff).Name, lead.Id, context.Company.Work.DateAt(since).DayNumber);
}
