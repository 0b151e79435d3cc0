using OpenQA.Selenium;

namespace RevBot.Tests.Support;

/// <summary>The local page as a person uses it.</summary>
internal sealed class ChatPage
{
    private readonly Browser _browser;
    private string _current = string.Empty;

    private ChatPage(Browser browser) => _browser = browser;

    private IWebElement Current => _browser.Page.FindElement(By.CssSelector($"article[data-id='{_current}']"));

    public static ChatPage Open(Browser browser, Uri address, string person)
    {
        browser.Open(new Uri(address, $"/?as={Uri.EscapeDataString(person)}"));
        var page = new ChatPage(browser);
        page.WaitForLink("connected");
        return page;
    }

    public void WaitForLink(string state) => _browser.Until(() => _browser.Page.FindElement(By.Id("link")).Text.StartsWith(state, StringComparison.Ordinal) ? state : null, $"the link to be {state}");

    /// <summary>Types a sentence and waits for the answer.</summary>
    public string Say(string text)
    {
        var before = BotMessages().Count;
        var box = _browser.Find(By.Id("say"));
        box.SendKeys(text);
        box.SendKeys(Keys.Enter);
        _current = _browser.Until(() => BotMessages() is { } ids && ids.Count > before ? ids[^1] : null, $"an answer to “{text}”");
        return TextOf(Current);
    }

    public void Enter(string room)
    {
        _browser.Until(() => _browser.Page.FindElements(By.CssSelector("#rooms button")).FirstOrDefault(button => button.Text.Contains(room, StringComparison.Ordinal)), room).Click();
        _browser.Until(() => _browser.Page.FindElement(By.Id("room-name")).Text == room ? room : null, room);
    }

    /// <summary>The one message that names it.</summary>
    public string Find(string name)
    {
        var found = _browser.Until(
            () => _browser.Page.FindElements(By.CssSelector("article.bot")).Where(article => FirstLine(article).Contains(name, StringComparison.Ordinal)).ToList() is { Count: > 0 } articles ? articles : null, name);
        _current = Assert.Single(found).GetAttribute("data-id") ?? string.Empty;
        return TextOf(Current);
    }

    /// <summary>Presses a button of the message looked at, and waits for its new face.</summary>
    public string Press(string button)
    {
        var before = Current.Text;
        Button(button).Click();
        return Changed(before, button);
    }

    public string OpenForm(string button)
    {
        Button(button).Click();
        return FormText();
    }

    public void Choose(string field, string option, string? next)
    {
        var label = _browser.Find(By.XPath($"//dialog//label[starts-with(normalize-space(), '{field}')]"));
        _browser.Find(By.Id(label.GetAttribute("for") ?? string.Empty)).FindElements(By.TagName("option")).First(choice => choice.Text.Trim() == option).Click();
        if (next is not null)
        {
            _browser.Until(() => FormText().Contains(next, StringComparison.Ordinal) ? next : null, $"the field {next}");
        }
    }

    public string Submit()
    {
        var before = Current.Text;
        _browser.Find(By.Id("modal-submit")).Click();
        var errors = _browser.Until(() => IsFormOpen ? Errors() : string.Empty, "errors, or the form closed");
        return errors.Length > 0 ? errors : Changed(before, "the submission");
    }

    public bool IsFormOpen => _browser.Page.FindElement(By.Id("modal")).GetAttribute("open") is not null;

    public string FormText() => _browser.Find(By.Id("modal")).Text;

    private string? Errors() => string.Join('\n', _browser.Page.FindElements(By.CssSelector("#modal .error")).Select(error => error.Text).Where(text => text.Length > 0)) is { Length: > 0 } errors ? errors : null;

    private IWebElement Button(string label) => _browser.Until(
        () => Current.FindElements(By.CssSelector(".actions button")).FirstOrDefault(button => button.Text == label), $"the button {label}");

    private string Changed(string before, string cause) => _browser.Until(() => Current is { } article && article.Text != before ? TextOf(article) : null, $"what {cause} made of the message");

    private List<string> BotMessages() => [.. _browser.Page.FindElements(By.CssSelector("article.bot")).Select(article => article.GetAttribute("data-id") ?? string.Empty)];

    private static string FirstLine(IWebElement article) => article.FindElement(By.CssSelector(".body")).Text.Split('\n')[0];

    private static string TextOf(IWebElement article)
    {
        var text = article.FindElement(By.CssSelector(".body")).Text;
        var buttons = article.FindElements(By.CssSelector(".actions")).Select(actions => actions.Text).FirstOrDefault(actions => actions.Length > 0);
        return buttons is null ? text : text[..text.LastIndexOf(buttons, StringComparison.Ordinal)];
    }
}
