using System.Globalization;
using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Approvals;

/// <summary>An approval as a card: for those who are asked, live until it is decided; and for whoever asked, when it is.</summary>
internal static class ApprovalCards
{
    /// <summary>So much of a button's label is shown everywhere.</summary>
    private const int LongestLabel = 30;

    /// <summary>Names the card that approvers see.</summary>
    public static string KeyOf(Deal deal, int number) => string.Create(CultureInfo.InvariantCulture, $"approval:{deal.Id}:{number}");

    /// <summary><c>deal|number</c>.</summary>
    public static string ValueOf(Deal deal, int number) => ButtonValue.Join(deal.Id.Value, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>What is asked, why, and how it stands; with buttons while somebody must answer.</summary>
    /// <param name="deal">With the approval among its own.</param>
    public static Card Request(Deal deal, Approval approval, ApprovalScene scene)
    {
        var request = approval.Request;
        var asker = scene.NameOf(approval.AskedBy);
        var headline = request.IsException
            ? $"{asker} asks to let {deal.Name} into {ApprovalText.What(request, deal, scene)}"
            : $"{asker} asks to approve {deal.Name} for {ApprovalText.What(request, deal, scene)}";
        List<CardElement> elements =
        [
            new CardElement.Paragraph(headline, TextTone.Strong),
            new CardElement.FactList([new Fact("Why", request.Reason), new Fact("Deal", scene.Line(deal)), new Fact("Until", PeriodText.Day(request.Until)), new Fact("State", ApprovalText.State(approval, scene))]),
        ];
        if (ApprovalText.Answers(approval, scene).ToList() is { Count: > 0 } answers && (answers.Count > 1 || approval.StateOn(scene.Today) == ApprovalState.Waiting))
        {
            elements.Add(new CardElement.Note(string.Join(" · ", answers)));
        }

        var value = ValueOf(deal, approval.Number);
        var open = new CardButton("Open", DealDesk.OpenDealAction, deal.Id.Value);
        return new Card(
            $"{headline}: {ApprovalText.State(approval, scene)}",
            elements,
            approval.StateOn(scene.Today) == ApprovalState.Waiting
                ? [new CardButton("Approve", ApproveAction.Id, value, ButtonStyle.Primary), new CardButton("Decline", DeclineAction.Id, value) { OpensForm = true }, open]
                : [open]);
    }

    /// <summary>What whoever asked is told: asked, let through, declined; and what to do next.</summary>
    /// <param name="more">Behind it, or null.</param>
    public static Card ForAsker(Deal deal, Approval approval, ApprovalScene scene, string? more = null)
    {
        var what = ApprovalText.What(approval.Request, deal, scene);
        var value = ValueOf(deal, approval.Number);
        var (headline, note) = approval.StateOn(scene.Today) switch
        {
            ApprovalState.Waiting => ($"{deal.Name}: asked for {what}", $"Waits for {ApprovalText.Waiting(approval, scene)}, until {PeriodText.Day(approval.Request.Until)}"),
            ApprovalState.Given => ($"{deal.Name} may go to {what}", $"Approved by {scene.NameOf(approval.Answers[^1].By)} until {PeriodText.Day(approval.Request.Until)}: {approval.Request.Reason}"),
            ApprovalState.Declined => ($"{deal.Name} may not go to {what}", $"{ApprovalText.Answers(approval, scene).Last()}"),
            ApprovalState.Withdrawn => ($"{deal.Name}: {what} is not asked for any more", "Taken back"),
            ApprovalState.Lapsed => ($"{deal.Name}: nobody answered about {what}", $"It ended on {PeriodText.Day(approval.Request.Until)}; ask again if it is still needed"),
            _ => ($"{deal.Name}: the exception for {what} ran out", $"It held until {PeriodText.Day(approval.Request.Until)}"),
        };
        List<CardElement> elements = [new CardElement.Paragraph(headline, TextTone.Strong), new CardElement.Note(note)];
        if (more is not null)
        {
            elements.Add(new CardElement.Note(more));
        }

        var buttons = new List<CardButton>();
        if (approval.StateOn(scene.Today) == ApprovalState.Given && (deal.Stage != approval.Request.Stage || !approval.Request.Facts.IsEmpty))
        {
            buttons.Add(new CardButton(deal.Stage == approval.Request.Stage ? "Make the change" : Label($"Move to {scene.NameOf(approval.Request.Stage)}"), MoveApprovedAction.Id, value, ButtonStyle.Primary) { OpensForm = true });
        }

        if (approval.StateOn(scene.Today) is ApprovalState.Waiting)
        {
            buttons.Add(new CardButton("Take back", WithdrawAction.Id, value));
        }

        buttons.Add(new CardButton("Open", DealDesk.OpenDealAction, deal.Id.Value));
        return new Card($"{headline}. {note}", elements, buttons);
    }

    /// <summary>The button that asks for an exception, where a move is kept back by what an exception could waive.</summary>
    public static CardButton Ask(Deal deal, StageId stage) => new("Ask for an exception", AskExceptionAction.Id, ButtonValue.Join(deal.Id.Value, stage.Value)) { OpensForm = true };

    /// <summary>A deal's name on a button.</summary>
    public static string LabelOf(Deal deal) => deal.Name.Length <= LongestLabel ? deal.Name : deal.Name[..(LongestLabel - 1)] + "…";

    private static string Label(string text) => text.Length <= LongestLabel ? text : "Move it";
}
