using System.Globalization;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.PostMortems;

/// <summary>Five questions about a loss, with what is known of it filled in; the answers are kept in the deal's history.</summary>
public sealed class PostMortemForm(DealDesk desk) : IFormHandler
{
    public const string Intent = "post-mortem";

    private const string Id = "post-mortem.form";

    public string FormId => Id;

    /// <summary>Why no post-mortem of the deal can be kept; null when it can.</summary>
    internal static Denial? Problem(Deal? deal, string id, WriteContext scene) => deal switch
    {
        null => $"There is no deal #{id} any more. Nothing was changed.",
        { Status: not DealStatus.Lost } => $"{deal.Name} is in {scene.NameOf(deal.Stage)} and not lost, so there is no loss to look back on. Nothing was changed.",
        _ => DealDesk.Refusal(deal, scene),
    };

    internal static Reply Offer(Deal deal, WriteContext scene)
    {
        var form = Build(deal, scene);
        var prompt = $"What do we learn from losing {deal.Name}?";
        var seed = new Dictionary<string, string>(StringComparer.Ordinal) { ["deal"] = deal.Id.Value, ["version"] = deal.Version.ToString(CultureInfo.InvariantCulture) };
        return new Reply.Ask(Id, seed, new Card(prompt, [new CardElement.Paragraph(prompt), .. form.Intro]), "Answer five questions") { Data = ChangeData.Opened(Intent, prompt, Id, deal, form) };
    }

    public async Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        var deal = scene.Snapshot.Find(new DealId(session.Seed["deal"]));
        var problem = Problem(deal, session.Seed["deal"], scene);
        return deal is null || problem is not null ? new FormBuild.Unavailable(DealDesk.Refuse(Intent, problem ?? "")) : new FormBuild.Ready(Build(deal, scene));
    }

    public async Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        var deal = scene.Snapshot.Find(new DealId(session.Seed["deal"]));
        if (Problem(deal, session.Seed["deal"], scene) is { } problem || deal is null)
        {
            return DealDesk.Refuse(Intent, Problem(deal, session.Seed["deal"], scene) ?? "");
        }

        var answers = PostMortem.Questions.Where(question => values[question.Key] is not null || DealValues.Of(deal, question.Key) is not null)
            .ToDictionary(question => question.Key, question => values[question.Key], StringComparer.Ordinal);
        var version = int.Parse(session.Seed["version"], CultureInfo.InvariantCulture);
        return await desk.RivalAsync(deal, version, answers.Keys, scene, cancellationToken) is { } rival ? DealDesk.Refuse(Intent, rival)
            : EditRules.Decide(deal, new DealEdit(answers), scene.Company, scene.Snapshot, scene.Today, scene.Stamp) switch
            {
                MoveDecision.Accepted accepted => await desk.WriteAsync(Intent, $"{deal.Name}: post-mortem kept", deal, accepted, scene, cancellationToken),
                MoveDecision.Refused { Field: { } field } refused when values[field] is not null => new Reply.FormErrors([new FieldError(field, refused.Reason)]),
                MoveDecision.Refused refused => DealDesk.Refuse(Intent, refused.Reason),
                _ => new Reply.Nothing(),
            };
    }

    private static Form Build(Deal deal, WriteContext scene) => new(
        "Post-mortem",
        [new CardElement.Paragraph(DealQuestions.Label(deal, scene))],
        [.. PostMortem.Questions.Select(question => DealFormFields.Of(
            DealFormFields.NeedOf(question), deal, DealValues.Of(deal, question.Key) ?? Known(question.Key, deal, scene), scene, required: question.Key == PostMortem.Why))],
        "Keep");

    /// <summary>What was told when it was lost.</summary>
    private static string? Known(string question, Deal deal, WriteContext scene) => question switch
    {
        PostMortem.LostTo => deal.Competitor,
        PostMortem.Why when deal.LossReason is { } reason =>
            string.Join(". ", new[] { ChangeLines.Show(DealFields.LossReason, deal.LossDetail is { } detail ? $"{reason}/{detail}" : reason, scene), deal.LossNote }.OfType<string>()),
        PostMortem.Why => deal.LossNote,
        _ => null,
    };
}
