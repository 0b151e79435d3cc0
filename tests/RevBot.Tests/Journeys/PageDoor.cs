using OpenQA.Selenium;
using RevBot.Tests.Support;

namespace RevBot.Tests.Journeys;

/// <summary>The local page in Chromium, by clicks and keys.</summary>
internal sealed class PageDoor(string data) : IDoor
{
    /// <summary>Types each question into the page's own box, one after another; tells the id that each got.</summary>
    private const string AskAll = """
        const [questions, done] = arguments;
        const box = document.getElementById("say");
        const until = test => new Promise(resolve => { const look = () => test() ? resolve() : setTimeout(look, 2); look(); });
        (async () => {
          for (const question of questions) {
            box.value = question;
            document.getElementById("composer").requestSubmit();
            await until(() => box.value === "" || document.getElementById("problem").textContent);
          }
          return [...document.querySelectorAll("article.mine")].slice(-questions.length).map(article => article.dataset.id);
        })().then(done, error => done(["" + error]));
        """;

    private const string Answers = """
        return arguments[0].map(id => [...(document.querySelector(`article[data-id="${id}"] + .thread`)?.querySelectorAll("article.bot .body") ?? [])].map(body =>
          [...body.children].filter(part => !part.classList.contains("actions")).map(part => (part.querySelector("figcaption") ?? part).innerText).join("\n")).join("\n"));
        """;

    private static readonly string[] Rooms = ["AMER East", "AMER West", "EMEA", "APAC"];

    private readonly Browser _browser = new();
    private RevBotProcess? _bot;
    private ChatPage? _page;
    private string _person = string.Empty;
    private bool _isInRoom;
    private bool _hasThread;

    public IReadOnlyDictionary<string, string?>? Settings => null;

    private RevBotProcess Bot => _bot ?? throw new InvalidOperationException("The door is closed.");

    private ChatPage Page => _page ?? throw new InvalidOperationException("The door is closed.");

    public async Task OpenAsync() => _bot = await RevBotProcess.ServeAsync(data);

    public async Task RestartAsync()
    {
        var port = Bot.Port;
        Assert.Equal(0, await Bot.InterruptAsync());
        await Bot.DisposeAsync();
        Page.WaitForLink("reconnecting");
        _bot = await RevBotProcess.ServeAsync(data, onPort: port);
        Page.WaitForLink("connected");
    }

    public Task BecomeAsync(string person)
    {
        if (_person != person)
        {
            _page = ChatPage.Open(_browser, Bot.Address, person);
            _person = person;
        }

        return Task.CompletedTask;
    }

    public Task EnterAsync(string? team)
    {
        Page.Enter(team ?? "Direct chat");
        (_isInRoom, _hasThread) = (team is not null, false);
        return Task.CompletedTask;
    }

    public Task<string> SayAsync(string text)
    {
        if (_hasThread)
        {
            Page.ReplyInThread();
        }

        _hasThread = _isInRoom;
        return NewAsync(() => Page.Type(text));
    }

    public Task<string> PressAsync(string button) => NewAsync(() => Page.Click(button));

    public Task<string> OpenFormAsync(string? button) => Task.FromResult(button is null ? Page.OpenForm() : Page.OpenForm(button));

    public Task<string> FillAsync(string field, string value, string? next)
    {
        Page.Fill(field, value, next);
        return Task.FromResult(Page.FormText());
    }

    public async Task<string> SubmitAsync()
    {
        var errors = string.Empty;
        var shown = await NewAsync(() => errors = Page.TrySubmit(), () => errors.Length > 0);
        return errors.Length > 0 ? errors : shown;
    }

    public Task<string> FindAlertAsync(Stalled stalled)
    {
        Page.Enter(stalled.Team);
        return Task.FromResult(Page.Find(stalled.Name));
    }

    public async Task<IReadOnlyList<string>> AskAllAsync(IReadOnlyList<string> questions)
    {
        _browser.Page.Manage().Timeouts().AsynchronousJavaScript = TimeSpan.FromSeconds(50);
        var script = (IJavaScriptExecutor)_browser.Page;
        var answers = new List<string>();
        foreach (var (room, some) in Rooms.Zip(questions.Chunk((questions.Count / Rooms.Length) + 1)))
        {
            Page.Enter(room);
            var ids = script.ExecuteAsyncScript(AskAll, (object)some);
            await Bot.DrainAsync();
            answers.AddRange(_browser.Until(
                () => ((IReadOnlyCollection<object>)script.ExecuteScript(Answers, ids)!).Cast<string>().ToList() is { } all && all.Count == some.Length && all.TrueForAll(answer => answer.Length > 0) ? all : null,
                $"an answer to every question in {room}"));
        }

        return answers;
    }

    public void Inspect() => Assert.DoesNotContain(_browser.Complaints, complaint => !complaint.Contains("ERR_CONNECTION_REFUSED", StringComparison.Ordinal) && !complaint.Contains("ERR_INCOMPLETE_CHUNKED_ENCODING", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        if (_bot is not null)
        {
            await _bot.DisposeAsync();
        }
    }

    /// <summary>Does something and looks at what came of it: the new message, else the new face of an old one, as soon as the page has drawn what the store says was sent.</summary>
    private async Task<string> NewAsync(Action act, Func<bool>? isAllDone = null)
    {
        var before = Sent().Count;
        act();
        if (isAllDone?.Invoke() == true)
        {
            return string.Empty;
        }

        _browser.Until(() => Sent() is { } all && all.Count > before ? all : null, "an answer in the store");
        await Bot.DrainAsync();
        var news = Sent().Skip(before).ToList();
        return news.LastOrDefault(message => message.Replaces is null) is { Id: { } posted } ? Page.Look(posted) : Page.LookAgain();
    }

    private IReadOnlyList<(string Id, string? Replaces)> Sent() =>
        [.. StoreFile.In(data).Rows("SELECT id, message ->> 'kind' FROM outbox WHERE channel = 'page' AND turn_id LIKE 'page:%' ORDER BY seq").Select(row => (row[0]!, row[1] == "Update" ? row[1] : null))];
}
