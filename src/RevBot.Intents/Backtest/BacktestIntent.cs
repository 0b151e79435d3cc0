using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.AlertReports;
using RevBot.Intents.Ask.Refusals;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.Backtest;

/// <summary>"What would the close date pushed rule have done?": a rule played through the past before somebody relies on it.</summary>
public sealed class BacktestIntent(TurnScene scene, BacktestDesk desk, ICompany company) : IIntent
{
    public const string IntentName = "backtest";

    public IntentDescription Description { get; } = new(
        IntentName,
        "See what a rule of alerts would have done in the past, at several thresholds, and what became of those deals",
        ["what would the stalled deals rule have done?", "back-test no activity over 90 days", "how often would amount changed have fired at 20 percent?"]);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(BacktestWish.Read(utterance.Plain) is { } wish ? new Recognition(.97, wish) : null);

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var (_, person) = await scene.SeeAsync(context, cancellationToken);
        if (person is null)
        {
            return Refusal.Stranger(IntentName, context.Profile);
        }

        var wish = (BacktestWish)call;
        if (wish.Problem() is { } problem || wish.Rule is not { } rule)
        {
            return Refusal.Of(IntentName, wish.Problem() ?? "", wish.Rule is null && RuleNames.Nearest(wish.Words) is { } near ? [$"back-test {near.Title}"] : []);
        }

        var report = await desk.OfAsync(rule, wish.Threshold, wish.Days, context.Now, cancellationToken);
        return new Reply.Say(BacktestCard.Of(report, company.Profile, RuleEditor.MayEdit(person))) { Data = BacktestCard.Data(report, company.Profile) };
    }
}
