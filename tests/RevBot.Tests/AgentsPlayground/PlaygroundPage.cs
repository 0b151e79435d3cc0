using OpenQA.Selenium;
using OpenQA.Selenium.Interactions;
using RevBot.Tests.Support;

namespace RevBot.Tests.AgentsPlayground;

/// <summary>The Playground's page as somebody in Teams uses it.</summary>
internal sealed class PlaygroundPage
{
    private static readonly By Cards = By.CssSelector(".ac-adaptiveCard");

    private readonly Browser _browser;

    private PlaygroundPage(Browser browser) => _browser = browser;

    /// <summary>The newest card there is.</summary>
    private IWebElement Card => Shown()[^1];

    public static PlaygroundPage Open(Browser browser, Uri address)
    {
        browser.Open(address);
        var page = new PlaygroundPage(browser);
        browser.Find(By.CssSelector("[data-lexical-editor=true]"));
        return page;
    }

    public void Photograph(string name) => _browser.Photograph(name);

    /// <summary>Goes to a chat or channel by its name.</summary>
    public void Enter(string room) =>
        _browser.Find(By.XPath($"//button[@role='treeitem'][contains(@aria-label, '{room}') or contains(., '{room}')]")).Click();

    /// <summary>Types a sentence and waits for a card that shows the text.</summary>
    /// <param name="mention">Whether the bot is mentioned first: rooms hear it only then.</param>
    public string Say(string text, string expected, bool mention = false)
    {
        var box = _browser.Find(By.CssSelector("[data-lexical-editor=true]"));
        box.Click();
        if (mention)
        {
            box.SendKeys("@");
            _browser.Find(By.XPath("//*[@role='option' or @role='menuitem'][contains(., 'RevBot')]")).Click();
        }

        box.SendKeys(text);
        box.SendKeys(Keys.Enter);
        return mention ? SeeAnywhere(expected) : See(expected);
    }

    /// <summary>Waits until the newest card shows the text.</summary>
    public string See(string expected) =>
        _browser.Until(() => Shown() is [.., var last] && TextOf(last) is { } text && text.Contains(expected, StringComparison.Ordinal) ? text : null, $"a card that says “{expected}”");

    /// <summary>Waits until some card shows the text, and takes it to be the one talked about.</summary>
    public string SeeAnywhere(string expected) =>
        _browser.Until(() => Shown().Select(TextOf).LastOrDefault(text => text.Contains(expected, StringComparison.Ordinal)), $"a card that says “{expected}”");

    public void Press(string button) => Press(Card, button);

    /// <summary>Presses a button of the card that shows the text.</summary>
    public void PressOn(string text, string button) =>
        Press(_browser.Until(() => Shown().LastOrDefault(card => TextOf(card).Contains(text, StringComparison.Ordinal)), text), button);

    /// <summary>Presses the first button whose label begins so.</summary>
    public void PressFirst(string beginning)
    {
        var label = _browser.Until(() => Card.FindElements(By.TagName("button")).Select(one => one.Text.Trim()).FirstOrDefault(text => text.StartsWith(beginning, StringComparison.Ordinal)), $"a button that begins with {beginning}");
        Press(label);
    }

    /// <summary>Picks an option of a choice: few are shown side by side, many unfold.</summary>
    public void Choose(string field, string option)
    {
        if (_browser.Until(() => Card.Text.Contains(field, StringComparison.Ordinal) ? Card : null, field)
            .FindElements(By.XPath($".//label[normalize-space()='{option}']")).FirstOrDefault() is { } beside)
        {
            beside.Click();
            return;
        }

        _browser.Until(() => Input(field), field).Click();
        _browser.Until(() => _browser.Page.FindElements(By.CssSelector("[role=option]")).FirstOrDefault(choice => choice.Displayed && choice.Text.Trim() == option), option).Click();
    }

    public void Fill(string field, string value) => _browser.Until(() => Input(field), field).SendKeys(value);

    public bool Draws(string css) => _browser.Until(() => Card.FindElements(By.CssSelector(css)).FirstOrDefault(), css) is not null;

    private void Press(IWebElement card, string button)
    {
        var found = _browser.Until(() => card.FindElements(By.TagName("button")).FirstOrDefault(one => one.Displayed && one.Text.Trim() == button), $"the button {button}");
        new Actions(_browser.Page).ScrollToElement(found).Perform();

        // The page glides to what is new: a click meant for a moving button hits something else.
        object? before = null;
        _browser.Until(() => Stands(), $"the button {button} standing still");
        found.Click();

        object? Stands()
        {
            var (last, now) = (before, ((IJavaScriptExecutor)_browser.Page).ExecuteScript("return Math.round(arguments[0].getBoundingClientRect().top)", found));
            before = now;
            return Equals(last, now) ? this : null;
        }
    }

    private IWebElement? Input(string label)
    {
        var named = Card.FindElements(By.TagName("label")).FirstOrDefault(one => one.Text.TrimEnd(' ', '*').StartsWith(label, StringComparison.Ordinal));
        return named?.GetAttribute("for") is { Length: > 0 } id ? _browser.Page.FindElement(By.Id(id)) : null;
    }

    /// <summary>Cards within cards are parts of the outer one.</summary>
    private List<IWebElement> Shown() =>
        [.. _browser.Page.FindElements(Cards).Where(card => card.Displayed && card.FindElements(By.XPath("ancestor::*[contains(@class, 'ac-adaptiveCard')]")).Count == 0)];

    private static string TextOf(IWebElement card) => card.Text;
}
