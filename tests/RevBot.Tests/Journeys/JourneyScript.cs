using System.Text.Json;
using System.Text.RegularExpressions;
using RevBot.Tests.Support;

namespace RevBot.Tests.Journeys;

/// <summary>The three paths, written once: be alerted and snooze, ask and get a receipt, lose a deal with its reason and take it back.</summary>
internal sealed partial class JourneyScript(JourneyStand stand)
{
    private readonly Dictionary<string, string> _told = [];

    public async Task<Journal> RunAsync(Func<string, IDoor> doorTo, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var data = stand.Copy();
        await using var door = doorTo(data);
        Assert.Contains(stand.Stalled.Id, await RunAlertsAsync(data, environment, "posts", "--now", stand.Moment));
        await door.OpenAsync();
        await BeAlertedAsync(door, data, environment);
        await AskAsync(door);
        await LoseAndTakeBackAsync(door);
        door.Inspect();
        return new Journal(_told, Left(data));
    }

    private async Task BeAlertedAsync(IDoor door, string data, IReadOnlyDictionary<string, string?>? environment)
    {
        var stalled = stand.Stalled;
        Tell("the alert", await door.FindAlertAsync(stalled), stalled.Name, "business days in", "limit", stalled.Owner, "Do next:");
        Tell("its snooze", await door.PressAsync("Snooze 7 days"), stalled.Name, "Snoozed until", "by Sara Lindqvist");

        await door.RestartAsync();

        Assert.Contains("nooze", await door.FindSnoozedAsync(stalled), StringComparison.Ordinal);
        Assert.DoesNotContain(stalled.Id, await RunAlertsAsync(data, environment, "posts"));
        Assert.Contains(stalled.Id, await RunAlertsAsync(data, environment, "leftOut"));
    }

    private async Task AskAsync(IDoor door)
    {
        Tell("the pipeline", await door.SayAsync("where is the pipeline by stage?"), "Open pipeline", "Negotiation", "as of", "deals");
        Tell("the best", await door.SayAsync("top 5 reps by won amount this year"), "Won amount by owner", "as of");
        Tell("a list", await door.SayAsync("list deals in negotiation"), "Negotiation", "as of");
    }

    private async Task LoseAndTakeBackAsync(IDoor door)
    {
        Assert.Contains("needs loss reason", await door.SayAsync("Acme closed lost"), StringComparison.Ordinal);
        Assert.Contains("Loss reason", await door.OpenFormAsync(), StringComparison.Ordinal);
        Assert.Contains("Loss reason is needed", await door.SubmitAsync(), StringComparison.Ordinal);
        await door.ChooseAsync("Loss reason", "Missing features", next: "Competitor");
        await door.ChooseAsync("Competitor", "Acumen");
        Tell("the loss", await door.SubmitAsync(), "moved to Closed Lost", "Missing features", "Acumen", "By Sara Lindqvist");
        Tell("the undo", await door.PressAsync("Undo"), "put back as it was", "Undone by Sara Lindqvist");
        Tell("the refusal", await door.SayAsync($"move #{stand.WonDeal} to Closed Lost"), "is closed", "Reopen it first");
    }

    private void Tell(string what, string shown, params string[] parts)
    {
        Assert.All(parts, part => Assert.Contains(part, shown.Replace("\u200B", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal));
        _told[what] = Facts.Of(shown);
    }

    /// <summary>Ids of the deals in one part of what a run says.</summary>
    private static async Task<IReadOnlyList<string?>> RunAlertsAsync(string data, IReadOnlyDictionary<string, string?>? environment, string part, params string[] more)
    {
        var run = await RevBotProcess.RunAsync(["alerts", "run", "--json", "--data", data, .. more], environment: environment);
        Assert.Equal(0, run.ExitCode);
        using var plan = JsonDocument.Parse(run.Output);
        return [.. plan.RootElement.GetProperty(part).EnumerateArray().Select(entry => entry.GetProperty("deal").GetString())];
    }

    /// <summary>The history the journey made and the marks of its alerts; not the door, the moment and the turns' ids, which are each door's own.</summary>
    private static List<string> Left(string data)
    {
        var store = StoreFile.In(data);
        return
        [
            .. store.Rows("SELECT deal_id, seq, kind, by_person, payload FROM deal_events WHERE door IN ('slack', 'page', 'terminal') ORDER BY deal_id, seq").Select(Line),
            .. store.Rows("SELECT deal_id, visit, snoozed_until, snoozed_by FROM alert_marks ORDER BY deal_id, visit").Select(Line),
            .. store.Rows("SELECT id, stage, status, close_date, competitor, loss_reason, version FROM deals WHERE version > 0 AND newest_at > 0 AND id IN (SELECT deal_id FROM deal_events WHERE door IN ('slack', 'page', 'terminal')) ORDER BY id").Select(Line),
        ];

        static string Line(IReadOnlyList<string?> row) => TurnId().Replace(string.Join(" | ", row), "(turn)");
    }

    [GeneratedRegex("\"(slack|page|terminal):[^\"]*\"")]
    private static partial Regex TurnId();
}
