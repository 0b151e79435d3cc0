using System.Text.Json;
using RevBot.Testing.Slack;
using RevBot.Tests.Support;

namespace RevBot.Tests.Journeys;

/// <summary>Over Slack's wire, by HTTP or by Socket Mode, against the fake server that checks what it is sent.</summary>
internal sealed class SlackDoor(FakeSlackServer slack, string data, bool bySocket) : IDoor
{
    private const string User = "U1";
    private const string Room = "D1";

    private readonly Dictionary<string, string?> _filled = [];
    private readonly List<int> _statuses = [];
    private RevBotProcess? _bot;
    private HttpClient? _http;
    private SlackSender? _sender;
    private SlackCall? _shown;
    private int _said;

    private RevBotProcess Bot => _bot ?? throw new InvalidOperationException("The door is closed.");

    private SlackSender Sender => _sender ?? throw new InvalidOperationException("The door is closed.");

    private SlackCall Shown => _shown ?? throw new InvalidOperationException("Nothing was shown yet.");

    private JsonElement View => slack.View(slack.LastViewId ?? throw new InvalidOperationException("No form is open."));

    public async Task OpenAsync()
    {
        _bot = await RevBotProcess.ServeAsync(data, slack.Settings(bySocket));
        _http = new HttpClient { BaseAddress = _bot.Address };
        _sender = bySocket ? SlackSender.OverSocket(slack) : SlackSender.OverHttp(slack, _http);
        if (bySocket)
        {
            await slack.WaitForSocketAsync();
        }
    }

    public async Task RestartAsync()
    {
        Assert.Equal(0, await Bot.InterruptAsync());
        await DisposeAsync();
        await OpenAsync();
    }

    public async Task<string> SayAsync(string text)
    {
        var before = slack.Messages.Count;
        var number = ++_said;
        Take(await Sender.EventAsync(SlackPayloads.DirectMessage($"EvJ{number:d4}", User, text, Room, $"1766458027.{number:d6}")));
        return await NewAsync(before);
    }

    public async Task<string> PressAsync(string button)
    {
        var before = slack.Messages.Count;
        await ClickAsync(button);
        return await NewAsync(before);
    }

    public async Task<string> OpenFormAsync()
    {
        await ClickAsync("Give loss reason");
        return FormText();
    }

    public async Task ChooseAsync(string field, string option, string? next = null)
    {
        var input = View.GetProperty("blocks").EnumerateArray().First(block => IsInput(block) && block.GetProperty("label").GetProperty("text").GetString() == field);
        var id = input.GetProperty("block_id").GetString()!;
        _filled[id] = Options(input.GetProperty("element")).First(choice => choice.GetProperty("text").GetProperty("text").GetString() == option).GetProperty("value").GetString();
        if (input.TryGetProperty("dispatch_action", out var dispatches) && dispatches.GetBoolean())
        {
            Take(await Sender.ChangeAsync(User, View, id, Filled()));
        }

        if (next is not null)
        {
            Assert.Contains(next, FormText(), StringComparison.Ordinal);
        }
    }

    public async Task<string> SubmitAsync()
    {
        var before = slack.Messages.Count;
        var delivery = await Sender.SubmitAsync(User, View, Filled());
        Take(delivery);
        return delivery.Errors.Count > 0 ? string.Join('\n', delivery.Errors.Values) : await NewAsync(before);
    }

    public Task<string> FindAlertAsync(Stalled stalled)
    {
        _shown = Assert.Single(slack.Messages, call => call.Method == "chat.postMessage" && call["channel"] == stalled.Room && BlockText.Of(call.Arguments.GetProperty("blocks")).Contains(stalled.Name, StringComparison.Ordinal));
        return Task.FromResult(BlockText.Of(Shown.Arguments.GetProperty("blocks")));
    }

    public async Task<string> FindSnoozedAsync(Stalled stalled)
    {
        await FindAlertAsync(stalled);
        var face = slack.Messages.Last(call => call.Method == "chat.update" && call["ts"] == Shown.Ts);
        return BlockText.Of(face.Arguments.GetProperty("blocks"));
    }

    public void Inspect()
    {
        Assert.All(slack.Calls, call => Assert.True(call.IsAccepted, $"{call.Method} was refused: {call.Error} {string.Join(' ', call.Problems)}"));
        Assert.All(_statuses, status => Assert.Equal(200, status));
        Assert.Single(slack.Calls, call => call.Method == "views.open");
        Assert.Contains(slack.Calls, call => call.Method == "views.update");
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_bot is not null)
        {
            await _bot.DisposeAsync();
        }
    }

    private async Task ClickAsync(string button)
    {
        var (action, value) = BlockText.FindButton(Shown.Arguments.GetProperty("blocks"), button);
        Take(await Sender.ClickAsync(User, action, value, Shown["channel"] ?? Room, Shown["ts"] ?? Shown.Ts ?? string.Empty));
    }

    private async Task<string> NewAsync(int before)
    {
        await slack.WaitForAsync(_ => slack.Messages.Count > before);
        await Bot.DrainAsync();
        _shown = slack.Messages[^1];
        return BlockText.Of(Shown.Arguments.GetProperty("blocks"));
    }

    private void Take(SlackDelivery delivery) => _statuses.Add(delivery.Status);

    private (string Field, string? Value)[] Filled() => [.. _filled.Select(pair => (pair.Key, pair.Value))];

    private string FormText() => $"{View.GetProperty("title").GetProperty("text").GetString()}\n{BlockText.Of(View.GetProperty("blocks"))}";

    private static bool IsInput(JsonElement block) => block.GetProperty("type").GetString() == "input";

    private static IEnumerable<JsonElement> Options(JsonElement select) => select.TryGetProperty("option_groups", out var groups)
        ? groups.EnumerateArray().SelectMany(group => group.GetProperty("options").EnumerateArray())
        : select.GetProperty("options").EnumerateArray();
}
