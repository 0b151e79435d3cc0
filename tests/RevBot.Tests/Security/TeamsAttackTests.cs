using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RevBot.Testing.Teams;
using RevBot.Tests.Support;

namespace RevBot.Tests.Security;

/// <summary>Somebody in Teams, or on the way to it, who means harm, against the real program with everything it can log switched on.</summary>
public sealed class TeamsAttackTests
{
    private const string Hostile = "<at>RevBot</at> [Acme](https://evil.example) **x** <script>alert(1)</script>";
    private const string Injection = "Robert'); DROP TABLE deals;--";

    [Fact]
    public async Task Nobody_gets_further_than_they_may_and_nothing_secret_is_logged()
    {
        using var folder = new TempFolder();
        var data = folder.File("data");
        await ImportAsync(folder, data);
        await using var issuer = await FakeTokenIssuer.StartAsync();
        await using var teams = await FakeConnector.StartAsync();
        issuer.AddKey("slack-only", "slack");
        foreach (var user in People)
        {
            teams.Add(new FakeTeamsRoom(TeamsPayloads.ChatOf(user.Id), "personal") { Members = [user] });
        }

        teams.Add(new FakeTeamsRoom(TeamsPayloads.ChannelId, "channel", "Sales/Deals") { TeamId = TeamsPayloads.TeamId, Members = [.. People] });
        var settings = issuer.Environment().Concat(teams.Settings()).Append(new("Logging:LogLevel:Default", "Debug"))
            .GroupBy(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal)).ToDictionary(group => group.Key, group => group.Last().Value);
        await using var bot = await RevBotProcess.ServeAsync(data, settings);
        using var http = new HttpClient { BaseAddress = bot.Address };
        var sender = new TeamsSender(issuer, http);
        var payloads = new TeamsPayloads(teams.ServiceUrl.ToString());
        var store = StoreFile.In(data);

        // One real change, one form that was offered, both to Olga.
        Assert.Equal(200, (await sender.SendAsync(payloads.Says("29:olga", "set #1 amount to 77777"))).Status);
        Assert.Equal(200, (await sender.SendAsync(payloads.Says("29:olga", "#2 closed lost", "1700000000002"))).Status);
        await bot.DrainAsync();
        var session = store.One("SELECT id FROM form_sessions") ?? string.Empty;
        Assert.Equal(("1", 32), (store.One("SELECT count(*) FROM events WHERE kind = 'amount_changed'"), session.Length));

        var before = Contents(store);
        await ForgedAsync(sender, issuer, payloads);
        await EverythingAsync(sender, payloads, session);
        await NonsenseAsync(sender, issuer, teams.ServiceUrl.ToString());
        await StrangeCardsAsync(sender, issuer, payloads, session);
        await bot.DrainAsync();
        Assert.Equal(before, Contents(store));
        Assert.Equal("ok", store.One("PRAGMA integrity_check"));
        foreach (var message in teams.Messages.Where(message => Strangers.Any(stranger => message.ConversationId == TeamsPayloads.ChatOf(stranger))))
        {
            Assert.DoesNotContain("Globex", message.Face.GetRawText(), StringComparison.Ordinal);
        }

