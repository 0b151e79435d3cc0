using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using RevBot.Intents.Alerts;
using RevBot.Testing.Teams;
using RevBot.Tests.Support;

namespace RevBot.Tests.Journeys;

/// <summary>Over the Bot Framework's wire, against a fake connector that checks what it is sent: forms in messages and in dialogs, presses answered in place.</summary>
internal sealed class TeamsDoor : IDoor
{
    private const int AtOnce = 16;
    private const string Continue = "continue";

    private readonly FakeConnector _teams;
    private readonly FakeTokenIssuer _issuer;
    private readonly TeamsPayloads _payloads;
    private readonly string _data;
    private readonly Dictionary<string, string> _filled = [];
    private readonly ConcurrentQueue<int> _statuses = new();
    private RevBotProcess? _bot;
    private bool _isGuest;
    private HttpClient? _http;
    private TeamsSender? _sender;
    private FakeTeamsMessage? _message;
    private JsonElement _card;
    private JsonElement _form;
    private bool _isDialog;
    private string _user = string.Empty;
    private string? _team;
    private string? _thread;
    private long _said = 1_800_000_000_000;

    private TeamsDoor(FakeConnector teams, FakeTokenIssuer issuer, string data)
    {
        _teams = teams;
        _issuer = issuer;
        _data = data;
        _payloads = new TeamsPayloads(teams.ServiceUrl.ToString());
        Invite();
    }

