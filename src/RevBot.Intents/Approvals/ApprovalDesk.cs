using System.Globalization;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;
using RevBot.Pipeline;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.Approvals;

/// <summary>Asks for approvals, takes answers, and tells whom it concerns: what the sentences, the buttons and the forms share.</summary>
public sealed class ApprovalDesk(DealDesk desk, IPipelineReader reader, ChannelDirectory channels)
{
    public const string Intent = "approvals";
    public const string FormId = "approvals.ask-form";

    /// <summary>Offers the form for what was not said, or says why there is nothing to ask for.</summary>
    public static Reply Offer(ApprovalSeed seed, Deal deal, WriteContext context)
    {
        if (ApprovalSheet.WishOf(seed, deal, context) is not { } wish || context.Company.Approvals.TermsOf(wish.Gate) is null)
        {
            return DealDesk.Refuse(Intent, NothingToAsk(seed, deal, context));
        }

        if (ApprovalRules.Waiting(deal, wish.Stage, wish.Gate, context.Today) is { } waiting)
        {
            return AlreadyAsked(deal, waiting, context);
        }

        var form = ApprovalSheet.Build(seed, wish, deal, context);
        var prompt = $"{deal.Name} needs {(wish.IsException ? "an exception" : "an approval")} for {ApprovalSheet.What(wish, deal, context)}.";
        return new Reply.Ask(FormId, seed.Write(), new Card(prompt, [new CardElement.Paragraph(prompt), .. form.Intro.Skip(1)]), wish.IsException ? "Ask for an exception" : "Ask for approval")
        {
            Data = ChangeData.Opened(Intent, prompt, FormId, deal, form),
        };
    }

    /// <summary>The request that waits already: nothing is asked twice.</summary>
    public static Reply AlreadyAsked(Deal deal, Approval waiting, WriteContext context)
    {
        var card = ApprovalCards.ForAsker(deal, waiting, ApprovalScene.Of(context), $"Asked by {context.NameOf(waiting.AskedBy)} on {PeriodText.Day(context.Company.Work.DateAt(waiting.AskedAt))}; nothing was asked again");
        return new Reply.Replace(card) { Data = ChangeData.Refused(Intent, card.Summary) };
    }

    /// <summary>Asks everybody who is to answer first. Who may let deals through does so at once.</summary>
    public async Task<Reply> AskAsync(ApprovalSeed seed, FormValues values, Deal deal, WriteContext context, CancellationToken cancellationToken)
    {
        if (ApprovalSheet.WishOf(seed, deal, context) is not { } wish)
        {
            return DealDesk.Refuse(Intent, NothingToAsk(seed, deal, context));
        }

        wish = wish with
        {
            Reason = seed.Reason ?? values[ApprovalRules.Reason.Key],
            Until = seed.Until ?? (values[ApprovalRules.Until.Key] is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null),
        };
        var whole = await reader.GetSnapshotAsync(null, cancellationToken);
        switch (ApprovalRules.Ask(deal, wish, context.Company, whole, context.Today, context.Stamp))
        {
            case MoveDecision.Accepted accepted:
                return await WriteAsync(deal, deal.Approvals.Length + 1, accepted, context, cancellationToken);
            case MoveDecision.Incomplete when values.Items.Count == 0:
                return Offer(seed, deal, context);
            case MoveDecision.Incomplete incomplete:
                return new Reply.FormErrors([.. incomplete.Missing.Select(need => new FieldError(need.Field.Key, $"{need.Why}."))]);
            case MoveDecision.Refused { Field: { } field } refused when values[field] is not null:
                return new Reply.FormErrors([new FieldError(field, refused.Reason)]);
            case MoveDecision.Refused refused when ApprovalRules.Waiting(deal, wish.Stage, wish.Gate, context.Today) is { } waiting:
                return AlreadyAsked(deal, waiting, context) with { Data = ChangeData.Refused(Intent, refused.Reason) };
            case MoveDecision.Refused refused:
                return DealDesk.Refuse(Intent, $"{refused.Reason} Nothing was changed.");
            default:
                return new Reply.Nothing();
        }
    }

    /// <param name="note">Why; needed to decline.</param>
    public async Task<Reply> AnswerAsync(Deal deal, int number, bool isGiven, string? note, WriteContext context, CancellationToken cancellationToken) =>
        ApprovalRules.Answer(deal, number, isGiven, note, context.Snapshot, context.Today, context.Stamp) switch
        {
            MoveDecision.Accepted accepted => await WriteAsync(deal, number, accepted, context, cancellationToken),
            MoveDecision.Incomplete incomplete => new Reply.FormErrors([.. incomplete.Missing.Select(need => new FieldError(need.Field.Key, $"{need.Why}."))]),
            MoveDecision.Refused refused => Whisper(refused.Reason),
            _ => new Reply.Nothing(),
        };

