using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using RevBot.Testing.Slack;

namespace RevBot.Tests.Fuzz;

/// <summary>Payloads as Slack sends them, of every kind we are sent, by people of the company or by others, about deals that are there.</summary>
internal sealed class FuzzCorpus(QuietSlackServer slack)
{
    public const int Deals = 300;

    public const int Leads = 40;

    /// <summary>Reps, a manager, somebody of operations and an executive.</summary>
    public static readonly string[] People = ["U1", "U2", "U3", "U4", "U5", "U6"];

    /// <summary>A guest, somebody deleted, somebody of another company, and two nobody knows.</summary>
    public static readonly string[] Strangers = ["UGUEST", "UDELETED", "UELSEWHERE", "UNOBODY", "W\u0000?"];

    private static readonly string[] Sentences =
    [
        "move #{0} to negotiation", "#{0} closed lost", "#{0} closed won", "set #{0} amount to 80k", "push #{0} by 2 weeks", "next step for #{0}: call on Friday", "pause #{0} until 1 Feb: budget", "resume #{0}",
        "undo", "cancel", "1", "2", "keep", "skip", "yes", "back", "tell me about #{0}", "pipeline by stage", "win rate this quarter", "list deals in Proposal", "my digest", "my day", "help", "forms report", "snooze #{0} for 3 days",
        "who changed the amount of #{0}?", "update a deal", "what's stuck?", "log a loss", "assign #{0} to Rep 2", "zebra", "", "move Deal {0} to discovery and set its amount to 5k", "raise Deal {0} by 10%", "hygiene audit",
        "new deal Fuzz {0} 40k closing 15 March", "create account Firm {0}", "add contact Jo {0}, CFO, to Firm {0}", "log a call with #{0}: they like it, next step call", "hand over #{0}", "submit my forecast", "my commit is 130k, best case 160k",
        "exception for #{0} to negotiation until tomorrow: the board meets", "approve #{0}", "what waits for my approval?", "exception report", "push all my deals by 2 weeks", "set the next step of all deals in Proposal to \"call\"", "move all my deals to closed lost",
        "undo the last import", "my leads", "accept lead #L-{1}", "return lead #L-{1}: no capacity", "qualify lead #L-{1}", "disqualify lead #L-{1}", "convert lead #L-{1}", "assign lead #L-{1} to Rep 2", "who owns #{0}, and since when?",
    ];

    private static readonly string[] Actions =
    [
        "forms.open", "forms.cancel", "clarify.pick", "turn.dismiss", "undo-last-change.undo", "move-deal.open", "move-deal.lose", "pause-deal.open", "pause-deal.resume", "update-deal.next-step", "deal-lookup.open", "ask.again", "ask.deals",
        "list-deals.page", "alerts.snooze", "alerts.wake", "alerts.show", "alerts.not-useful", "alerts.snooze-form", "alert-report.apply", "alert-report.show", "backtest.set-threshold", "changes.deals", "digests.page", "hygiene-audit.fix",
        "approvals.ask", "approvals.approve", "approvals.decline", "approvals.move", "approvals.show", "approvals.withdraw", "hand-over.open", "log-activity.open", "leads.accept", "leads.return", "leads.qualify", "leads.disqualify", "leads.mql", "leads.convert",
        "undo-last-change.confirm", "undo-last-change.keep", "hygiene-audit.page", "post-mortem.open", "review.part", "stalled-deals.page", "my-day.show", "create-deal.open", "pick-deal.update", "submit-forecast.open", "log-activity.message", "no-such-action",
    ];

    private static readonly string[] Shortcuts = ["create-deal.open", "pick-deal.update", "my-day.show", "log-activity.message", "update", ""];

    private static readonly string[] Numbers = ["0", "1", "2", "-1", "40", "2147483647", "2147483646", "99999999999999999999", "", "x", "1.5"];

    private static readonly string[] Sought = ["deal", "Deal 12", "rep", "#", "%", "'", "a", new string('x', 4_000), "\u0130", "*", "\u0000"];

    private static readonly string[] Typed = ["price", "too_expensive", "80k", "-1", "2027-12-24", "0001-01-01", "9999-12-31", "Friday", "1", "proposal", "closed_lost", "1e30", "99999999999999999999999999999999", "¾", "", "   ", "Rep 2", "rep2", "a\nb", "12/31/1999"];

