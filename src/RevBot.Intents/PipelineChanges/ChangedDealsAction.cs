using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Access;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.ListDeals;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Bridge;

namespace RevBot.Intents.PipelineChanges;

/// <summary>The deals behind a step of a bridge, ten at a time, the largest change first.</summary>
public sealed class ChangedDealsAction(QuestionReader questions) : IButtonAction
{
    public const string Id = "changes.deals";

    private const int PageSize = 10;

    public string ActionId => Id;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        if ((await questions.ReadAsync(string.Empty, context, cancellationToken)).Me is null)
        {
            return Refusal.Stranger(PipelineChangesIntent.Name, context.Profile);
        }

        return AskedText.Parse(click.Value) is { } text && text.Text.Split(':', 2) is [var step, var sentence] && Enum.TryParse<BridgeStepKind>(step, out var kind)
            && await questions.ReadAgainAsync(text with { Text = sentence }, context, cancellationToken) is { } asked && ChangeQuestion.Read(asked, questions) is { } question
            ? Page(question, kind, text)
            : Refusal.Of(PipelineChangesIntent.Name, "I can't tell any more which change that was. Please ask again.", []);
    }

    private static Reply.Say Page(ChangeQuestion question, BridgeStepKind kind, AskedText text)
    {
        var asked = question.Asked;
        if (SightLimits.Refusal(question.Query.Filters, asked.Snapshot) is { } hidden)
        {
            return Refusal.Of(PipelineChangesIntent.Name, hidden, [], RefusalClass.Rights);
        }

        var step = question.Query.Run(SightLimits.Countable(null, asked.Snapshot), asked.Company, asked.Now).Steps.Single(one => one.Kind == kind);
        var page = Math.Clamp(text.Page, 0, Math.Max(0, (step.Deals.Count - 1) / PageSize));
        var summary = $"{ChangesCard.Title(kind)}: {CountText.OrNo(step.Deals.Count, "deal")}, {MoneyText.Exact(Math.Abs(step.Amount), asked.Company.Currency)} in all";
        var last = Math.Min(step.Deals.Count, (page + 1) * PageSize);
        List<CardElement> elements =
        [
            new CardElement.Heading($"{ChangesCard.Title(kind)}, {PeriodText.Dates(question.Days)}"),
            new CardElement.Paragraph(summary, TextTone.Strong),
        ];
        if (step.Deals.Count > 0)
        {
            elements.Add(DealTable.Of(step.Deals.Skip(page * PageSize).Take(PageSize), asked.Snapshot, asked.Company));
            elements.Add(new CardElement.Note($"{CountText.Number((page * PageSize) + 1)}–{CountText.Number(last)} of {CountText.Number(step.Deals.Count)} · as they are now"));
        }

        var next = text with { Page = page + 1 };
        return new Reply.Say(new Card(summary, elements, last < step.Deals.Count && next.FitsButton ? [new CardButton("Next", Id, next.ToString())] : []));
    }
}