        Assert.Equal(0, await bot.InterruptAsync());
        foreach (var secret in new[] { FakeTokenIssuer.AppPassword, "eyJ", "Bearer ", "77777", "Globex", "olga@example.com", "DROP TABLE", "evil.example" })
        {
            Assert.DoesNotContain(secret, bot.Output, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("failed (ref", bot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", bot.Output, StringComparison.OrdinalIgnoreCase);
    }

    private static IReadOnlyList<FakeTeamsUser> People { get; } =
    [
        new("29:olga", "Olga", "olga@example.com"),
        new("29:rita", "Rita", "rita@example.com"),
        new("29:guest", "Olga", "olga@example.com") { UserRole = "guest" },
        new("29:outside", "Olga", "olga@example.com") { UserPrincipalName = "olga_example.com#EXT#@host.onmicrosoft.com", UserRole = null },
        new("29:elsewhere", "Olga", "olga@example.com") { TenantId = "00000000-0000-0000-0000-000000000009" },
        new("29:anonymous", "Olga", "olga@example.com") { UserRole = "anonymous" },
        new("29:nobody", "Nobody", null),
    ];

    private static IEnumerable<string> Strangers => People.Skip(2).Select(user => user.Id);

    private static async Task ImportAsync(TempFolder folder, string data)
    {
        await File.WriteAllTextAsync(folder.File("people.csv"), "id,name,email,role\nolga,Olga Petrova,olga@example.com,operations\nrita,Rita Rep,rita@example.com,rep\n");
        await File.WriteAllTextAsync(folder.File("deals.csv"), $"id,name,stage,created,owner,amount,close date\n1,\"{Hostile}\",Proposal,2026-01-05,Olga Petrova,1000,2026-12-01\n2,Globex,Proposal,2026-01-05,Olga Petrova,1000,2026-12-01\n3,\"{Injection}\",Proposal,2026-01-05,Olga Petrova,1000,2026-12-01\n");
        foreach (var kind in new[] { "people", "deals" })
        {
            var result = await RevBotProcess.RunAsync(["import", kind, folder.File($"{kind}.csv"), "--data", data]);
            Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        }
    }

    /// <summary>Olga's own wishes, by somebody who is not Teams.</summary>
    private static async Task ForgedAsync(TeamsSender sender, FakeTokenIssuer issuer, TeamsPayloads payloads)
    {
        var wish = payloads.Says("29:olga", "set Globex amount to 1", "1700000000077");
        var service = wish["serviceUrl"]!.ToString();
        TokenPlan[] forged =
        [
            new() { Service = service, Algorithm = "none" },
            new() { Service = service, Algorithm = "HS256" },
            new() { Service = service, IsRogue = true },
            new() { Service = service, Issuer = "https://evil.example" },
            new() { Service = service, Audience = "00000000-0000-0000-0000-000000000001" },
            new() { Service = service, Expires = TimeSpan.FromHours(-1), NotBefore = TimeSpan.FromHours(-2) },
            new() { Service = service, KeyId = "slack-only" },
            new() { Service = "https://smba.trafficmanager.net/emea/" },
            new(),
        ];
        foreach (var plan in forged)
        {
            var status = (await sender.SendAsync(wish, issuer.Sign(plan))).Status;
            Assert.True(status is 401 or 403, $"{plan} was answered {status}");
        }

        Assert.Equal(401, (await sender.SendAsync(wish, token: null)).Status);
        Assert.Equal(403, (await sender.SendAsync(new TeamsPayloads("https://evil.example/").Says("29:olga", "set Globex amount to 1"))).Status);

        // Another organisation says it is ours in one place and not in the other.
        wish["conversation"]!["tenantId"] = "00000000-0000-0000-0000-000000000009";
        Assert.Equal(200, (await sender.SendAsync(wish)).Status);
    }

    /// <summary>Every way in, with the names and ids of things that are somebody else's.</summary>
    private static async Task EverythingAsync(TeamsSender sender, TeamsPayloads payloads, string session)
    {
        var number = 0;
        foreach (var user in Strangers.Append("29:rita"))
        {
            foreach (var text in new[] { "move Globex to Qualification", "#2 closed lost", "undo", "set Globex amount to 1", "assign Globex to Rita Rep", "snooze Globex for 7 days", "'; DELETE FROM events; --" })
            {
                Assert.Equal(200, (await sender.SendAsync(payloads.Says(user, text, $"17000000{++number:d5}"))).Status);
            }

            foreach (var (action, value) in new[]
            {
                ("undo-last-change.undo", "1|teams:a:1-29:olga:1700000000001"), ("forms.open", session), ("forms.cancel", session), ("clarify.pick", session + "|0"), ("move-deal.open", "2"),
                ("alerts.snooze", "stalled-deal:2:0"), ("alerts.snooze", "stalled-deal:2:99999999999999"), ("ask.again", "nobody|1763712000|now|0|pipeline by stage"), ("forms.open", string.Empty), ("forms.open", new string('x', 2000)), ("no-such-action", "x"),
            })
            {
                var data = Data(new { revbot = new { @do = "click", action, value } });
                Assert.Equal(200, (await sender.SendAsync(payloads.Executes(user, "1", data, id: $"f:{++number}"))).Status);
                Assert.Equal(200, (await sender.SendAsync(payloads.Dialog(user, "task/fetch", data, $"f:{++number}"))).Status);
                Assert.Equal(200, (await sender.SendAsync(payloads.Submits(user, "1", data, $"18000000{++number:d5}"))).Status);
            }

            var submit = Data(new { revbot = new { @do = "submit", session }, loss_reason = "price", reason = "price" });
            Assert.Equal(200, (await sender.SendAsync(payloads.Executes(user, "1", submit, id: $"f:{++number}"))).Status);
            Assert.Equal(200, (await sender.SendAsync(payloads.Dialog(user, "task/submit", submit, $"f:{++number}"))).Status);
            var shown = await sender.SendAsync(payloads.Executes(user, "1", Data(new { revbot = new { @do = "show", session } }), trigger: "automatic"));
            Assert.DoesNotContain("Input.", shown.Answer!.Value.GetRawText(), StringComparison.Ordinal);
            var found = await sender.SendAsync(payloads.Searches(user, $"{session}/loss_reason", ""));
            Assert.Equal(0, found.Value.GetProperty("results").GetArrayLength());
        }
    }

    /// <summary>Signed, and still nonsense: refused or dropped, never a fault of ours.</summary>
    private static async Task NonsenseAsync(TeamsSender sender, FakeTokenIssuer issuer, string service)
    {
        var payloads = new TeamsPayloads(service);
        var whole = payloads.Says("29:olga", "hi").ToJsonString();
        byte[][] bodies =
        [
            Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"type\":", 50_000)) + "1" + new string('}', 50_000)),
            Encoding.UTF8.GetBytes(new string('[', 500_000)),
            [.. "{\"type\":\"message\",\"text\":\""u8, 0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, .. "\"}"u8],
            Encoding.UTF8.GetBytes(payloads.Says("29:olga", new string('a', 900_000), "1700000001001").ToJsonString()),
            Encoding.UTF8.GetBytes(payloads.Says("29:olga", string.Concat(Enumerable.Repeat("<at>", 40_000)), "1700000001002").ToJsonString()),
            Encoding.UTF8.GetBytes(whole.Replace("\"hi\"", "\"pipe\\u0000line \\ud800 \\u202e\"", StringComparison.Ordinal)),
            Encoding.UTF8.GetBytes(whole.Replace("\"from\":{", "\"from\":null,\"x\":{", StringComparison.Ordinal)),
            Encoding.UTF8.GetBytes(whole.Replace("\"entities\":[", "\"entities\":[null,7,", StringComparison.Ordinal)),
            Encoding.UTF8.GetBytes(payloads.Any("conversationUpdate").With("membersAdded", new JsonArray(null, new JsonObject())).ToJsonString()),
            Encoding.UTF8.GetBytes(payloads.Any("installationUpdate").ToJsonString()),
            Encoding.UTF8.GetBytes(payloads.Any("invoke").ToJsonString()),
        ];
        foreach (var body in bodies)
        {
            var status = (await sender.SendAsync(body, issuer.Sign(service))).Status;
            Assert.True(status is 200 or 400 or 501, $"answered {status} to {Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(80, body.Length)))}");
        }
    }

    /// <summary>Card data is whatever the sender writes; no shape of it may be more than a press that is not understood.</summary>
    private static async Task StrangeCardsAsync(TeamsSender sender, FakeTokenIssuer issuer, TeamsPayloads payloads, string session)
    {
        var number = 0;
        var wide = string.Join(',', Enumerable.Range(0, 20_000).Select(at => $"\"f{at}\":\"x\""));
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 50)) + "1" + new string('}', 50);
        var submit = $"\"revbot\":{{\"do\":\"submit\",\"session\":\"{session}\"";
        string[] strange =
        [
            "7", "[]", "null", "\"revbot\"", "{}", "{\"revbot\":null}", "{\"revbot\":[]}", "{\"revbot\":{}}", "{\"revbot\":{\"do\":7}}", "{\"revbot\":{\"do\":\"click\",\"action\":{\"x\":1}}}",
            "{\"revbot\":{\"do\":\"click\",\"action\":\"\\ud800\",\"value\":\"\\udfff\"}}", $"{{\"\\ud800\":\"x\",{submit}}}}}", $"{{{submit}}},\"reason\":\"\\ud800\"}}", $"{{{submit}}},\"\\udfff\":\"x\"}}",
            $"{{{submit},\"shown\":[null]}}}}", $"{{{submit},\"shown\":\"reason\"}}}}", $"{{{submit}}},\"reason\":{deep}}}", $"{{{submit}}},\"reason\":[1],\"amount\":1e999}}", $"{{{submit}}},{wide}}}",
            $"{{{submit}}},\"reason\":\"{new string('x', 500_000)}\"}}", $"{{{submit}}},\"reason\":\"a\",\"reason\":\"b\"}}",
        ];
        foreach (var data in strange)
        {
            foreach (var name in new[] { "adaptiveCard/action", "task/fetch", "task/submit", "application/search", "message" })
            {
                var value = name switch
                {
                    "adaptiveCard/action" => $"{{\"action\":{{\"type\":\"Action.Execute\",\"data\":{data}}},\"trigger\":\"manual\"}}",
                    "application/search" => $"{{\"queryText\":\"\\ud800\",\"dataset\":\"{session}/deal\",\"data\":{data}}}",
                    "message" => data,
                    _ => $"{{\"data\":{data}}}",
                };
                var activity = (name == "message" ? payloads.Any("message", "29:rita") : payloads.Invoke("29:rita", name, "f:x", null, "1")).With("id", $"strange:{++number}").ToJsonString();
                var body = Encoding.UTF8.GetBytes($"{activity[..^1]},\"value\":{value}}}");
                var status = (await sender.SendAsync(body, issuer.Sign(payloads.Any("message")["serviceUrl"]!.ToString()))).Status;
                Assert.True(status == 200, $"{name} answered {status} to {data[..Math.Min(120, data.Length)]}");
            }
        }
    }

    private static JsonElement Data<T>(T data) => JsonSerializer.SerializeToElement(data);

    private static string Contents(StoreFile store) => string.Join(' ', store.Rows("SELECT (SELECT count(*) FROM events), (SELECT count(*) FROM deals), (SELECT count(*) FROM alert_marks WHERE kind NOT IN ('deal-alerts', 'team-alerts'))")[0]);
}
