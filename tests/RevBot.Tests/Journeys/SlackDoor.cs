using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using RevBot.Intents.Alerts;
using RevBot.Testing.Slack;
using RevBot.Tests.Support;

namespace RevBot.Tests.Journeys;

/// <summary>Over Slack's wire, by HTTP or by Socket Mode, against the fake server that checks what it is sent.</summary>
internal sealed class SlackDoor : IDoor
{
    private const int AtOnce = 16;

    private readonly FakeSlackServer _slack;
    private readonly string _data;
    private readonly bool _bySocket;
    private readonly Dictionary<string, string> _users = [];
    private readonly Dictionary<string, string?> _filled = [];
    private readonly ConcurrentQueue<int> _statuses = new();
    private RevBotProcess? _bot;
    private bool _isGuest;
    private HttpClient? _http;
    private SlackSender? _sender;
    private SlackCall? _shown;
    private string _user = string.Empty;
    private string? _team;
    private string? _thread;
    private int _said;
    private int _opened;

    private SlackDoor(FakeSlackServer slack, string data, bool bySocket)
    {
        _slack = slack;
        _data = data;
        _bySocket = bySocket;
        foreach (var person in StoreFile.In(data).Rows("SELECT email FROM people WHERE email IS NOT NULL ORDER BY id"))
        {
            UserOf(person[0]!);
        }
    }

    public IReadOnlyDictionary<string, string?> Settings => _slack.Settings(_bySocket);

    private RevBotProcess Bot => _bot ?? throw new InvalidOperationException("The door is closed.");

    private SlackSender Sender => _sender ?? throw new InvalidOperationException("The door is closed.");

    private SlackCall Shown => _shown ?? throw new InvalidOperationException("Nothing was shown yet.");

    private string ShownTs => Shown["ts"] ?? Shown.Ts ?? string.Empty;

    private string Room => _team is null ? $"D{_user}" : RoomOf(_team);

    private JsonElement View => _slack.View(_slack.LastViewId ?? throw new InvalidOperationException("No form is open."));

    public static async Task<SlackDoor> ByHttpAsync(string data) => new SlackDoor(await FakeSlackServer.StartAsync(), data, bySocket: false);

    public static async Task<SlackDoor> BySocketAsync(string data) => new SlackDoor(await FakeSlackServer.StartAsync(), data, bySocket: true);

    public async Task OpenAsync()
    {
        Connect(await RevBotProcess.ServeAsync(_data, Settings));
        if (_bySocket)
        {
            await _slack.WaitForSocketAsync();
        }
    }

    /// <summary>Opens to a bot that others have a door to as well; who started it ends it.</summary>
    public void Join(RevBotProcess bot)
    {
        Connect(bot);
        _isGuest = true;
    }

    public async Task RestartAsync()
    {
        Assert.Equal(0, await Bot.InterruptAsync());
        await CloseAsync();
        await OpenAsync();
    }

    public Task BecomeAsync(string person)
    {
        _user = UserOf(person);
        return Task.CompletedTask;
    }

    public Task EnterAsync(string? team)
    {
        (_team, _thread) = (team, null);
        return Task.CompletedTask;
    }

    public async Task<string> SayAsync(string text)
    {
        var before = _slack.Messages.Count;
        var (id, ts) = Next();
        Take(await Sender.EventAsync(_team is null ? SlackPayloads.DirectMessage(id, _user, Typed(text), Room, ts) : SlackPayloads.Mention(id, _user, Typed(text), Room, ts, _thread)));
        _thread ??= ts;
        return await NewAsync(before);
    }

    public async Task<string> PressAsync(string button)
    {
        var before = _slack.Messages.Count;
        var (action, value) = BlockText.FindButton(Blocks(Shown), button);
        await ClickAsync(action, value);
        return await NewAsync(before);
    }

    public async Task<string> OpenFormAsync(string? button)
    {
        _filled.Clear();
        _opened++;
        var (action, value) = button is null ? BlockText.FindOffer(Blocks(Shown)) : BlockText.FindButton(Blocks(Shown), button);
        await ClickAsync(action, value);
        return FormText();
    }

    public async Task<string> FillAsync(string field, string value, string? next)
    {
        var input = View.GetProperty("blocks").EnumerateArray().FirstOrDefault(block => IsInput(block) && block.GetProperty("label").GetProperty("text").GetString() == field);
        Assert.True(input.ValueKind == JsonValueKind.Object, $"The form does not ask for {field}.");
        var id = input.GetProperty("block_id").GetString()!;
        var element = input.GetProperty("element");
        _filled[id] = element.GetProperty("type").GetString() switch
        {
            "static_select" => Options(element).First(choice => choice.GetProperty("text").GetProperty("text").GetString() == value).GetProperty("value").GetString(),
            "external_select" => (await Sender.SearchAsync(_user, View, id, value)).First(choice => choice.Text == value).Value,
            _ => value,
        };
        if (input.TryGetProperty("dispatch_action", out var dispatches) && dispatches.GetBoolean())
        {
            Take(await Sender.ChangeAsync(_user, View, id, Filled()));
        }

        return FormText();
    }

    public async Task<string> SubmitAsync()
    {
        var before = _slack.Messages.Count;
        var delivery = await Sender.SubmitAsync(_user, View, Filled());
        Take(delivery);
        return delivery.Errors.Count > 0 ? string.Join('\n', delivery.Errors.Values) : await NewAsync(before);
    }

