using System.Globalization;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Access;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Alerts.Ledger;
using RevBot.Pipeline.Alerts.Rules;

namespace RevBot.Intents.AlertReports;

/// <summary>The button that changes a rule as the report of alerts proposes: reckoned again when it is pressed, written into <c>company.yaml</c> and in force at once.</summary>
public sealed class ApplyProposalAction(TurnScene scene, AlertReportDesk desk, RuleEditor editor) : IButtonAction
{
    public const string Id = "alert-report.apply";

    public string ActionId => Id;

    /// <summary>Names a rule: its kind and its place among the rules of its kind.</summary>
    public static string ValueOf(AlertScore score) => ButtonValue.Join(AlertKinds.Of(score.Rule.Kind).Key, score.Number.ToString(CultureInfo.InvariantCulture));

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        var (_, person) = await scene.SeeAsync(context, cancellationToken);
        if (person is null || !RuleEditor.MayEdit(person))
        {
            return RuleEditor.Refused();
        }

        var report = await desk.OfAsync(AlertReportDesk.UsualDays, context.Now, cancellationToken);
        if (report.Scores.FirstOrDefault(score => ValueOf(score) == click.Value) is not { Proposal: { } proposal } score)
        {
            return new Reply.Whisper(Card.Text("Nothing would be better for that rule any more: it has been changed, or people act on it now. “Alerts report” shows how it stands."));
        }

        return editor.Change(score.Rule, score.Number, proposal.Rule, $"{RuleText.Name(score)} is told {RuleText.When(proposal.Rule)}, was {RuleText.When(score.Rule)}", AlertReportIntent.IntentName, person);
    }
}
