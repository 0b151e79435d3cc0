using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Audits;
using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.Approvals;

/// <summary>"Exception report": what was let through although the process says otherwise, by whom, and what became of it. Sent on the first work day of each month.</summary>
public sealed partial class ExceptionReportIntent(DealDesk desk) : IIntent
{
    public const string IntentName = "exception-report";

    public IntentDescription Description { get; } = new(
        IntentName,
        "See which deals were let through although something was missing, by whom, and what became of them",
        ["exception report", "exception report for last month", "which deals did we let through this quarter?"]);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Asked().Match(utterance.Plain) is { Success: true } match ? new Recognition(.97, match.Groups["period"].Value.ToLowerInvariant()) : null);

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        if (scene.Person is null)
        {
            return Refusal.Stranger(IntentName, context.Profile);
        }

        var period = PeriodOf((string)call, scene.Company.Fiscal, scene.Today);
        var report = ExceptionReport.Of(scene.Snapshot, period, scene.Company, scene.Today);
        var reading = $"Exceptions and approvals asked for, {PeriodText.Dates(period)}";
        if (context.Turn.Input is TurnInput.Reminded && report is { Exceptions.Count: 0, Gates.Count: 0, StillLacking.Count: 0 })
        {
            // Nobody waits for a card that says nothing.
            return new Reply.Nothing();
        }

        return new Reply.Say(SightLimits.Tell(ExceptionReportCard.Of(report, period, ApprovalScene.Of(scene)), scene.Snapshot))
        {
            Audit = new AuditNote(AuditKind.Answer, IntentName, reading, report.Exceptions.Count + report.Gates.Count),
            DataWhenAsked = () => Data(report, reading, scene),
            Remember = new Dictionary<string, string?> { [AskIntent.MemoryKey] = null },
        };
    }

    private static Period PeriodOf(string words, FiscalCalendar fiscal, DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        var quarter = fiscal.StartOfQuarter(fiscal.FiscalYearOf(today), fiscal.QuarterOf(today));
        var year = fiscal.StartOfYear(fiscal.FiscalYearOf(today));
        return words.Replace("past", "last", StringComparison.Ordinal) switch
        {
            "last month" => new Period(month.AddMonths(-1), month.AddDays(-1), "last month"),
            "this quarter" => new Period(quarter, today, "this quarter"),
            "last quarter" => new Period(quarter.AddMonths(-3), quarter.AddDays(-1), "last quarter"),
            "this year" => new Period(year, today, "this year"),
            "last year" => new Period(year.AddYears(-1), year.AddDays(-1), "last year"),
            "last 12 months" => new Period(today.AddYears(-1).AddDays(1), today, "the last 12 months"),
            _ => new Period(month, today, "this month"),
        };
    }

    private static JsonObject Data(ExceptionReport report, string reading, WriteContext scene)
    {
        var data = AnswerData.Start(IntentName, "answered", reading);
        data["exceptions"] = new JsonArray([.. report.Exceptions.Concat(report.Gates).Select(one => (JsonNode)new JsonObject
        {
            ["deal"] = one.Deal.Id.Value,
            ["gate"] = one.Approval.Request.Gate,
            ["stage"] = one.Approval.Request.Stage.Value,
            ["waives"] = new JsonArray([.. one.Approval.Request.Waives.Select(key => (JsonNode)key)]),
            ["askedBy"] = one.Approval.AskedBy?.Value,
            ["state"] = one.Approval.StateOn(scene.Today).ToString().ToLowerInvariant(),
            ["reason"] = one.Approval.Request.Reason,
        })]);
        data["stillLacking"] = new JsonArray([.. report.StillLacking.Select(deal => (JsonNode)deal.Id.Value)]);
        return data;
    }

    [GeneratedRegex(@"^(?:(?:please |can you |could you )?(?:show|give|send|get|list) (?:me |us )?)?(?:(?:the|our|a|my|all) )?(?:(?:monthly )?exceptions?(?: and approvals?)?(?:'s)? (?:report|register|log)|report (?:of|on|about) (?:the |our )?exceptions|(?:what|which) exceptions (?:did we|were|have been|have we|are) (?:make|made|give|given|grant|granted|allow|allowed|open)|(?:which|what) deals (?:did we|were|have we|have been|got) let through|exceptions (?:given|granted|made|allowed)|how many exceptions (?:did we|have we|were|have been) (?:make|made|give|given|grant|granted))(?: (?:for|over|of|in|during))?(?: (?:the )?(?<period>(?:this|last|past) (?:month|quarter|year)|(?:last|past) 12 months))?\??$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asked();
}