    /// <summary>As it was posted, or its newest face.</summary>
    public Task<string> FindAlertAsync(Stalled stalled)
    {
        var room = $"#{stalled.Team.ToLowerInvariant().Replace(' ', '-')}-deals";
        _shown = Assert.Single(_slack.Messages, call => call.Method == "chat.postMessage" && call["channel"] == room && call.Arguments.GetRawText().Contains(SnoozeAlertAction.Id, StringComparison.Ordinal) && TextOf(call).Contains(stalled.Name, StringComparison.Ordinal));
        var face = _slack.Messages.LastOrDefault(call => call.Method == "chat.update" && call["ts"] == Shown.Ts) ?? Shown;
        return Task.FromResult(TextOf(face));
    }

    public async Task<IReadOnlyList<IReadOnlyList<string>>> AskAllAsync(IReadOnlyList<AskedThread> threads)
    {
        var asked = threads.Select(thread => (User: thread.Person is { } person ? UserOf(person) : _user, Sentences: thread.Sentences.Select(sentence => (Text: sentence, Place: Next())).ToList())).ToList();
        var room = RoomOf("Questions");
        await Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (thread, _) =>
        {
            var root = thread.Sentences[0].Place.Ts;
            foreach (var (text, place) in thread.Sentences)
            {
                Take(await Sender.EventAsync(SlackPayloads.Mention(place.Id, thread.User, Typed(text), room, place.Ts, place.Ts == root ? null : root)));
            }
        });
        await Bot.DrainAsync();
        var answers = _slack.Messages.Where(call => call["thread_ts"] is not null).ToLookup(call => call["thread_ts"], TextOf);
        return [.. asked.Select(thread => answers[thread.Sentences[0].Place.Ts].ToList())];
    }

    public void Inspect()
    {
        Assert.All(_slack.Calls, call => Assert.True(call.IsAccepted, $"{call.Method} was refused: {call.Error} {string.Join(' ', call.Problems)}"));
        Assert.All(_statuses, status => Assert.Equal(200, status));
        Assert.Equal(_opened, _slack.Calls.Count(call => call.Method == "views.open"));
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await _slack.DisposeAsync();
    }

    private string UserOf(string person)
    {
        if (!_users.TryGetValue(person, out var user))
        {
            _users[person] = user = string.Create(CultureInfo.InvariantCulture, $"U{_users.Count + 1}");
            _slack.AddUser(new FakeSlackUser(user, person, person));
        }

        return user;
    }

    private async Task CloseAsync()
    {
        _http?.Dispose();
        if (_bot is not null && !_isGuest)
        {
            await _bot.DisposeAsync();
        }
    }

    private void Connect(RevBotProcess bot)
    {
        _bot = bot;
        _http = new HttpClient { BaseAddress = bot.Address };
        _sender = _bySocket ? SlackSender.OverSocket(_slack) : SlackSender.OverHttp(_slack, _http);
    }

    private async Task ClickAsync(string action, string value) =>
        Take(await Sender.ClickAsync(_user, action, value, Shown["channel"] ?? Room, ShownTs, Shown["thread_ts"]));

    /// <summary>The answer where there is one, else the new face of what was pressed. What others are told in person is not seen here.</summary>
    private async Task<string> NewAsync(int before)
    {
        await _slack.WaitForAsync(_ => _slack.Messages.Count > before);
        await Bot.DrainAsync();
        var news = _slack.Messages.Skip(before).Where(call => call["channel"] is { } channel && (channel[0] != 'D' || channel == $"D{_user}") && !IsByItself(call)).ToList();
        var posts = news.Where(call => call.Method is "chat.postMessage" or "chat.postEphemeral").ToList();
        if (posts.Count == 0)
        {
            posts = [news.LastOrDefault(call => _shown is not null && call["ts"] == ShownTs) ?? news[^1]];
        }

        _shown = posts[^1];
        return string.Join('\n', posts.Select(TextOf));
    }

    /// <summary>What a job posts meanwhile, such as an alert that is due, answers nobody.</summary>
    private bool IsByItself(SlackCall call) =>
        call is { Method: "chat.postMessage", Ts: { } ts } && StoreFile.In(_data).Rows("SELECT 1 FROM outbox WHERE channel = 'slack' AND turn_id NOT LIKE 'slack:%' AND delivered LIKE $ts", ("$ts", $"%\"{ts}\"%")).Count > 0;

    private (string Id, string Ts) Next()
    {
        var number = ++_said;
        return (string.Create(CultureInfo.InvariantCulture, $"EvJ{number:d4}"), string.Create(CultureInfo.InvariantCulture, $"1766458027.{number:d6}"));
    }

    private void Take(SlackDelivery delivery) => _statuses.Enqueue(delivery.Status);

    private (string Field, string? Value)[] Filled() => [.. _filled.Select(pair => (pair.Key, pair.Value))];

    private string FormText() => $"{View.GetProperty("title").GetProperty("text").GetString()}\n{BlockText.Of(View.GetProperty("blocks"))}";

    /// <summary>Slack escapes what a person types; what it does not escape is its own markup.</summary>
    private static string Typed(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string RoomOf(string team) => $"C{team.Replace(" ", string.Empty, StringComparison.Ordinal).ToUpperInvariant()}";

    private static JsonElement Blocks(SlackCall call) => call.Arguments.GetProperty("blocks");

    private static string TextOf(SlackCall call) => BlockText.Of(Blocks(call));

    private static bool IsInput(JsonElement block) => block.GetProperty("type").GetString() == "input";

    private static IEnumerable<JsonElement> Options(JsonElement select) => select.TryGetProperty("option_groups", out var groups)
        ? groups.EnumerateArray().SelectMany(group => group.GetProperty("options").EnumerateArray())
        : select.GetProperty("options").EnumerateArray();
}
