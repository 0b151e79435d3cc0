using OpenQA.Selenium;

namespace RevBot.Tests.Support;

/// <summary>The local page as a person uses it.</summary>
internal sealed class ChatPage
{
    private readonly Browser _browser;
    private string _current = string.Empty;
    private string _before = string.Empty;

    private ChatPage(Browser browser) => _browser = browser;

    private IWebElement Current => _browser.Page.FindElement(By.CssSelector($"article[data-id='{_current}']"));

    public static ChatPage Open(Browser browser, Uri address, string person)
    {
        browser.Open(new Uri(address, $"/?as={Uri.EscapeDataString(person)}"));
        var page = new ChatPage(browser);
        browser.Until(() => browser.Page.FindElements(By.CssSelector("#person option:checked")).FirstOrDefault(chosen => chosen.GetAttribute("value") == person), $"the page to be {person}'s");
        page.WaitForLink("connected");
        return page;
    }

    public void WaitForLink(string state) => _browser.Until(() => _browser.Page.FindElement(By.Id("link")).Text.StartsWith(state, StringComparison.Ordinal) ? state : null, $"the link to be {state}");

    /// <summary>Types a sentence and waits for the answer.</summary>
    public string Say(string text)
    {
        var before = BotMessages().Count;
        Type(text);
        _current = _browser.Until(() => BotMessages() is { } ids && ids.Count > before ? ids[^1] : null, $"an answer to “{text}”");
        return TextOf(Current);
    }

    /// <summary>Goes on in the newest thread of the room.</summary>
    public void ReplyInThread() => _browser.Page.FindElements(By.CssSelector(".thread.open .reply")).LastOrDefault(button => button.Displayed)?.Click();

    public void Type(string text)
    {
        var box = _browser.Find(By.Id("say"));
        box.SendKeys(text);
        box.SendKeys(Keys.Enter);
    }

    /// <summary>Looks at a message as soon as it is there.</summary>
    public string Look(string id)
    {
        _browser.Until(() => _browser.Page.FindElements(By.CssSelector($"article[data-id='{id}']")).FirstOrDefault(), $"the message {id}");
        _current = id;
        return TextOf(Current);
    }

    /// <summary>The new face of the message whose button was pressed or whose form was submitted.</summary>
    public string LookAgain() => Changed(_before, "that");

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
        Assert.True(found.Count == 1, $"“{name}” stands there {found.Count} times:\n{string.Join("\n---\n", found.Select(article => article.Text))}");
        _current = found[0].GetAttribute("data-id") ?? string.Empty;
        return TextOf(Current);
    }

    /// <summary>Presses a button of the message looked at, and waits for its new face.</summary>
    public string Press(string button)
    {
        Click(button);
        return LookAgain();
    }

    /// <summary>Presses a button by its label or the beginning of it.</summary>
    public void Click(string button)
    {
        _before = Current.Text;
        Button(By.CssSelector(".actions button"), button).Click();
    }

    public string OpenForm(string button)
    {
        Button(By.CssSelector(".actions button"), button).Click();
        return FormText();
    }

    /// <summary>Opens the form that the message looked at offers.</summary>
    public string OpenForm()
    {
        Button(By.CssSelector("[data-action='forms.open']"), string.Empty).Click();
        return FormText();
    }

    /// <summary>Fills in a field of the open form, whatever its kind; days as 2026-12-31.</summary>
    public void Fill(string field, string value, string? next)
    {
        var label = _browser.Find(By.XPath($"//dialog//label[starts-with(normalize-space(), '{field}')]"));
        var input = _browser.Find(By.Id(label.GetAttribute("for") ?? string.Empty));
        switch (input.TagName, input.GetAttribute("type"))
        {
            case ("select", _):
                input.FindElements(By.TagName("option")).First(choice => choice.Text.Trim() == value).Click();
                break;
            case (_, _) when input.GetAttribute("role") == "combobox":
                input.Clear();
                input.SendKeys(value);
                _browser.Until(() => _browser.Page.FindElements(By.CssSelector(".picker [role=option]")).FirstOrDefault(choice => choice.Text.Trim() == value), $"{value} among the options").Click();
                break;
            case (_, "date"):
                ((IJavaScriptExecutor)_browser.Page).ExecuteScript("arguments[0].value = arguments[1];", input, value);
                break;
            default:
                input.Clear();
                input.SendKeys(value);
                break;
        }

        if (next is not null)
        {
            _browser.Until(() => FormText().Contains(next, StringComparison.Ordinal) ? next : null, $"the field {next}");
        }
    }

    public string Submit() => TrySubmit() is { Length: > 0 } errors ? errors : LookAgain();

    /// <summary>Submits the form: what is wrong with it, or nothing once it is closed.</summary>
    public string TrySubmit()
    {
        _before = Current.Text;
        _browser.Find(By.Id("modal-submit")).Click();
        return _browser.Until(() => IsFormOpen ? Errors() : string.Empty, "errors, or the form closed");
    }

    public bool IsFormOpen => _browser.Page.FindElement(By.Id("modal")).GetAttribute("open") is not null;

    public string FormText() => _browser.Find(By.Id("modal")).Text;

    private string? Errors() => string.Join('\n', _browser.Page.FindElements(By.CssSelector("#modal .error")).Select(error => error.Text).Where(text => text.Length > 0)) is { Length: > 0 } errors ? errors : null;

    private IWebElement Button(By by, string label) => _browser.Until(
        () => Current.FindElements(by).FirstOrDefault(button => button.Text.StartsWith(label, StringComparison.Ordinal)), $"the button {label}");

    private string Changed(string before, string cause) => _browser.Until(() => Current is { } article && article.Text != before ? TextOf(article) : null, $"what {cause} made of the message");

    private List<string> BotMessages() => [.. _browser.Page.FindElements(By.CssSelector("article.bot")).Select(article => article.GetAttribute("data-id") ?? string.Empty)];

    private static string FirstLine(IWebElement article) => article.FindElement(By.CssSelector(".body")).Text.Split('\n')[0];

    private static string TextOf(IWebElement article)
    {
        // What a chart draws stands below it as text once more.
        var drawings = article.FindElements(By.CssSelector(".chart svg")).Select(drawing => drawing.Text).Where(drawn => drawn.Length > 0);
        var text = drawings.Aggregate(article.FindElement(By.CssSelector(".body")).Text, (shown, drawn) => shown.IndexOf(drawn, StringComparison.Ordinal) is >= 0 and var at ? shown.Remove(at, drawn.Length) : shown);
        var buttons = article.FindElements(By.CssSelector(".actions")).Select(actions => actions.Text).FirstOrDefault(actions => actions.Length > 0);
        return buttons is null ? text : text[..text.LastIndexOf(buttons, StringComparison.Ordinal)];
    }
}
