using System.CommandLine;
using RevBot.Conversation.Replies;
using RevBot.Hosting;
using RevBot.Intents.FormReports;
using RevBot.Pipeline.Company;

namespace RevBot.Cli;

/// <summary><c>revbot forms report</c>: how forms are used, and which field is most in the way.</summary>
internal static class FormsCommand
{
    public static Command Create(Option<string?> data) => new("forms", "How forms are used.") { Report(data) };

    private static Command Report(Option<string?> data)
    {
        var days = new Option<int>("--days") { Description = $"How far back, 1 to {FormReportDesk.MostDays} (default {FormReportDesk.UsualDays}).", CustomParser = GivenValues.WholeNumber("--days", 1, FormReportDesk.MostDays), DefaultValueFactory = _ => FormReportDesk.UsualDays };
        var now = new Option<DateTimeOffset?>("--now") { Description = "The end of the time, instead of the clock's moment.", CustomParser = GivenValues.Moment("--now") };
        var json = new Option<bool>("--json") { Description = "The outcome as one line of JSON." };
        var command = new Command("report", "Says how forms are used: how many are finished and how many given up, the time and taps it takes, and the field that is most in the way.") { days, now, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var tools = Tools.Open(DataFolder.Existing(parsed.GetValue(data)));
            var (desk, company) = (tools.Services.GetRequiredService<FormReportDesk>(), tools.Services.GetRequiredService<ICompany>().Profile);
            var moment = parsed.GetValue(now) ?? tools.Services.GetRequiredService<TimeProvider>().GetUtcNow();
            var report = await desk.OfAsync(parsed.GetValue(days), moment, cancellationToken);
            await Console.Out.WriteLineAsync(parsed.GetValue(json) ? JsonLine.Of(FormReportCard.Data(report, company)) : PlainTextRenderer.Render(FormReportCard.Of(report, company)));
            return 0;
        });
        return command;
    }
}
