using RevBot.Conversation.Forms.Usage;

namespace RevBot.Intents.FormReports;

/// <summary>Makes the report of how forms are used; what the question and the command line share.</summary>
public sealed class FormReportDesk(IFormUsage usage)
{
    public const int UsualDays = 90;

    /// <summary>Two years; steps are forgotten after that.</summary>
    public const int MostDays = 730;

    /// <param name="days">1 to <see cref="MostDays"/>.</param>
    public async Task<FormReport> OfAsync(int days, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var from = now.AddDays(-days);
        return FormReport.Of(await usage.GetAsync(from, now, cancellationToken), from, now);
    }
}