    /// <summary>A payload for one of the three addresses; what is no JSON there is made into its form by <see cref="FuzzEncoding"/>.</summary>
    public (FuzzDoor Door, JsonObject Payload) Pick(Random random, long number, bool isStranger)
    {
        var user = Any(random, isStranger ? Strangers : People);
        var (direct, deal) = ($"D{user}", random.Next(1, Deals + 1));
        var unique = Trigger(number, user);
        var ts = string.Create(CultureInfo.InvariantCulture, $"1766458027.{number:d8}");
        var eventId = string.Create(CultureInfo.InvariantCulture, $"EvF{number}");
        var address = new Uri(slack.ApiUrl, $"/hooks/{number}").ToString();
        switch (random.Next(20))
        {
            case < 4:
                return (FuzzDoor.Events, SlackPayloads.DirectMessage(eventId, user, Sentence(random, deal), direct, ts));
            case < 6:
                return (FuzzDoor.Events, SlackPayloads.Mention(eventId, user, Sentence(random, deal), $"C{random.Next(1, 20)}", ts, random.Next(3) == 0 ? "1766458026.240809" : null));
            case 6:
                return (FuzzDoor.Events, Other(random, eventId, user));
            case < 9:
                return (FuzzDoor.Commands, SlackPayloads.Command(user, Sentence(random, deal), unique, address, random.Next(2) == 0 ? direct : "C1"));
            case < 13:
                var (action, value, place) = random.Next(3) > 0 && slack.Button(random) is { } shown ? shown : (Any(random, Actions), Value(random, deal), random.Next(2) == 0 ? direct : "C1");
                var presser = !isStranger && place.StartsWith("DU", StringComparison.Ordinal) ? place[1..] : user;
                return (FuzzDoor.Interactivity, SlackPayloads.Click(presser, action, value, Trigger(number, presser), address, place, ts, isEphemeral: random.Next(4) == 0));
            case < 17:
                var form = View(random);
                var filler = isStranger || random.Next(4) == 0 ? user : OpenerOf(form) ?? user;
                return (FuzzDoor.Interactivity, SlackPayloads.Submission(filler, form, unique, random.Next(3) == 0 ? Values(random) : Fitting(random, form)));
            case 17:
                return (FuzzDoor.Interactivity, random.Next(2) == 0 ? Search(random, user) : SlackPayloads.Change(user, View(random), "loss_reason", unique, Values(random)));
            default:
                return (FuzzDoor.Interactivity, Rest(random, user, unique));
        }
    }

    public static T Any<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>Ids of other things: what belongs to somebody else, has ended or never was.</summary>
    public string Id(Random random, bool isStranger) => random.Next(6) switch
    {
        0 => slack.Button(random)?.Value ?? "",
        1 => random.Next(-1, Deals * 2).ToString(CultureInfo.InvariantCulture),
        2 => Any(random, isStranger ? Strangers : People),
        3 => Any(random, Actions),
        4 => string.Concat(Enumerable.Range(0, 8).Select(_ => random.Next(0x10000).ToString("x4", CultureInfo.InvariantCulture))),
        _ => View(random).TryGetProperty("private_metadata", out var metadata) ? metadata.GetString() ?? "" : "C1",
    };

    private static string Sentence(Random random, int deal) => string.Format(CultureInfo.InvariantCulture, Any(random, Sentences), deal, deal % Leads);

    /// <summary>Names its person, so that the form it opens is known to be theirs.</summary>
    private static string Trigger(long number, string user) => string.Create(CultureInfo.InvariantCulture, $"{number}.2.{user}");

    /// <summary>Who opened the form; null where it was changed since.</summary>
    private static string? OpenerOf(JsonElement view) =>
        view.TryGetProperty(QuietSlackServer.OpenedWith, out var trigger) && trigger.GetString()?.Split(".2.") is [_, var user] ? user : null;

    /// <summary>What the form takes, or nearly: an option of each choice, a day, a number, words.</summary>
    private static (string Field, string? Value)[] Fitting(Random random, JsonElement view)
    {
        var values = new List<(string, string?)>();
        foreach (var block in view.GetProperty("blocks").EnumerateArray().Where(block => block.GetProperty("type").GetString() == "input"))
        {
            var element = block.GetProperty("element");
            values.Add((block.GetProperty("block_id").GetString() ?? "", element.GetProperty("type").GetString() switch
            {
                "static_select" => Any(random, [.. OptionsOf(element)]),
                "external_select" => random.Next(1, Deals + 1).ToString(CultureInfo.InvariantCulture),
                "datepicker" => Any(random, (string[])["2026-11-20", "2027-03-01", "2027-12-24"]),
                "number_input" => "7",
                _ => Any(random, (string[])["80k", "A call on Friday", "1200"]),
            }));
        }

        return [.. values];
    }

    private static IEnumerable<string> OptionsOf(JsonElement select) =>
        (select.TryGetProperty("option_groups", out var groups) ? groups.EnumerateArray().SelectMany(group => group.GetProperty("options").EnumerateArray()) : select.GetProperty("options").EnumerateArray())
            .Select(option => option.GetProperty("value").GetString() ?? "");

