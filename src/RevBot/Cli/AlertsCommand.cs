using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Hosting;
using RevBot.Intents.AlertReports;
using RevBot.Intents.Alerts;
using RevBot.Intents.Backtest;
using RevBot.Intents.DealAlerts;
using RevBot.Intents.SlowStages;
using RevBot.Intents.StalledDeals;
using RevBot.Intents.TeamAlerts;
using RevBot.Pipeline.Alerts.Backtest;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;

namespace RevBot.Cli;

/// <summary><c>revbot alerts run</c>: every check at once, or what it would do; <c>revbot alerts backtest</c>: what a rule would have done; <c>revbot alerts report</c>: what became of what was told.</summary>
internal static class AlertsCommand
{
    private const int MostAttempts = 3;

    private static readonly TimeSpan SendPatience = TimeSpan.FromSeconds(60);

    public static Command Create(Option<string?> data)
    {
        var now = Now("Check as of this moment instead of the clock's; alone it means now.");
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would be posted where and what is left out; writes and sends nothing." };
        var json = new Option<bool>("--json") { Description = "The outcome as one line of JSON." };
        var run = new Command("run", "Checks which stages have become slower, which deals sit longer than their stage's history says, and what every other rule says is to be told at once, and tells it.") { now, dryRun, json };
        run.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = DataFolder.Existing(parsed.GetValue(data));
            await using var tools = Tools.Open(folder);
            var moment = Moment(parsed.GetValue(now), tools.Services);
            var isDry = parsed.GetValue(dryRun);

            // Stages first, as each night: where one is told, its single deals are not.
            var stages = await RunAsync<SlowStagesAlert, SlowStagesPlan>(
                tools.Services, isDry, alert => alert.PlanAsync(moment, cancellationToken), (alert, plan) => alert.EnlistAsync(plan, moment, cancellationToken), cancellationToken);
            var deals = await RunAsync<StalledDealsAlert, StalledDealsPlan>(
                tools.Services, isDry, alert => alert.PlanAsync(stages, moment, cancellationToken), (alert, plan) => alert.EnlistAsync(plan, moment, cancellationToken), cancellationToken);

            // What is not written yet counts against a reader's share of the day, too.
            var taken = isDry ? deals.Posts.SelectMany(post => post.Rooms.Select(AlertRooms.PlaceOf)).Select(place => (place, deals.Hours[place])).ToList() : [];
            var single = await RunAsync<DealAlertsJob, AlertPlan>(
                tools.Services, isDry, job => job.PlanAsync(true, taken, moment, cancellationToken), (job, plan) => Enlisted(() => job.Enlist(plan, moment)), cancellationToken);
            taken.AddRange(isDry ? single.Posts.Select(post => (AlertRooms.PlaceOf(post.Wish.Place), post.Wish.At)) : []);
            var teams = await RunAsync<TeamAlertsJob, AlertPlan>(
                tools.Services, isDry, job => job.PlanAsync(true, taken, moment, cancellationToken), (job, plan) => Enlisted(() => job.Enlist(plan, moment)), cancellationToken);
            var writes = stages.Posts.Count + stages.Over.Count + deals.Posts.Count + deals.Resolved.Count > 0 || single.Writes || teams.Writes;
            var sending = isDry || !writes ? Sending.Nothing : await SendAsync(folder, tools.Services, cancellationToken);
            await Console.Out.WriteLineAsync(parsed.GetValue(json) ? ToJson(stages, deals, [single, teams], isDry) : Describe(stages, tools.Services.GetRequiredService<ICompany>().Profile, isDry) + Describe(deals, [single, teams], isDry, sending));
            return 0;
        });
        return new Command("alerts", "Alerts about deals.") { run, Backtest(data), Report(data) };
    }

    private static Command Backtest(Option<string?> data)
    {
        var rule = new Argument<string>("rule") { Description = $"The rule to play through the past: {string.Join(", ", RuleBacktest.Kinds.Order().Select(kind => AlertKinds.Of(kind).Key))}." };
        var days = new Option<int>("--days") { Description = $"How far back, {RuleBacktest.LeastDays} to {RuleBacktest.MostDays} (default {BacktestWish.UsualDays}).", CustomParser = GivenValues.WholeNumber("--days", RuleBacktest.LeastDays, RuleBacktest.MostDays), DefaultValueFactory = _ => BacktestWish.UsualDays };
        var threshold = new Option<string?>("--threshold") { Description = "One more threshold to test, in the rule's own unit: days, percent, times, an amount." };
        var now = Now("The end of the time, instead of the clock's moment.");
        var json = new Option<bool>("--json") { Description = "The outcome as one line of JSON." };
        var command = new Command("backtest", "Plays a rule through the past, at several thresholds: how often it would have told what, and what became of those deals.") { rule, days, threshold, now, json };
        command.Validators.Add(result =>
        {
            if (result.GetResult(rule) is { Tokens.Count: 1 } && ProblemOf(result.GetValue(rule), result.GetValue(threshold)) is { } problem)
            {
                result.AddError(problem);
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var tools = Tools.Open(DataFolder.Existing(parsed.GetValue(data)));
            var moment = Moment(parsed.GetValue(now), tools.Services);
            var (desk, company) = (tools.Services.GetRequiredService<BacktestDesk>(), tools.Services.GetRequiredService<ICompany>().Profile);
            if (Wish(parsed.GetValue(rule), parsed.GetValue(threshold)) is not { Rule: { } tested } wish)
            {
                return 2;
            }

            var report = await desk.OfAsync(tested, wish.Threshold, parsed.GetValue(days), moment, cancellationToken);
            await Console.Out.WriteLineAsync(parsed.GetValue(json) ? JsonLine.Of(BacktestCard.Data(report, company)) : PlainTextRenderer.Render(BacktestCard.Of(report, company, mayEdit: false)));
            return 0;
        });
        return command;
    }

    private static string? ProblemOf(string? rule, string? threshold) =>
        threshold is not null && !GivenValues.TryReadNumber(threshold, out _) ? $"--threshold {threshold} is not a number; write 14 or 2.5." : Wish(rule, threshold).Problem();

    private static BacktestWish Wish(string? rule, string? threshold) =>
        new(rule ?? "", RuleNames.Find(rule ?? ""), threshold is not null && GivenValues.TryReadNumber(threshold, out var number) ? number : null, null, BacktestWish.UsualDays);

    private static Command Report(Option<string?> data)
    {
        var days = new Option<int>("--days") { Description = $"How far back, 1 to {AlertReportDesk.MostDays} (default {AlertReportDesk.UsualDays}).", CustomParser = GivenValues.WholeNumber("--days", 1, AlertReportDesk.MostDays), DefaultValueFactory = _ => AlertReportDesk.UsualDays };
        var now = Now("The end of the time, instead of the clock's moment.");
        var json = new Option<bool>("--json") { Description = "The outcome as one line of JSON." };
        var command = new Command("report", "Says what became of the alerts, rule by rule: acted on, not useful, ignored; and what would be better.") { days, now, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var tools = Tools.Open(DataFolder.Existing(parsed.GetValue(data)));
            await using var scope = tools.Services.CreateAsyncScope();
            var report = await scope.ServiceProvider.GetRequiredService<AlertReportDesk>().OfAsync(parsed.GetValue(days), Moment(parsed.GetValue(now), tools.Services), cancellationToken);
            await Console.Out.WriteLineAsync(parsed.GetValue(json) ? JsonLine.Of(AlertReportCard.Data(report)) : PlainTextRenderer.Render(AlertReportCard.Of(report)));
            return 0;
        });
        return command;
    }

    private static Option<string?> Now(string description)
    {
        var now = new Option<string?>("--now") { Description = description, Arity = ArgumentArity.ZeroOrOne };
        now.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } given && !GivenValues.TryReadInstant(given, out _))
            {
                result.AddError($"--now {given} is not a moment; write 2026-06-04 or 2026-06-04T09:00:00Z.");
            }
        });
        return now;
    }

    private static DateTimeOffset Moment(string? given, IServiceProvider services) =>
        given is not null && GivenValues.TryReadInstant(given, out var instant) ? instant : services.GetRequiredService<TimeProvider>().GetUtcNow();

    private static Task Enlisted(Action enlist)
    {
        enlist();
        return Task.CompletedTask;
    }

    private static async Task<TPlan> RunAsync<TAlert, TPlan>(IServiceProvider services, bool isDry, Func<TAlert, Task<TPlan>> planning, Func<TAlert, TPlan, Task> enlisting, CancellationToken cancellationToken)
        where TAlert : notnull
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            await using var scope = services.CreateAsyncScope();
            var alert = scope.ServiceProvider.GetRequiredService<TAlert>();
            var plan = await planning(alert);
            if (isDry)
            {
                return plan;
            }

            // A server's own run may have told the same meanwhile; what is left to tell then is planned anew.
            await enlisting(alert, plan);
            if (await scope.ServiceProvider.GetRequiredService<ITurnTransaction>().CommitAsync(cancellationToken) == CommitOutcome.Committed)
            {
                return plan;
            }
        }

        throw new CommandException("The deals changed while they were looked at; nothing was posted. Run it again.");
    }

    /// <summary>A running server sends what waits; without one it is sent from here.</summary>
    private static async Task<Sending> SendAsync(DataFolder folder, IServiceProvider services, CancellationToken cancellationToken)
    {
        using var held = folder.TryLock();
        if (held is null)
        {
            return Sending.ByServer;
        }

        var outbox = services.GetRequiredService<IOutbox>();
        var clock = services.GetRequiredService<TimeProvider>();
        using var worker = ActivatorUtilities.CreateInstance<OutboxWorker>(services);
        await worker.StartAsync(cancellationToken);
        var started = clock.GetTimestamp();
        while (outbox.Waiting > 0 && clock.GetElapsedTime(started) < SendPatience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), clock, cancellationToken);
        }

        await worker.StopAsync(cancellationToken);
        return outbox.Waiting > 0 ? Sending.Waits : Sending.Done;
    }

    private static string ToJson(SlowStagesPlan stages, StalledDealsPlan plan, IReadOnlyList<AlertPlan> rules, bool isDry)
    {
        var json = plan.ToJson();
        Add("posts", rules.SelectMany(rule => rule.PostsToJson()));
        Add("leftOut", rules.SelectMany(rule => rule.LeftOutToJson()));
        json["over"] = new JsonArray([.. rules.SelectMany(rule => rule.OverToJson())]);
        json["slowStages"] = stages.ToJson();
        json["dryRun"] = isDry;
        return JsonLine.Of(json);

        void Add(string list, IEnumerable<JsonObject> more)
        {
            foreach (var one in more)
            {
                json[list]?.AsArray().Add((JsonNode)one);
            }
        }
    }

    /// <summary>A line for each stage that has something to be told; empty when there is none.</summary>
    private static string Describe(SlowStagesPlan plan, CompanyProfile company, bool isDry)
    {
        var lines = plan.Posts.Select(post => $"{SlowStageCards.Headline(post.Drift, company)}: {(post.Rooms.Count == 0 ? "told before" : $"{(isDry ? "would be told" : "told")} in {Text($"{post.Rooms.Count:N0}")} room{(post.Rooms.Count == 1 ? "" : "s")}")}")
            .Concat(plan.LeftOut.Select(left => $"{SlowStageCards.Headline(left.Drift, company)}: left out, {left.Reason}"))
            .Concat(plan.Over.Select(over => $"{SlowStageCards.NameOf(new StageId(over.Subject.Id), company)} is slower no longer"));
        return string.Concat(lines.Select(line => line + Environment.NewLine));
    }

    private static string Describe(StalledDealsPlan plan, IReadOnlyList<AlertPlan> rules, bool isDry, Sending sending)
    {
        var lines = new List<string>
        {
            Text($"{plan.Looked:N0} open deals looked at: {plan.Posts.Count:N0} {(isDry ? "would be told" : "told")}, {plan.LeftOut.Count:N0} left out, {plan.Watched:N0} getting slow."),
        };
        lines.AddRange(plan.Posts.Select(post => Text(
            $"  {post.Team}: {post.DealName} ({post.Stall.Deal}), {post.Stall.Age:0.0} business days in {post.Stall.Stage}, limit {post.Stall.Limit:0.0}, {post.Stall.Level.ToString().ToLowerInvariant()}")));
        lines.AddRange(plan.LeftOut.GroupBy(left => left.Reason).Select(group => Text($"  left out, {group.Key}: {group.Count():N0} ({string.Join(", ", group.Take(3).Select(left => left.DealName))}{(group.Count() > 3 ? " …" : string.Empty)})")));
        lines.AddRange(plan.RoomsMissed.Select(reason => $"  room missed, {reason}."));
        if (plan.Resolved.Count > 0)
        {
            lines.Add(Text($"  {plan.Resolved.Count:N0} cards {(isDry ? "would be" : "are")} struck, because their deal has moved."));
        }

        if (rules.SelectMany(rule => AlertPlanText.Of(rule, isDry)).ToList() is { Count: > 0 } others)
        {
            lines.Add(Text($"By the other rules: {rules.Sum(rule => rule.Posts.Count + rule.Bundles.Count):N0} cards {(isDry ? "would be told" : "told")}."));
            lines.AddRange(others);
        }

        if (sending is Sending.ByServer or Sending.Waits)
        {
            lines.Add(sending == Sending.ByServer ? "The running bot sends them." : "Some could not be sent yet; they wait in the outbox for the next start.");
        }

        return string.Join(Environment.NewLine, lines);
    }

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);

    private enum Sending
    {
        Nothing,
        Done,
        ByServer,
        Waits,
    }
}