    public async Task<Reply> WithdrawAsync(Deal deal, int number, WriteContext context, CancellationToken cancellationToken) =>
        ApprovalRules.Withdraw(deal, number, context.Snapshot, context.Today, context.Stamp) switch
        {
            MoveDecision.Accepted accepted => await WriteAsync(deal, number, accepted, context, cancellationToken),
            MoveDecision.Refused refused => Whisper(refused.Reason),
            _ => new Reply.Nothing(),
        };

    /// <summary>The card is everybody's it was sent to: what cannot be done is only for whoever tried.</summary>
    public static Reply.Whisper Whisper(string reason) => new(Card.Text(reason)) { Data = ChangeData.Refused(Intent, reason) };

    /// <summary>Writes it, gives the approvers' cards their new face, and tells those it concerns now: the next approver, or whoever asked.</summary>
    private async Task<Reply> WriteAsync(Deal deal, int number, MoveDecision.Accepted accepted, WriteContext context, CancellationToken cancellationToken)
    {
        if (await desk.RivalAsync(deal, null, [], context, cancellationToken) is { } rival)
        {
            return DealDesk.Refuse(Intent, rival);
        }

        if (desk.Record(Intent, deal, accepted, context) is { } refusal)
        {
            return refusal;
        }

        var after = accepted.Events.Aggregate(deal, (state, happened) => DealFold.Apply(state, happened, context.Company.Process.PositionOf));
        var approval = ApprovalRules.Find(after, number) ?? throw new InvalidOperationException("What was just written about an approval is not there.");
        var before = ApprovalRules.Find(deal, number);
        var scene = ApprovalScene.Of(context);
        var face = ApprovalCards.Request(after, approval, scene);
        var isAsker = context.Person?.Id == approval.AskedBy;
        var asked = approval.Waiting(context.Today).Except(before?.Waiting(context.Today) ?? []).ToList();
        var (posts, missed) = await PostAsync(asked.SelectMany(place => approval.Request.Approvers[place].People).Distinct().Where(person => person != approval.AskedBy), face, ApprovalCards.KeyOf(deal, number), cancellationToken);
        if (!isAsker && approval.StateOn(context.Today) != ApprovalState.Waiting && approval.AskedBy is { } asker)
        {
            posts.AddRange((await PostAsync([asker], ApprovalCards.ForAsker(after, approval, scene), null, cancellationToken)).Posts);
        }

        var shown = isAsker || before is null ? ApprovalCards.ForAsker(after, approval, scene, missed.Count == 0 ? null : $"{CountText.List(missed)} cannot be reached from here: tell them to say “approve #{deal.Id}”") : face;
        return new Reply.Replace(shown)
        {
            AlsoPost = posts,
            UpdateLive = before is null ? [] : [new LiveCardUpdate(ApprovalCards.KeyOf(deal, number), face)],
            Data = ChangeData.Done(Intent, shown.Summary, deal, accepted.Events),
            Audit = new AuditNote(AuditKind.Write, Intent, $"{deal.Id}: {(approval.Request.Gate is { } gate ? $"approval {gate}" : "exception")} for {approval.Request.Stage} {approval.StateOn(context.Today).ToString().ToLowerInvariant()}", 1),
        };
    }

    /// <summary>To each in person, where a channel knows them.</summary>
    private async Task<(List<RoomPost> Posts, List<string> Missed)> PostAsync(IEnumerable<PersonId> people, Card card, string? key, CancellationToken cancellationToken)
    {
        var whole = await reader.GetSnapshotAsync(null, cancellationToken);
        var (posts, missed) = (new List<RoomPost>(), new List<string>());
        foreach (var person in people.Select(id => whole.People.GetValueOrDefault(id)).OfType<Person>())
        {
            var found = person.Email is { Length: > 0 } email ? (await channels.FindPersonAsync(email, cancellationToken)).Found : null;
            if (found is null)
            {
                missed.Add(person.Name);
            }
            else
            {
                posts.Add(new RoomPost(found.Chat, card, key));
            }
        }

        return (posts, missed);
    }

    private static string NothingToAsk(ApprovalSeed seed, Deal deal, WriteContext context) => context.Company.Process.Find(seed.Stage) is not { } target
        ? $"There is no stage “{seed.Stage}” any more. Nothing was changed."
        : context.Company.Approvals.Exceptions is null && seed.Gate is null
            ? $"{context.Company.Name} lets no deal through: {target.Name} needs what it asks for. Nothing was changed."
            : $"Nothing keeps {deal.Name} from {target.Name} that somebody could approve: say “move #{deal.Id} to {target.Name}”.";
}