    public IReadOnlyDictionary<string, string?> Settings =>
        _teams.Settings().Concat(_issuer.Settings()).DistinctBy(setting => setting.Key).ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);

    private RevBotProcess Bot => _bot ?? throw new InvalidOperationException("The door is closed.");

    private TeamsSender Sender => _sender ?? throw new InvalidOperationException("The door is closed.");

    private FakeTeamsMessage Message => _message ?? throw new InvalidOperationException("Nothing was shown yet.");

    private string Place => _team is null ? TeamsPayloads.ChatOf(_user) : $"{RoomOf(_team)};messageid={_thread}";

    public static async Task<TeamsDoor> StartAsync(string data) => new TeamsDoor(await FakeConnector.StartAsync(), await FakeTokenIssuer.StartAsync(), data);

    public async Task OpenAsync() => Connect(await RevBotProcess.ServeAsync(_data, Settings));

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
        var before = _teams.Messages.Count;
        var id = Next();
        Take(await Sender.SendAsync(_team is null ? _payloads.Says(_user, text, id) : _payloads.SaysInChannel(_user, text, id, _thread, RoomOf(_team))));
        _thread ??= id;
        await _teams.WaitForAsync(_ => _teams.Messages.Count > before);
        return await PostedAsync(before, Place) ?? throw new InvalidOperationException($"“{text}” was not answered where it was said.");
    }

    public async Task<string> PressAsync(string button)
    {
        var before = _teams.Messages.Count;
        var action = CardReader.FindAction(_card, button);
        if (CardReader.TypeOf(action) == "Action.ShowCard")
        {
            action = CardReader.FindAction(action.GetProperty("card"), "Yes");
        }

        return await AnsweredAsync(before, await ExecuteAsync(action, new JsonObject()));
    }

    public async Task<string> OpenFormAsync(string? button)
    {
        _filled.Clear();
        _isDialog = false;
        if (button is null && CardReader.Inputs(_card).Any())
        {
            _form = _card;
            return FormText();
        }

        var action = button is null
            ? CardReader.FindOffer(_card)
            : CardReader.FindAction(_card, button);
        _isDialog = CardReader.TypeOf(action) == "Action.Submit";
        _form = _isDialog ? CardOf(await DialogAsync("task/fetch", action.GetProperty("data"))) : CardOf(await ExecuteAsync(action, new JsonObject()));
        return FormText();
    }

    /// <summary>A field that depends on what was chosen is asked for after submitting once.</summary>
    public async Task<string> FillAsync(string field, string value, string? next)
    {
        var input = CardReader.Inputs(_form).FirstOrDefault(input => CardReader.Text(input, "label") == field);
        Assert.True(input.ValueKind == JsonValueKind.Object, $"The form does not ask for {field}.");
        _filled[CardReader.Text(input, "id")] = input.TryGetProperty("choices", out _) ? CardReader.ValueOf(input, value) : value;
        if (next is not null && !FormText().Contains(next, StringComparison.Ordinal))
        {
            await SubmitFormAsync();
            Assert.DoesNotContain("is needed.", FormText(), StringComparison.Ordinal);
        }

        return FormText();
    }

    public async Task<string> SubmitAsync()
    {
        var before = _teams.Messages.Count;
        var delivery = await SubmitFormAsync();
        return CardReader.Inputs(_form).Any() ? FormText() : await AnsweredAsync(before, delivery);
    }

    /// <summary>As it was posted, or its newest face.</summary>
    public Task<string> FindAlertAsync(Stalled stalled)
    {
        Show(Assert.Single(_teams.Messages, message => message.RoomId == RoomOf(stalled.Team) && message.Faces[0].GetRawText().Contains(SnoozeAlertAction.Id, StringComparison.Ordinal) && CardReader.Of(message.Card).Contains(stalled.Name, StringComparison.Ordinal)));
        return Task.FromResult(CardReader.Of(_card));
    }

    public async Task<IReadOnlyList<IReadOnlyList<string>>> AskAllAsync(IReadOnlyList<AskedThread> threads)
    {
        var room = RoomOf("EMEA");
        var asked = threads.Select(thread => (User: thread.Person is { } person ? UserOf(person) : _user, Sentences: thread.Sentences.Select(sentence => (Text: sentence, Id: Next())).ToList())).ToList();
        await Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (thread, _) =>
        {
            var root = thread.Sentences[0].Id;
            foreach (var (text, id) in thread.Sentences)
            {
                Take(await Sender.SendAsync(_payloads.SaysInChannel(thread.User, text, id, id == root ? null : root, room)));
            }
        });
        await Bot.DrainAsync();
        var answers = _teams.Messages.ToLookup(message => message.ConversationId, message => CardReader.Of(message.Card));
        return [.. asked.Select(thread => answers[$"{room};messageid={thread.Sentences[0].Id}"].ToList())];
    }

    public void Inspect()
    {
        Assert.All(_teams.Calls, call => Assert.True(call.IsAccepted, $"{call.Call} was refused: {call.Status} {call.Code}"));
        Assert.All(_statuses, status => Assert.InRange(status, 200, 202));
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await _teams.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    /// <summary>The company's people are in Teams, and the bot was added to the channels its teams' alerts go to.</summary>
    private void Invite()
    {
        var store = StoreFile.In(_data);
        var people = store.Rows("SELECT email, name, team, active FROM people WHERE email IS NOT NULL");
        var members = people.Select(person => new FakeTeamsUser(UserOf(person[0]!), person[1]!, person[0])).ToList();
        members.ForEach(member => _teams.Add(new FakeTeamsRoom(TeamsPayloads.ChatOf(member.Id), "personal") { Members = [member] }));

        // Who left is in no channel any more: there it would be read by somebody who may not see deals.
        var inChannels = members.Where((_, at) => people[at][3] == "1").ToList();
        foreach (var team in people.Select(person => person[2]).OfType<string>().Where(team => team.Length > 0).Distinct())
        {
            var room = _teams.Add(new FakeTeamsRoom(RoomOf(team), "channel", $"Sales/{team}") { TeamId = TeamsPayloads.TeamId, Members = inChannels });
            var place = new JsonObject { ["channel"] = "teams", ["tenant"] = FakeConnector.TenantId, ["roomId"] = room.Id, ["isDirect"] = false, ["service"] = _teams.ServiceUrl.ToString() };
            store.Execute($"INSERT INTO rooms (channel, tenant, room_id, name, seen_at, place) VALUES ('teams', '{FakeConnector.TenantId}', '{room.Id}', '{room.Name}', 0, '{place.ToJsonString()}')");
        }
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
        _sender = new TeamsSender(_issuer, _http);
    }

    private async Task<TeamsDelivery> ExecuteAsync(JsonElement action, JsonObject inputs)
    {
        Assert.Equal("Action.Execute", CardReader.TypeOf(action));
        return Take(await Sender.SendAsync(_payloads.Executes(_user, Message.Id, Filled(action.GetProperty("data"), inputs), CardReader.Text(action, "verb"), $"f:{Next()}", Message.ConversationId)));
    }

    private async Task<TeamsDelivery> DialogAsync(string name, JsonElement data) =>
        Take(await Sender.SendAsync(_payloads.Dialog(_user, name, data, $"f:{Next()}", Message.ConversationId, Message.Id)));

    /// <summary>As a client does it: every input comes along, empty ones too. What is answered is the form again, or it is done.</summary>
    private async Task<TeamsDelivery> SubmitFormAsync()
    {
        var inputs = new JsonObject();
        foreach (var input in CardReader.Inputs(_form))
        {
            var id = CardReader.Text(input, "id");
            inputs[id] = _filled.GetValueOrDefault(id) ?? CardReader.Text(input, "value");
        }

        var submit = CardReader.Actions(_form).First(action => CardReader.DoOf(action) == "submit");
        var delivery = _isDialog ? await DialogAsync("task/submit", Filled(submit.GetProperty("data"), inputs)) : await ExecuteAsync(submit, inputs);
        _form = CardOf(delivery);
        return delivery;
    }

    /// <summary>What was posted in answer, else what the card was answered with: the same as everybody sees of it from then on.</summary>
    private async Task<string> AnsweredAsync(int before, TeamsDelivery delivery)
    {
        if (await PostedAsync(before, Message.ConversationId) is { } posted)
        {
            return posted;
        }

        if (delivery.Type == "application/vnd.microsoft.activity.message")
        {
            return delivery.Value.GetString()!;
        }

        Show(_teams.Messages.First(message => message.Id == Message.Id));
        Assert.True(_isDialog || Facts.Of(CardReader.Of(delivery.Value)) == Facts.Of(CardReader.Of(_card)), "The press was answered with another face than the message has.");
        return CardReader.Of(_card);
    }

    private async Task<string?> PostedAsync(int before, string conversation)
    {
        await Bot.DrainAsync();
        var posts = _teams.Messages.Skip(before).Where(message => message.ConversationId == conversation).ToList();
        if (posts.Count == 0)
        {
            return null;
        }

        Show(posts[^1]);
        return string.Join('\n', posts.Select(message => CardReader.Of(message.Card)));
    }

    private void Show(FakeTeamsMessage message) => (_message, _card) = (message, message.Card);

    private string FormText() => CardReader.Of(_form);

    private TeamsDelivery Take(TeamsDelivery delivery)
    {
        _statuses.Enqueue(delivery.Status);
        return delivery;
    }

    private string Next() => Interlocked.Increment(ref _said).ToString(CultureInfo.InvariantCulture);

    /// <summary>The card an answer holds, of a press or of a dialog; undefined when it holds none.</summary>
    private static JsonElement CardOf(TeamsDelivery delivery) => delivery.Answer switch
    {
        { } answer when answer.TryGetProperty("task", out var task) && CardReader.TypeOf(task) == Continue => task.GetProperty("value").GetProperty("card").GetProperty("content"),
        { } when delivery.Type == "application/vnd.microsoft.card.adaptive" => delivery.Value,
        _ => default,
    };

    private static JsonElement Filled(JsonElement data, JsonObject inputs)
    {
        var filled = JsonNode.Parse(data.GetRawText())!.AsObject();
        foreach (var (id, value) in inputs)
        {
            filled[id] = value?.DeepClone();
        }

        return JsonSerializer.SerializeToElement(filled);
    }

    private static string UserOf(string person) => $"29:{person.Split('@')[0]}";

    private static string RoomOf(string team) => $"19:{team.ToLowerInvariant().Replace(' ', '-')}@thread.tacv2";
}
