using System.Globalization;
using System.Text.RegularExpressions;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Wording;

namespace RevBot.Intents.AlertReports;

/// <summary>"Alerts report": which rules are worth being told, by what people did about it.</summary>
public sealed partial class AlertReportIntent(TurnScene scene, AlertReportDesk desk) : IIntent
{
    public const string IntentName = "alert-report";

    public IntentDescription Description { get; } = new(
        IntentName,
        "See what became of the alerts, rule by rule: acted on, not useful, ignored; and what would be better",
        ["alerts report", "how useful are our alerts?"]);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Report().Match(utterance.Plain) is { Success: true } match ? new Recognition(.97, match) : null);

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var (_, person) = await scene.SeeAsync(context, cancellationToken);
        if (person is null)
        {
            return Refusal.Stranger(IntentName, context.Profile);
        }

        var match = (Match)call;
        var days = !match.Groups["count"].Success ? AlertReportDesk.UsualDays
            : int.TryParse(match.Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count * (match.Groups["unit"].Value.ToLowerInvariant() switch { "week" => 7, "month" => 30, "quarter" => 91, _ => 1 }) : 0;
        if (days is < 1 or > AlertReportDesk.MostDays)
        {
            return Refusal.Of(IntentName, $"Alerts are reported for 1 to {AlertReportDesk.MostDays} days. Say it like: alerts report for the last 90 days.", []);
        }

        var report = await desk.OfAsync(days, context.Now, cancellationToken);
        return new Reply.Say(AlertReportCard.Of(report))
        {
            DataWhenAsked = () => AlertReportCard.Data(report),
            Audit = new AuditNote(AuditKind.Answer, IntentName, $"Alerts of the last {CountText.Of(days, "day")}"),
            Remember = new Dictionary<string, string?> { [AskIntent.MemoryKey] = null },
        };
    }

    [GeneratedRegex(@"^(?:(?:please |can you |could you )?(?:show|give|send|get) (?:me |us )?)?(?:(?:the|our|a|my) )?(?:(?:weekly|monthly) )?(?:alerts?(?:'s|s')? (?:report|ledger|precision|quality|scorecard)|report (?:of|on|about) (?:the |our )?alerts|precision of (?:the |our )?alerts)(?: (?:for|over|of|in)(?: the)?(?: last| past)? (?<count>\d{1,4}) (?<unit>day|week|month|quarter)s?)?$|^(?:how (?:useful|good|precise|noisy|accurate) (?:are|were) (?:the|our|your) alerts|what (?:became|came) of (?:the|our|your) alerts|(?:which|what) (?:alerts|alert rules|rules) (?:are|were) (?:(?:acted on|ignored|useful|noisy|not useful|useless)(?: or )?)+|(?:do|are) (?:people|reps|we) (?:act(?:ing)? on|ignor(?:e|ing)) (?:the|our|your) alerts)(?: (?:for|over|in|during)(?: the)?(?: last| past)? (?<count>\d{1,4}) (?<unit>day|week|month|quarter)s?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Report();
}
