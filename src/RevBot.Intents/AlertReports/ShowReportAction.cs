using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;

namespace RevBot.Intents.AlertReports;

/// <summary>"Show me" on a redacted report of alerts: the report as it stands now, for its presser alone.</summary>
public sealed class ShowReportAction(AlertReportDesk desk) : IButtonAction
{
    public const string Id = "alert-report.show";

    public static CardButton Button { get; } = new("Show me", Id, "");

    public string ActionId => Id;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new Reply.Whisper(AlertReportCard.Of(await desk.OfAsync(AlertReportDesk.UsualDays, context.Now, cancellationToken)));
    }
}
