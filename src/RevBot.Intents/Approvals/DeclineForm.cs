using System.Globalization;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.Approvals;

/// <summary>The form for why something is declined: whoever asked is told.</summary>
public sealed class DeclineForm(DealDesk desk, ApprovalDesk approvals) : IFormHandler
{
    public const string Id = "approvals.decline-form";

    private const string DealKey = "deal";
    private const string NumberKey = "number";

    public string FormId => Id;

    public static Reply Offer(Deal deal, int number, WriteContext context)
    {
        var form = Build(deal, number, context);
        var prompt = $"Why should {deal.Name} not be let through?";
        var seed = new Dictionary<string, string>(StringComparer.Ordinal) { [DealKey] = deal.Id.Value, [NumberKey] = number.ToString(CultureInfo.InvariantCulture) };
        return new Reply.Ask(Id, seed, new Card(prompt, [new CardElement.Paragraph(prompt), .. form.Intro]), "Say why")
        {
            Data = ChangeData.Opened(ApprovalDesk.Intent, prompt, Id, deal, form),
        };
    }

    public async Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        var (deal, number) = Read(session, scene);
        if (deal is null)
        {
            return new FormBuild.Unavailable(Gone(session));
        }

        // Tried with a note that is never written: whoever may not answer, or not any more, is told before they write.
        return ApprovalRules.Answer(deal, number, false, "-", scene.Snapshot, scene.Today, scene.Stamp) is MoveDecision.Refused refused
            ? new FormBuild.Unavailable(ApprovalDesk.Whisper(refused.Reason))
            : new FormBuild.Ready(Build(deal, number, scene));
    }

    public async Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        var (deal, number) = Read(session, scene);
        return deal is null ? Gone(session) : await approvals.AnswerAsync(deal, number, false, values[ApprovalRules.Note.Key], scene, cancellationToken);
    }

    private static (Deal? Deal, int Number) Read(FormSession session, WriteContext scene) =>
        (scene.Snapshot.Find(new DealId(session.Seed[DealKey])), int.Parse(session.Seed[NumberKey], CultureInfo.InvariantCulture));

    private static Form Build(Deal deal, int number, WriteContext context) => new(
        "Decline",
        [new CardElement.Paragraph(ApprovalRules.Find(deal, number) is { } approval ? $"{deal.Name}: {ApprovalText.What(approval.Request, deal, ApprovalScene.Of(context))}" : DealQuestions.Label(deal, context))],
        [DealFormFields.Of(DealFormFields.NeedOf(ApprovalRules.Note), deal, null, context)],
        "Decline");

    private static Reply Gone(FormSession session) => DealDesk.Refuse(ApprovalDesk.Intent, $"There is no deal #{session.Seed[DealKey]} any more. Nothing was changed.");
}
