using OpenQA.Selenium;
using RevBot.Tests.Support;

namespace RevBot.Tests.Journeys;

/// <summary>The local page in Chromium, by clicks and keys.</summary>
internal sealed class PageDoor(string data) : IDoor
{
    /// <summary>Types each sentence into the page's own box, one after another, in its thread; tells the id that each thread got.</summary>
    private const string AskAll = """
        const [threads, done] = arguments;
        const box = document.getElementById("say");
        const until = test => new Promise(resolve => { const look = () => test() ? resolve() : setTimeout(look, 2); look(); });
        const last = () => [...document.querySelectorAll("#log > article.mine")].at(-1)?.dataset.id;
        (async () => {
          const roots = [];
          for (const sentences of threads) {
            let root = null;
            for (const sentence of sentences) {
              if (root) {
                document.querySelector(`article[data-id="${root}"] + .thread .reply`).click();
              }
              box.value = sentence;
              document.getElementById("composer").requestSubmit();
              await until(() => box.value === "" || document.getElementById("problem").textContent);
              root ??= last();
            }
            document.getElementById("leave-thread").click();
            roots.push(root);
          }
          return roots;
        })().then(done, error => done(["" + error]));
        """;

    /// <summary>What stands in each thread, as soon as every sentence of it is answered.</summary>
    private const string Answers = """
        const [threads, roots] = arguments;
        return roots.map((id, at) => [...(document.querySelector(`article[data-id="${id}"] + .thread`)?.querySelectorAll("article.bot .body") ?? [])])
          .map((bodies, at) => bodies.length < threads[at].length ? [] : bodies.map(body =>
            [...body.children].filter(part => !part.classList.contains("actions")).map(part => (part.querySelector("figcaption") ?? part).innerText).join("\n")));
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

    public async Task<IReadOnlyList<IReadOnlyList<string>>> AskAllAsync(IReadOnlyList<AskedThread> threads)
    {
        _browser.Page.Manage().Timeouts().AsynchronousJavaScript = TimeSpan.FromSeconds(120);
        var answers = new IReadOnlyList<string>[threads.Count];
        foreach (var said in threads.Index().GroupBy(thread => thread.Item.Person ?? _person).ToList())
        {
            await BecomeAsync(said.Key);
            foreach (var (room, some) in Rooms.Zip(said.Chunk((said.Count() / Rooms.Length) + 1)))
            {
                foreach (var (thread, answer) in some.Zip(await AskInRoomAsync(room, [.. some.Select(thread => thread.Item.Sentences)])))
                {
                    answers[thread.Index] = answer;
                }
            }
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

    private async Task<IReadOnlyList<IReadOnlyList<string>>> AskInRoomAsync(string room, IReadOnlyList<IReadOnlyList<string>> threads)
    {
        var script = (IJavaScriptExecutor)_browser.Page;
        Page.Enter(room);
        var roots = script.ExecuteAsyncScript(AskAll, threads);
        await Bot.DrainAsync();
        return _browser.Until(
            () => ((IReadOnlyCollection<object>)script.ExecuteScript(Answers, threads, roots)!).Cast<IReadOnlyCollection<object>>().Select(answers => answers.Cast<string>().ToList()).ToList() is { } all && all.Count == threads.Count && all.TrueForAll(answers => answers.Count > 0) ? all : null,
            $"an answer to every question in {room}");
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

    /// <summary>What others are told in person is not seen here.</summary>
    private IReadOnlyList<(string Id, string? Replaces)> Sent() =>
        [.. StoreFile.In(data).Rows($"SELECT id, message ->> 'kind' FROM outbox WHERE channel = 'page' AND turn_id LIKE 'page:%' AND (room_id NOT LIKE 'D%' OR room_id = 'D{_person}') ORDER BY seq").Select(row => (row[0]!, row[1] == "Update" ? row[1] : null))];
}
