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
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.FormReports;

/// <summary>"How are our forms used?": which forms are given up, and which field is most in the way. For operations, who can change them, and executives.</summary>
public sealed partial class FormReportIntent(TurnScene scene, FormReportDesk desk, ICompany company) : IIntent
{
    public const string IntentName = "form-report";

    public IntentDescription Description { get; } = new(
        IntentName,
        "See how forms are used: how long they take, how many are given up, which field is in the way",
        ["forms report", "how are our forms used?"]);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Report().Match(utterance.Plain) is { Success: true } match ? new Recognition(.97, match) : null);

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var (_, person) = await scene.SeeAsync(context, cancellationToken);
        if (person is null)
        {
            return Refusal.Stranger(IntentName, context.Profile);
        }

        if (person.Role is not (PersonRole.Operations or PersonRole.Executive))
        {
            return Refusal.Of(IntentName, "How forms are used is told to operations, who can change them. Please ask them.", [], RefusalClass.Rights);
        }

        var match = (Match)call;
        var days = !match.Groups["count"].Success ? FormReportDesk.UsualDays
            : int.Parse(match.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) * (match.Groups["unit"].Value.ToLowerInvariant() switch { "week" => 7, "month" => 30, "quarter" => 91, _ => 1 });
        if (days is < 1 or > FormReportDesk.MostDays)
        {
            return Refusal.Of(IntentName, $"The use of forms is reported for 1 to {FormReportDesk.MostDays} days. Say it like: forms report for the last 90 days.", []);
        }

        var report = await desk.OfAsync(days, context.Now, cancellationToken);
        return new Reply.Say(FormReportCard.Of(report, company.Profile))
        {
            DataWhenAsked = () => FormReportCard.Data(report, company.Profile),
            Audit = new AuditNote(AuditKind.Answer, IntentName, $"Use of forms of the last {CountText.Of(days, "day")}"),
            Remember = new Dictionary<string, string?> { [AskIntent.MemoryKey] = null },
        };
    }

    [GeneratedRegex(@"^(?:(?:please |can you |could you )?(?:show|give|send|get) (?:me |us )?)?(?:(?:(?:the|our|a|my) )?(?:forms?(?:'s|s')? (?:report|usage|use|statistics|stats)|(?:report|usage|use) (?:of|on|about) (?:the |our |your )?forms)|how (?:well )?(?:are|were) (?:the|our|your) forms (?:used|doing|filled in)|how (?:do|did) (?:people|reps|we) use (?:the|our|your) forms|(?:which|what) (?:forms? fields?|fields? of (?:the|our|your) forms?) (?:is|are|was|were) (?:the )?(?:worst|hardest|slowest|refused most|in the way))(?: (?:for|over|of|in|during)(?: the)?(?: last| past)? (?<count>\d{1,4}) (?<unit>day|week|month|quarter)s?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Report();
}
