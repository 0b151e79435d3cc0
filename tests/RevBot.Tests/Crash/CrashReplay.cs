using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using RevBot.Testing.Slack;
using RevBot.Tests.Support;

namespace RevBot.Tests.Crash;

/// <summary>Plays Slack to a bot that is killed again and again: repeats what was not acknowledged, presses the buttons it is shown and fills in the forms that open.</summary>
internal sealed class CrashReplay(FakeSlackServer slack, string data, IReadOnlyList<string> deals, int seed) : IAsyncDisposable
{
    private const int Senders = 8;

    private readonly int _port = RevBotProcess.FreePort();
    private readonly Random _random = new(seed);
    private readonly ConcurrentQueue<string> _accepted = new();
    private readonly ConcurrentDictionary<string, string> _amounts = new();
    private readonly ConcurrentDictionary<string, bool> _pressed = new();
    private readonly List<DateTimeOffset> _kills = [];
    private RevBotProcess? _bot;

    /// <summary>Ids of the events that were answered 200.</summary>
    public IReadOnlyCollection<string> Accepted => _accepted;

    /// <summary>Event id to the deal and amount it set.</summary>
    public IReadOnlyDictionary<string, string> Amounts => _amounts;

    public IReadOnlyList<DateTimeOffset> Kills => _kills;

    public RevBotProcess Bot => _bot ?? throw new InvalidOperationException("The bot was not started.");

    public async Task RunAsync(int events, int kills)
    {
        _bot = await StartAsync();
        using var done = new CancellationTokenSource();
        var killing = KillAsync(kills, events, done.Token);
        var clicking = ClickAsync(done.Token);
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(async _ =>
        {
            using var http = NewClient();
            for (var number = Interlocked.Increment(ref next); number < events; number = Interlocked.Increment(ref next))
            {
                await DeliverAsync(http, number);
                Progress = number;
            }
        }));
        await killing;
        await Bot.DrainAsync();
        await Task.Delay(500);
        await done.CancelAsync();
        await clicking;
        await Bot.DrainAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_bot is not null)
        {
            await _bot.DisposeAsync();
        }
    }

    private int Progress { get; set; }

    private HttpClient NewClient() => new() { BaseAddress = new Uri($"http://127.0.0.1:{_port}"), Timeout = TimeSpan.FromSeconds(10) };

    private Task<RevBotProcess> StartAsync() => RevBotProcess.ServeAsync(data, slack.Settings(), _port);

    /// <summary>A question, a change, or a lost deal; the same event again until it is answered 200, as Slack does.</summary>
    private async Task DeliverAsync(HttpClient http, int number)
    {
        var deal = deals[number % deals.Count];
        var id = string.Create(CultureInfo.InvariantCulture, $"EvC{number:d6}");
        var amount = string.Create(CultureInfo.InvariantCulture, $"{10_000 + number}");
        var text = (number % 10) switch
        {
            < 6 => number % 2 == 0 ? "pipeline by stage" : "win rate by source last year",
            < 9 => $"set #{deal} amount to {amount}",
            _ => $"#{deal} closed lost",
        };
        if (text.StartsWith("set", StringComparison.Ordinal))
        {
            _amounts[id] = $"{deal}={amount}";
        }

        var room = string.Create(CultureInfo.InvariantCulture, $"D{number % 40:d2}");
        var ts = string.Create(CultureInfo.InvariantCulture, $"17664{number:d5}.000100");
        for (var attempt = 0; attempt < 400; attempt++)
        {
            try
            {
                var delivery = await SlackSender.OverHttp(slack, http).EventAsync(SlackPayloads.DirectMessage(id, "U1", text, room, ts));
                if (delivery.Status == 200)
                {
                    _accepted.Enqueue(id);
                    return;
                }
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException or IOException)
            {
                // The bot is dead for the moment.
            }

            await Task.Delay(25);
        }

        throw new InvalidOperationException($"Event {id} was never acknowledged.");
    }

    private async Task KillAsync(int kills, int events, CancellationToken cancellationToken)
    {
        for (var round = 0; round < kills; round++)
        {
            // Spread over the replay by progress, at a random moment of a random event.
            var at = (events * (round + 1) / (kills + 1)) - 1;
            while (Progress < at)
            {
                await Task.Delay(2, cancellationToken);
            }

            await Task.Delay(_random.Next(0, 60), cancellationToken);
            _kills.Add(TimeProvider.System.GetUtcNow());
            await Bot.KillAsync();
            await Bot.DisposeAsync();
            _bot = await StartAsync();
        }
    }

    /// <summary>Opens every form that is offered, submits every form that opens, snoozes every alert: each once, again when the bot did not answer.</summary>
    private async Task ClickAsync(CancellationToken cancellationToken)
    {
        using var http = NewClient();
        var sender = SlackSender.OverHttp(slack, http);
        var seen = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var calls = slack.Calls;
            for (; seen < calls.Count; seen++)
            {
                var call = calls[seen];
                if (call.Method == "chat.postMessage" && call.IsAccepted)
                {
                    foreach (var (action, value) in Buttons(call.Arguments).Where(button => button.Action is "forms.open" or "alerts.snooze"))
                    {
                        if (_pressed.TryAdd($"{action} {value}", true))
                        {
                            await TryAsync(() => sender.ClickAsync("U1", action, value, call["channel"] ?? "D1", call.Ts ?? string.Empty));
                        }
                    }
                }
                else if (call is { Method: "views.open", IsAccepted: true })
                {
                    var view = JsonNode.Parse(call.Arguments.GetProperty("view").GetRawText())?.AsObject() ?? [];
                    view["id"] = $"V{seen}";
                    view["hash"] = "h";
                    view["app_installed_team_id"] = FakeSlackServer.TeamId;
                    var opened = JsonSerializer.SerializeToElement(view);
                    await TryAsync(() => sender.SubmitAsync("U1", opened, ("loss_reason", "price/no_budget")));
                }
            }

            await Task.Delay(20, CancellationToken.None);
        }
    }

    private static async Task TryAsync(Func<Task<SlackDelivery>> press)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            try
            {
                if ((await press()).Status == 200)
                {
                    return;
                }
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException or IOException)
            {
                // The bot is dead for the moment; a person would press again.
            }

            await Task.Delay(50);
        }
    }

    private static IEnumerable<(string Action, string Value)> Buttons(JsonElement message) =>
        message.TryGetProperty("blocks", out var blocks)
            ? from block in blocks.EnumerateArray()
              where block.GetProperty("type").GetString() == "actions"
              from element in block.GetProperty("elements").EnumerateArray()
              select (element.GetProperty("action_id").GetString() ?? string.Empty, element.GetProperty("value").GetString() ?? string.Empty)
            : [];
}
