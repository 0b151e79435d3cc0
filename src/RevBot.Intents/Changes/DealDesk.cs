using System.Text.Json.Nodes;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Access;
using RevBot.Intents.Alerts;
using RevBot.Intents.StalledDeals;
using RevBot.Intents.Wording;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Rights;

namespace RevBot.Intents.Changes;

/// <summary>Where every change of a deal passes: gathers what it is decided on, checks who may, writes it, and says what was changed. Scoped to the turn.</summary>
public sealed class DealDesk(TurnScene scene, IPipelineReader reader, IPipelineWriter writer, IAlertStore alerts, IAlertWriter marks, StallFace face, ICompany company, RecordDesk records, OwnerNews news)
{
    public const string OpenDealAction = DealLookup.OpenDealAction.Id;

    public async ValueTask<WriteContext> OpenAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var (snapshot, person) = await scene.SeeAsync(turn, cancellationToken);
        return new WriteContext(turn, snapshot, company.Profile, person);
    }

    /// <summary>Why this deal may not be changed in this turn, or null.</summary>
    public static Denial? Refusal(Deal deal, WriteContext context) =>
        PastRefusal(context) is { } past ? past : Denial.OfRights(DealRights.Refusal(context.Person, deal, context.Snapshot, context.Company));

    /// <summary>Why nothing may be changed in this turn, or null: history is not written in the past.</summary>
    public static string? PastRefusal(WriteContext context) => context.Turn.Turn.AsOf is null
        ? null
        : "This was asked as of another moment, and history is never written there. Say it again without that moment to change the deal now.";

    public static Reply Refuse(string intent, Denial denial)
    {
        ArgumentNullException.ThrowIfNull(denial);
        return new Reply.Replace(Card.Text(denial.Reason)) { Data = ChangeData.Refused(intent, denial) };
    }

    /// <summary>What a button that opens a form for a deal answers. The card it stands on is everybody's; a refusal is only for the person who pressed it.</summary>
    /// <param name="deal">The deal's id.</param>
    public async Task<Reply> PressAsync(string deal, string intent, TurnContext turn, Func<Deal, WriteContext, Reply> offer, CancellationToken cancellationToken)
    {
        var scene = await OpenAsync(turn, cancellationToken);
        if (scene.Snapshot.Find(new DealId(deal)) is not { } found)
        {
            return new Reply.Whisper(Card.Text($"There is no deal #{deal} any more.")) { Data = ChangeData.Refused(intent, "unknown deal") };
        }

        return Refusal(found, scene) is { } refusal ? new Reply.Whisper(Card.Text(refusal.Reason)) { Data = ChangeData.Refused(intent, refusal) } : offer(found, scene);
    }

    /// <summary>What somebody else wrote in between, as a refusal; null when nobody did.</summary>
    /// <param name="version">The version of the deal that was on the table when a form was offered; null for what is said outright.</param>
    public async Task<Denial?> RivalAsync(Deal deal, int? version, IReadOnlyCollection<string> fields, WriteContext context, CancellationToken cancellationToken)
    {
        if (version is null ? context.Turn.Attempt == 1 : version >= deal.Version)
        {
            return null;
        }

        var history = await reader.GetHistoryAsync(deal.Id, cancellationToken);
        var first = version is { } seen ? FirstComer.Since(history, seen, fields) : FirstComer.During(history, context, fields);
        return first is null ? null : new Denial(FirstComer.Sentence(first, deal, context), RefusalClass.Conflict);
    }

    /// <summary>What brought the deal into the stage it is in; null when the history does not say who did.</summary>
    public async Task<DealEvent?> ArrivalAsync(Deal deal, CancellationToken cancellationToken)
    {
        var history = await reader.GetHistoryAsync(deal.Id, cancellationToken);
        return history.LastOrDefault(happened => happened.Stamp.By is not null && FieldChange.Of(happened).Any(change => change.Field == DealFields.Stage));
    }

    /// <summary>Writes the events and confirms them with before → after and a button that takes them back.</summary>
    /// <param name="headline">"Acme moved to Negotiation".</param>
    public async Task<Reply> WriteAsync(string intent, string headline, Deal deal, MoveDecision.Accepted accepted, WriteContext context, CancellationToken cancellationToken)
    {
        if (Append(intent, deal, accepted, context, Refusal(deal, context)) is { } refusal)
        {
            return refusal;
        }

        var events = accepted.Events;
        var card = new Card(
            $"{headline} · by {context.NameOf(context.Person?.Id)}",
            [
                new CardElement.Paragraph(headline, TextTone.Strong),
                new CardElement.FactList(ChangeLines.Of(deal, events, context)),
                new CardElement.Note($"By {context.NameOf(context.Person?.Id)} · can be undone for 24 hours"),
            ],
            [
                new CardButton("Undo", LastWrite.UndoAction, ButtonValue.Join(deal.Id.Value, context.Turn.Turn.Id)),
                new CardButton("Open", OpenDealAction, deal.Id.Value),
            ]);
        return new Reply.Replace(card)
        {
            AlsoPost = await news.OfAsync(deal, events, context, cancellationToken),
            UpdateLive = await LeftStageAsync(deal, events, headline, context, cancellationToken),
            Remember = new Dictionary<string, string?> { [LastWrite.Key] = ButtonValue.Join(deal.Id.Value, context.Turn.Turn.Id) },
            Data = ChangeData.Done(intent, headline, deal, events),
            Audit = ChangeData.Note(intent, deal, events),
        };
    }

    /// <summary>Why this person may not make a deal of this owner's in this turn, or null.</summary>
    /// <param name="owner">Null while nobody is named yet.</param>
    public static Denial? CreateRefusal(PersonId? owner, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return PastRefusal(context) is { } past ? past : Denial.OfRights(DealRights.CreateRefusal(context.Person, owner, context.Snapshot, context.Company));
    }

    /// <summary>An id that no deal has, seen by whoever asks or not. Two that are asked for at once may be one: then the second is decided again.</summary>
    public async Task<DealId> NewIdAsync(WriteContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return NewDealId.After(await reader.GetSnapshotAsync(null, cancellationToken), context.Turn);
    }

    /// <summary>Writes a deal that was not there and says what it begins with.</summary>
    /// <param name="born">The account that is made along with it, or null.</param>
    /// <param name="note">What else was written with it, or null.</param>
    public Reply Create(string intent, MoveDecision.Accepted accepted, WriteContext context, Account? born = null, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        ArgumentNullException.ThrowIfNull(context);
        var created = (DealEvent.Created)accepted.Events[0];
        var deal = accepted.Events.Aggregate((Deal?)null, (state, happened) => DealFold.Apply(state, happened, context.Company.Process.PositionOf))!;
        var begins = FieldChange.OfCreation(created).ToList();
        if (Append(intent, deal with { Version = 0 }, accepted, context, CreateRefusal(deal.Owner, context), begins.Select(change => change.Field)) is { } refusal)
        {
            return refusal;
        }

        if (born is not null)
        {
            records.Add(born, context.Stamp);
        }

        var headline = $"{deal.Name} is created in {context.NameOf(deal.Stage)}";
        var by = $"By {context.NameOf(context.Person?.Id)} · #{deal.Id}";
        var card = new Card(
            $"{headline} · by {context.NameOf(context.Person?.Id)}",
            [
                new CardElement.Paragraph(headline, TextTone.Strong),
                new CardElement.FactList(ChangeLines.OfCreation(begins, context, born)),
                new CardElement.Note($"{(note is null ? by : $"{by} · {note}")} · can be undone for 24 hours"),
            ],
            [
                new CardButton("Undo", LastWrite.UndoAction, ButtonValue.Join(deal.Id.Value, context.Turn.Turn.Id)),
                new CardButton("Open", OpenDealAction, deal.Id.Value),
            ]);
        return new Reply.Replace(card)
        {
            Remember = new Dictionary<string, string?> { [LastWrite.Key] = ButtonValue.Join(deal.Id.Value, context.Turn.Turn.Id) },
            Data = ChangeData.Done(intent, headline, deal, accepted.Events),
            Audit = ChangeData.Note(intent, deal, accepted.Events),
        };
    }

    /// <summary>Writes the changes of many deals in one turn, all or none, and confirms them with a button that takes back all of them.</summary>
    /// <param name="headline">"9 deals changed: owner to Maria Silva".</param>
    /// <param name="lines">What the card says of them.</param>
    /// <param name="data">For <c>--json</c>.</param>
    public Task<Reply> WriteAllAsync(
        string intent, string headline, IReadOnlyList<(Deal Deal, MoveDecision.Accepted Accepted)> changes, IReadOnlyList<CardElement> lines, JsonObject data, WriteContext context, CancellationToken cancellationToken) =>
        WriteAllAsync(isUndo: false, intent, headline, changes, lines, data, context, cancellationToken);

    /// <summary>Writes the opposite events of an undo of many deals, all or none, and says what was put back.</summary>
    /// <param name="headline">"11 deals put back as they were".</param>
    /// <param name="lines">What the card says of them.</param>
    /// <param name="data">For <c>--json</c>.</param>
    public Task<Reply> UndoneAllAsync(
        string intent, string headline, IReadOnlyList<(Deal Deal, MoveDecision.Accepted Accepted)> changes, IReadOnlyList<CardElement> lines, JsonObject data, WriteContext context, CancellationToken cancellationToken) =>
        WriteAllAsync(isUndo: true, intent, headline, changes, lines, data, context, cancellationToken);

    private async Task<Reply> WriteAllAsync(
        bool isUndo, string intent, string headline, IReadOnlyList<(Deal Deal, MoveDecision.Accepted Accepted)> changes, IReadOnlyList<CardElement> lines, JsonObject data, WriteContext context, CancellationToken cancellationToken)
    {
        if (Append(intent, [.. changes.Select(change => (change.Deal, change.Accepted, isUndo ? UndoRefusal(change.Deal, context) : Refusal(change.Deal, context)))], context) is { } refusal)
        {
            return refusal;
        }

        var live = new List<LiveCardUpdate>();
        foreach (var (deal, accepted) in changes)
        {
            live.AddRange(isUndo ? await PutBackAsync(deal, accepted.Events, headline, context, cancellationToken) : await LeftStageAsync(deal, accepted.Events, headline, context, cancellationToken));
        }

        var (by, back) = (context.NameOf(context.Person?.Id), isUndo ? null : LastWrite.OfMany(context.Turn.Turn.Id));
        var card = new Card(
            $"{headline} · by {by}",
            [new CardElement.Paragraph(headline, TextTone.Strong), .. lines, new CardElement.Note(isUndo ? $"Undone by {by}" : $"By {by} · can be undone for 24 hours")],
            back is null ? [] : [new CardButton("Undo", LastWrite.UndoAction, back)]);
        return new Reply.Replace(card)
        {
            AlsoPost = await news.OfManyAsync(changes, context, cancellationToken),
            UpdateLive = live,
            Remember = new Dictionary<string, string?> { [LastWrite.Key] = back },
            Data = data,
            Audit = ChangeData.Note(intent, changes),
        };
    }

    /// <summary>Writes the opposite events of an undo and says what was put back.</summary>
    public async Task<Reply> UndoneAsync(string intent, Deal deal, MoveDecision.Accepted accepted, WriteContext context, CancellationToken cancellationToken)
    {
        if (Append(intent, deal, accepted, context, UndoRefusal(deal, context)) is { } refusal)
        {
            return refusal;
        }

        var events = accepted.Events;
        var isRemoved = events is [DealEvent.Removed];
        var headline = isRemoved ? $"{deal.Name} is taken back" : $"{deal.Name}: put back as it was";
        var card = new Card(
            $"{headline} · by {context.NameOf(context.Person?.Id)}",
            [
                new CardElement.Paragraph(headline, TextTone.Strong),
                new CardElement.FactList(ChangeLines.Of(deal, events, context)),
                new CardElement.Note($"Undone by {context.NameOf(context.Person?.Id)}{(isRemoved ? " · it counts nowhere, as if it had never been made" : "")}"),
            ],
            isRemoved ? [] : [new CardButton("Open", OpenDealAction, deal.Id.Value)]);
        return new Reply.Replace(card)
        {
            AlsoPost = await news.OfAsync(deal, events, context, cancellationToken),
            UpdateLive = await PutBackAsync(deal, events, headline, context, cancellationToken),
            Remember = new Dictionary<string, string?> { [LastWrite.Key] = null },
            Data = ChangeData.Done(intent, headline, deal, events),
            Audit = ChangeData.Note(intent, deal, events),
        };
    }

    /// <summary>Writes what was asked, answered or taken back about an approval. Who answers need not be somebody who may change the deal: that they are among those asked, the rules have seen. Null when it is written.</summary>
    public Reply.Whisper? Record(string intent, Deal deal, MoveDecision.Accepted accepted, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        var isAnswer = accepted.Events.All(happened => happened is DealEvent.ApprovalAnswered);
        return Append(intent, deal, accepted, context, isAnswer ? PastRefusal(context) : Refusal(deal, context));
    }

    /// <summary>Who made a change may take it back even if the deal is not theirs any more, unless they may change no deals any more. Whose change it was the undo rules ask.</summary>
    private static Denial? UndoRefusal(Deal deal, WriteContext context) =>
        context.Person is { } person && context.Company.Rights.Of(person.Role).Changes != Reach.None ? PastRefusal(context) : Refusal(deal, context);

    /// <param name="refusal">Why this person may not change this deal; null when they may.</param>
    /// <param name="begins">The fields that a new deal begins with.</param>
    private Reply.Whisper? Append(string intent, Deal deal, MoveDecision.Accepted accepted, WriteContext context, Denial? refusal, IEnumerable<string>? begins = null) =>
        Append(intent, [(deal, accepted, refusal ?? FieldRefusal(accepted, context, begins))], context);

    /// <summary>The one place where deals are written to: what the rules have accepted, as of the version they saw, of all of them or of none. Whoever came here by whichever way, the right to each and to these fields of it is asked for once more. Null when it is written.</summary>
    /// <param name="changes">With why this person may not change this deal; null when they may.</param>
    private Reply.Whisper? Append(string intent, IReadOnlyList<(Deal Deal, MoveDecision.Accepted Accepted, Denial? Refusal)> changes, WriteContext context)
    {
        if (changes.Select(change => change.Refusal ?? FieldRefusal(change.Accepted, context)).OfType<Denial>().FirstOrDefault() is { } refusal)
        {
            return new Reply.Whisper(Card.Text(refusal.Reason)) { Data = ChangeData.Refused(intent, refusal) };
        }

        foreach (var (deal, accepted, _) in changes)
        {
            writer.Append(new DealChange(deal.Id, deal.Version, accepted.Events));
        }

        return null;
    }

    /// <summary>Why this person may not change these fields; null when they may.</summary>
    /// <param name="begins">The fields that a new deal begins with.</param>
    public static Denial? FieldRefusal(MoveDecision.Accepted accepted, WriteContext context, IEnumerable<string>? begins = null)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        return context.Person is { } person
            ? Denial.OfRights(DealRights.FieldRefusal(
                person, accepted.Events.SelectMany(happened => FieldChange.Of(happened)).Select(change => change.Field).Concat(begins ?? []).Distinct(StringComparer.Ordinal), context.Company, ReadingText.Field))
            : null;
    }

    /// <summary>A deal that leaves its stage, or is paused in it, is stalled there no longer: its alert card says so at once.</summary>
    public async Task<IReadOnlyList<LiveCardUpdate>> LeftStageAsync(
        Deal deal, IReadOnlyList<DealEvent> events, string headline, WriteContext context, CancellationToken cancellationToken)
    {
        var leaves = events.SelectMany(happened => FieldChange.Of(happened)).Any(change => change.Field == DealFields.Stage || change is { Field: DealFields.PausedUntil, To: not null })
            || events.Any(happened => happened is DealEvent.Removed);
        if (!leaves || deal.Status != DealStatus.Open)
        {
            return [];
        }

        if (await alerts.FindMarkAsync(StallCards.SubjectOf(deal.Id, deal.Visits.Length - 1), cancellationToken) is not { CardKey: { } key, ToldAt: not null } told)
        {
            return [];
        }

        // The card has its last face; the nightly run need not strike it again.
        marks.Put(told.Over(context.Turn.Now));
        return [new LiveCardUpdate(key, StallCards.Resolved(deal, $"{headline} by {context.NameOf(context.Person?.Id)}", context.Snapshot, context.Company))];
    }

    /// <summary>The cards of a deal that is put back: of the stay it leaves by that, and of the one it goes on with.</summary>
    private async Task<IReadOnlyList<LiveCardUpdate>> PutBackAsync(Deal deal, IReadOnlyList<DealEvent> events, string headline, WriteContext context, CancellationToken cancellationToken)
    {
        var after = events.Aggregate(deal, (state, happened) => DealFold.Apply(state, happened, context.Company.Process.PositionOf));
        return [.. await LeftStageAsync(deal, events, headline, context, cancellationToken), .. await BackInStageAsync(deal, after, context, cancellationToken)];
    }

    /// <summary>A deal that is put back goes on with the stay it had left, or was paused in: the card that was told of it shows again how it stands.</summary>
    private async Task<IReadOnlyList<LiveCardUpdate>> BackInStageAsync(Deal before, Deal after, WriteContext context, CancellationToken cancellationToken)
    {
        var returns = after.Stage != before.Stage || (before.IsPausedOn(context.Today) && !after.IsPausedOn(context.Today));
        if (!returns || after.Status != DealStatus.Open)
        {
            return [];
        }

        var subject = StallCards.SubjectOf(after.Id, after.Visits.Length - 1);
        if (await alerts.FindMarkAsync(subject, cancellationToken) is not { ToldAt: not null } told)
        {
            return [];
        }

        marks.Put(told with { CardKey = subject.Key, EndedAt = null });
        var view = face.Of(after, subject, context);
        return [new LiveCardUpdate(subject.Key, AlertCards.Quiet(view, told, context) ?? view.Standing ?? view.Over)];
    }
}