    /// <summary>What buttons carry, with numbers at the ends of what fits.</summary>
    private static string Value(Random random, int deal)
    {
        var (number, when) = (Any(random, Numbers), Any(random, (string[])["1763712000", "253402300799", "0", "-1", "now"]));
        return random.Next(10) switch
        {
            8 => string.Create(CultureInfo.InvariantCulture, $"L-{deal % Leads}"),
            9 => $"{deal}|{Any(random, (string[])["negotiation", "won", "", "discovery"])}",
            0 => deal.ToString(CultureInfo.InvariantCulture),
            1 => $"stalled-deal:{deal}:{number}",
            2 => $"rep{random.Next(6)}|{when}|{Any(random, (string[])["now", "asof"])}|{number}|{Any(random, (string[])["deals in Proposal", "pipeline by stage", "pipeline this quarter", "what changed last week?"])}",
            3 => $"{deal}|{number}|{Any(random, Numbers)}",
            4 => $"{number}|{Any(random, (string[])["", "99", "-1", "Amount", "NoNextStep"])}|{Any(random, (string[])["", "Rep 1", "team EMEA"])}",
            5 => $"{number}.{number}|{deal}|{when}",
            6 => $"{deal}|slack:EvF{random.Next(1_000)}",
            _ => "",
        };
    }

    private static (string Field, string? Value)[] Values(Random random) =>
    [
        .. new[] { "loss_reason", "stage", "amount", "close_date", "next_step", "next_step_date", "reason", "until", "deal", "competitor", "loss_note", "owner" }.Where(_ => random.Next(2) == 0).Select(field => (field, (string?)Any(random, Typed))),
    ];

    private JsonElement View(Random random) => slack.View(random) ?? JsonSerializer.SerializeToElement(new JsonObject
    {
        ["id"] = "V1",
        ["hash"] = "h",
        ["callback_id"] = "form",
        ["private_metadata"] = """{"session_id":"0199","room_id":"C1"}""",
        ["app_installed_team_id"] = FakeSlackServer.TeamId,
        ["blocks"] = new JsonArray(),
    });

    private static JsonObject Other(Random random, string eventId, string user) => random.Next(6) switch
    {
        0 => new JsonObject { ["type"] = "url_verification", ["token"] = "legacy", ["challenge"] = "3eZbrw1aB" },
        1 => new JsonObject { ["type"] = "app_rate_limited", ["team_id"] = FakeSlackServer.TeamId, ["minute_rate_limited"] = 1518467820 },
        2 => SlackPayloads.Event(eventId, new JsonObject { ["type"] = "member_joined_channel", ["user"] = FakeSlackServer.BotUserId, ["channel"] = "C7", ["inviter"] = user }),
        3 => SlackPayloads.Event(eventId, new JsonObject { ["type"] = "message", ["subtype"] = "message_changed", ["channel_type"] = "im", ["channel"] = "DU1", ["message"] = new JsonObject { ["user"] = user, ["text"] = "undo" } }),
        4 => SlackPayloads.Event(eventId, new JsonObject { ["type"] = "reaction_added", ["user"] = user, ["reaction"] = "x", ["item"] = new JsonObject { ["type"] = "message", ["channel"] = "C1", ["ts"] = "1.2" } }),
        _ => SlackPayloads.AppOpened(eventId, user, Any(random, (string[])["home", "home", "messages", "about"]), $"D{user}"),
    };

    /// <summary>Of a list that is searched, where a form has one; else of any field, as no client would.</summary>
    private JsonObject Search(Random random, string user)
    {
        var view = View(random);
        var fields = view.GetProperty("blocks").EnumerateArray().Where(block => block.GetProperty("type").GetString() == "input").ToList();
        var searched = fields.FindAll(block => block.GetProperty("element").GetProperty("type").GetString() == "external_select");
        var field = searched.Count > 0 ? Any(random, searched) : fields.Count > 0 ? Any(random, fields) : default;
        var id = field.ValueKind == JsonValueKind.Object ? field.GetProperty("block_id").GetString() ?? "" : "deal";
        return SlackPayloads.Suggestion(random.Next(4) == 0 ? user : OpenerOf(view) ?? user, view, id, Any(random, random.Next(2) == 0 ? Typed : Sought));
    }

    private JsonObject Rest(Random random, string user, string unique)
    {
        var payload = SlackPayloads.Submission(user, View(random), unique);
        switch (random.Next(5))
        {
            case 0:
                payload["type"] = "view_closed";
                payload["is_cleared"] = false;
                break;
            case 1:
                payload["type"] = "block_suggestion";
                payload["action_id"] = "v";
                payload["block_id"] = "deal";
                payload["value"] = "acm";
                break;
            case 2:
                return SlackPayloads.Shortcut(user, Any(random, Shortcuts), unique);
            case 3:
                var (action, value, _) = slack.Button(random) ?? ("my-day.show", "", "");
                return SlackPayloads.HomeClick(user, default, action, value, unique);
            default:
                return SlackPayloads.MessageShortcut(user, Any(random, Shortcuts), Sentence(random, random.Next(1, Deals + 1)), unique, new Uri(slack.ApiUrl, "/hooks/1").ToString());
        }

        return payload;
    }
}
