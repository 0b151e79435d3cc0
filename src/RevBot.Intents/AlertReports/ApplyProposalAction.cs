using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Access;
using RevBot.Intents.Changes;
using RevBot.Intents.Company;
using RevBot.Pipeline.Alerts.Ledger;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.AlertReports;

/// <summary>The button that changes a rule as the report of alerts proposes: reckoned again when it is pressed, written into <c>company.yaml</c> and in force at once.</summary>
public sealed class ApplyProposalAction(TurnScene scene, AlertReportDesk desk, ICompanyEditor editor) : IButtonAction
{
    public const string Id = "alert-report.apply";

    public string ActionId => Id;

    /// <summary>Names a rule: its kind and its place among the rules of its kind.</summary>
    public static string ValueOf(AlertScore score) => ButtonValue.Join(AlertKinds.Of(score.Rule.Kind).Key, score.Number.ToString(CultureInfo.InvariantCulture));

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        var (_, person) = await scene.SeeAsync(context, cancellationToken);
        if (person is not { Role: PersonRole.Operations or PersonRole.Executive })
        {
            return new Reply.Whisper(Card.Text("Rules are the whole company's. Please ask operations to change them."));
        }

        var report = await desk.OfAsync(AlertReportDesk.UsualDays, context.Now, cancellationToken);
        if (report.Scores.FirstOrDefault(score => ValueOf(score) == click.Value) is not { Proposal: { } proposal } score)
        {
            return new Reply.Whisper(Card.Text("Nothing would be better for that rule any more: it has been changed, or people act on it now. “Alerts report” shows how it stands."));
        }

        try
        {
            var kept = editor.Change(profile => profile with { Alerts = With(profile.Alerts, score, proposal.Rule) });
            var said = $"Changed by {person.Name}: {RuleText.Name(score)} is told {RuleText.When(proposal.Rule)}, was {RuleText.When(score.Rule)}. It stands in company.yaml and holds from now on.{(kept is null ? "" : $" The file as it was, with your own comments, is kept beside it as {Path.GetFileName(kept)}.")}";
            return new Reply.Say(Card.Text(said))
            {
                Data = new JsonObject { ["intent"] = AlertReportIntent.IntentName, ["outcome"] = "done", ["reading"] = said, ["events"] = new JsonArray(new JsonObject { ["kind"] = "alert_rule_changed", ["alert"] = AlertKinds.Of(score.Rule.Kind).Key, ["by"] = person.Id.Value }) },
            };
        }
        catch (CompanyFileException problems)
        {
            return new Reply.Whisper(Card.Text($"Nothing was changed, because company.yaml has mistakes: {problems.Message}"));
        }
    }

    /// <summary>A kind without a rule of its own gets its usual one first.</summary>
    private static AlertSettings With(AlertSettings settings, AlertScore score, AlertRule after)
    {
        var before = settings.Rules.Where(rule => rule.Kind == after.Kind).ElementAtOrDefault(score.Number - 1);
        return settings with
        {
            Rules = before is null ? [.. settings.Rules, after] : [.. settings.Rules.Select(rule => ReferenceEquals(rule, before) ? rule with { Threshold = after.Threshold, Stretch = after.Stretch, When = after.When } : rule)],
        };
    }
}
