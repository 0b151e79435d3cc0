using System.Globalization;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Access;
using RevBot.Intents.AlertReports;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Alerts.Backtest;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.Backtest;

/// <summary>The button that sets the threshold a back-test was asked for: written into <c>company.yaml</c> and in force at once.</summary>
public sealed class SetThresholdAction(TurnScene scene, RuleEditor editor, ICompany company) : IButtonAction
{
    public const string Id = "backtest.set-threshold";

    public string ActionId => Id;

    /// <summary>Names the kind and the threshold; null where the company has several rules of the kind, which a threshold does not tell apart.</summary>
    public static string? ValueOf(BacktestRow asked) =>
        asked.Rules is [{ Threshold: { } threshold } rule] ? ButtonValue.Join(AlertKinds.Of(rule.Kind).Key, threshold.ToString(CultureInfo.InvariantCulture)) : null;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        var (_, person) = await scene.SeeAsync(context, cancellationToken);
        if (person is null || !RuleEditor.MayEdit(person))
        {
            return RuleEditor.Refused();
        }

        var (key, number) = ButtonValue.Split(click.Value);
        if (AlertKinds.Find(key) is { } info && decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out var threshold)
            && company.Profile.Alerts.RulesOf(info.Kind) is [var rule] && threshold >= info.Range.Least && threshold <= info.Range.Most)
        {
            var after = rule with { Threshold = threshold, Stretch = 1 };
            return editor.Change(rule, 1, after, $"{info.Title} is told from {RuleText.Threshold(after, company.Profile)} on, was {RuleText.Threshold(rule, company.Profile)}", BacktestIntent.IntentName, person);
        }

        return new Reply.Whisper(Card.Text("The rules have changed since. Please back-test it again."));
    }
}
