using OpenQA.Selenium;
using RevBot.Tests.Support;

namespace RevBot.Tests.Journeys;

/// <summary>The local page in Chromium, by clicks and keys.</summary>
internal sealed class PageDoor(string data, string person) : IDoor
{
    private readonly Browser _browser = new();
    private RevBotProcess? _bot;
    private ChatPage? _page;

    private RevBotProcess Bot => _bot ?? throw new InvalidOperationException("The door is closed.");

    private ChatPage Page => _page ?? throw new InvalidOperationException("The door is closed.");

    public async Task OpenAsync()
    {
        _bot = await RevBotProcess.ServeAsync(data);
        _page = ChatPage.Open(_browser, _bot.Address, person);
    }

    public async Task RestartAsync()
    {
        var port = Bot.Port;
        Assert.Equal(0, await Bot.InterruptAsync());
        await Bot.DisposeAsync();
        Page.WaitForLink("reconnecting");
        _bot = await RevBotProcess.ServeAsync(data, onPort: port);
        Page.WaitForLink("connected");
    }

    public Task<string> SayAsync(string text) => Task.FromResult(Page.Say(text));

    public Task<string> PressAsync(string button) => Task.FromResult(Page.Press(button));

    public Task<string> OpenFormAsync() => Task.FromResult(Page.OpenForm("Give loss reason"));

    public Task ChooseAsync(string field, string option, string? next = null)
    {
        Page.Choose(field, option, next);
        return Task.CompletedTask;
    }

    public Task<string> SubmitAsync() => Task.FromResult(Page.Submit());

    public Task<string> FindAlertAsync(Stalled stalled)
    {
        Page.Enter(stalled.Team);
        return Task.FromResult(Page.Find(stalled.Name));
    }

    public Task<string> FindSnoozedAsync(Stalled stalled)
    {
        var found = Page.Find(stalled.Name);
        Assert.NotEmpty(_browser.Page.FindElements(By.CssSelector("#log s")));
        Page.Enter("Direct chat");
        return Task.FromResult(found);
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
}
