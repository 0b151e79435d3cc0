using Microsoft.Extensions.DependencyInjection;
using OpenQA.Selenium;
using OpenQA.Selenium.Interactions;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Hosting;
using RevBot.Tests.Support;

namespace RevBot.Tests.Page;

/// <summary>The local page in Chromium, as somebody would try it out.</summary>
[Collection("browsers")]
public sealed class PageTests(PageStand stand) : IClassFixture<PageStand>
{
    [BrowserFact]
    public void A_question_is_answered_with_charts_a_table_and_the_same_as_text()
    {
        using var browser = new Browser();
        var page = ChatPage.Open(browser, stand.Bot.Address, "dana.reyes@brightwater.example");
        Assert.True(browser.Find(By.Id("tries")).Displayed);
        browser.Photograph("desktop-empty");

        Assert.Contains("Open pipeline by stage", page.Say("where is the pipeline by stage?"), StringComparison.Ordinal);
        Assert.True(browser.Find(By.CssSelector("article.bot figure.chart rect")).Displayed);
        Assert.Contains("$", browser.Find(By.CssSelector("article.bot pre")).Text, StringComparison.Ordinal);
        browser.Photograph("desktop-bars");

        page.Say("won amount by month this year");
        Assert.True(browser.Find(By.CssSelector("article.bot figure.chart polyline")).Displayed);
        browser.Photograph("desktop-line");

        page.Say("list deals in negotiation");
        Assert.Equal("Deal", browser.Find(By.CssSelector("table th")).Text);
        browser.Photograph("desktop-table");

        page.Say("where is the pipeline by stage?");
        browser.Page.FindElements(By.CssSelector(".faces button")).Last(button => button.Text == "Text").Click();
        Assert.Contains("▇", browser.Find(By.CssSelector("article.bot pre.plain")).Text, StringComparison.Ordinal);
        browser.Photograph("desktop-text");
        NothingWasComplainedOf(browser);
    }

    [BrowserFact]
    public void What_was_said_and_answered_is_there_after_loading_the_page_again()
    {
        using var browser = new Browser();
        var page = ChatPage.Open(browser, stand.Bot.Address, Person(1));
        page.Say("what's our pipeline?");
        var before = Transcript(browser);

        ChatPage.Open(browser, stand.Bot.Address, Person(1));

        Assert.Equal(before, browser.Until(() => Transcript(browser) is { Count: 2 } told ? told : null, "the transcript"));
        Assert.StartsWith("what's our pipeline?", before[0], StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task What_the_bot_says_unasked_appears_in_the_open_direct_chat_and_is_there_after_loading_the_page_again()
    {
        var manager = Person(2);
        using var browser = new Browser();
        var page = ChatPage.Open(browser, stand.Bot.Address, manager);

        await using (var tools = Tools.Open(DataFolder.Existing(stand.Data)))
        {
            var found = (await tools.Services.GetRequiredService<ChannelDirectory>().FindPersonAsync(manager.ToUpperInvariant(), default)).Found!;
            await using var scope = tools.Services.CreateAsyncScope();
            var transaction = scope.ServiceProvider.GetRequiredService<ITurnTransaction>();
            var now = TimeProvider.System.GetUtcNow();
            transaction.Send(new OutboundMessage
            {
                Id = MessageId.For("digest", now, 0),
                TurnId = "digest",
                Kind = OutboundKind.Post,
                To = found.Chat,
                Card = Card.Text("Your week: three deals need you"),
                CreatedAt = now,
            });
            await transaction.CommitAsync(default);
        }

        Assert.Contains("three deals need you", page.Find("Your week"), StringComparison.Ordinal);
        Assert.Contains("three deals need you", ChatPage.Open(browser, stand.Bot.Address, manager).Find("Your week"), StringComparison.Ordinal);
        NothingWasComplainedOf(browser);
    }

    /// <summary>A browser keeps pages for the way back, and opens six connections to one place at most.</summary>
    [BrowserFact]
    public void Pages_that_were_left_hold_no_connection_that_the_next_one_needs()
    {
        using var browser = new Browser();
        for (var visit = 0; visit < 8; visit++)
        {
            var page = ChatPage.Open(browser, stand.Bot.Address, Person(visit % 4));
            Assert.Contains("“Help” shows what I can do", page.Say("hello"), StringComparison.Ordinal);
        }

        browser.Page.Navigate().Back();
        browser.Until(() => browser.Page.FindElement(By.Id("link")).Text == "connected" ? "connected" : null, "the page gone back to, connected");
        NothingWasComplainedOf(browser);
    }

    [BrowserFact]
    public void Several_deals_of_a_name_are_asked_about_and_one_click_goes_on()
    {
        using var browser = new Browser();
        var page = ChatPage.Open(browser, stand.Bot.Address, PageStand.Operations);
        var account = stand.Store.One(
            "SELECT a.name FROM deals d JOIN accounts a ON a.id = d.account_id WHERE d.status = 'open' GROUP BY a.id HAVING COUNT(*) = 2 ORDER BY a.name") ?? string.Empty;
        Assert.Contains("do you mean", page.Say($"{account} closed lost"), StringComparison.Ordinal);
        browser.Photograph("desktop-clarification");
        browser.Page.FindElements(By.CssSelector("article.bot:last-of-type .actions button"))[0].Click();
        browser.Find(By.Id("field-loss_reason"));
        NothingWasComplainedOf(browser);
    }

    [BrowserFact]
    public void A_form_says_what_is_missing_at_its_fields_and_grows_as_it_is_filled_in()
    {
        using var browser = new Browser();
        var page = ChatPage.Open(browser, stand.Bot.Address, PageStand.Operations);
        var deal = stand.OpenDeal(0);
        page.Say($"#{deal} closed lost");
        Assert.DoesNotContain("Competitor", page.OpenForm("Give loss reason"), StringComparison.Ordinal);
        Assert.Equal("field-loss_reason", Focused(browser));

        Assert.Equal("Loss reason is needed.", page.Submit());
        Assert.Equal("true", browser.Find(By.Id("field-loss_reason")).GetAttribute("aria-invalid"));
        Assert.Equal("field-loss_reason", Focused(browser));
        browser.Photograph("desktop-modal-errors");

        page.Fill("Loss reason", "Other", next: "note");
        page.Fill("Loss reason", "Missing features", next: "Competitor");
        browser.Photograph("desktop-modal-competitor");
        page.Fill("Competitor", "Bluefin", next: null);
        Assert.Contains("moved to Closed Lost", page.Submit(), StringComparison.Ordinal);
        FocusComesTo(browser, "Undo");
        browser.Photograph("desktop-moved");

        Assert.Contains("nothing is put back yet", page.Press("Undo"), StringComparison.Ordinal);
        Assert.Contains("put back as it was", page.Press("Put it back"), StringComparison.Ordinal);
        Assert.Equal("discovery", stand.Store.One("SELECT stage FROM deals WHERE id = $id", ("$id", deal)));
        NothingWasComplainedOf(browser);
    }

    [BrowserFact]
    public void A_deal_is_found_by_typing_in_a_list_too_long_to_show()
    {
        using var browser = new Browser();
        var page = ChatPage.Open(browser, stand.Bot.Address, PageStand.Operations);
        var deal = stand.OpenDeal(4);
        page.Say("log a loss");
        page.OpenForm("Pick a deal");
        var field = browser.Find(By.Id("field-deal"));
        Assert.Equal("combobox", field.GetAttribute("role"));
        field.Click();
        browser.Until(() => browser.Page.FindElements(By.CssSelector("#field-deal-options [role=option]")) is { Count: 100 } listed ? listed : null, "the likeliest deals");

        // By keyboard: what is typed finds it, Enter takes it, and its fields follow.
        field.SendKeys($"#{deal}");
        var row = browser.Until(() => browser.Page.FindElements(By.CssSelector("#field-deal-options [aria-selected=true]")).FirstOrDefault() is { } first && browser.Page.FindElements(By.CssSelector("#field-deal-options [role=option]")).Count == 1 ? first : null, "the one deal");
        var label = row.Text;
        browser.Photograph("desktop-picker");
        field.SendKeys(Keys.Enter);
        browser.Until(() => page.FormText().Contains("Loss reason", StringComparison.Ordinal) ? "there" : null, "the reason to give");
        Assert.Equal(label, browser.Find(By.Id("field-deal")).GetAttribute("value"));

        // Words that were not chosen are none.
        browser.Find(By.Id("field-deal")).SendKeys("zzz" + Keys.Tab);
        Assert.Equal(label, browser.Find(By.Id("field-deal")).GetAttribute("value"));
        page.Fill("Loss reason", "Too expensive", next: null);
        Assert.Contains("moved to Closed Lost", page.Submit(), StringComparison.Ordinal);
        NothingWasComplainedOf(browser);
    }

    [BrowserFact]
    public void A_form_that_is_closed_changes_nothing()
    {
        using var browser = new Browser();
        var page = ChatPage.Open(browser, stand.Bot.Address, PageStand.Operations);
        var deal = stand.OpenDeal(1);
        page.Say($"#{deal} closed lost");
        page.OpenForm("Give loss reason");
        browser.Page.SwitchTo().ActiveElement().SendKeys(Keys.Escape);
        browser.Until(() => page.IsFormOpen ? null : "closed", "the form to close");
        FocusComesTo(browser, "Give loss reason");
        Assert.Equal("open", stand.Store.One("SELECT status FROM deals WHERE id = $id", ("$id", deal)));
    }

    [BrowserFact]
    public void What_was_typed_into_a_form_that_is_closed_is_there_when_it_is_opened_again()
    {
        using var browser = new Browser();
        var page = ChatPage.Open(browser, stand.Bot.Address, PageStand.Operations);
        var deal = stand.OpenDeal(5);
        page.Say($"#{deal} closed lost");
        page.OpenForm("Give loss reason");
        page.Fill("Loss reason", "Other", next: "note");
        browser.Page.FindElement(By.CssSelector("dialog textarea, dialog input[type=text]")).SendKeys("Their champion left");
        browser.Page.SwitchTo().ActiveElement().SendKeys(Keys.Escape);
        browser.Until(() => stand.Store.One($"SELECT session FROM form_sessions WHERE session LIKE '%{deal}%' AND session LIKE '%champion left%'"), "the draft");

        Assert.Contains("As you left it at", page.OpenForm("Give loss reason"), StringComparison.Ordinal);
        Assert.Equal("Their champion left", browser.Page.FindElement(By.CssSelector("dialog textarea, dialog input[type=text]")).GetAttribute("value"));
        browser.Photograph("desktop-draft");
        browser.Find(By.Id("modal-close")).Click();
        Assert.Contains("half-filled", page.Say("my drafts"), StringComparison.Ordinal);
        Assert.Contains("Discarded", page.Press("Discard"), StringComparison.Ordinal);
        Assert.Equal("open", stand.Store.One("SELECT status FROM deals WHERE id = $id", ("$id", deal)));
        NothingWasComplainedOf(browser);
    }

    [BrowserFact]
    public void A_room_shows_its_alerts_and_answers_in_threads()
    {
        using var browser = new Browser();
        var page = ChatPage.Open(browser, stand.Bot.Address, PageStand.Operations);
        page.Enter("AMER West");
        browser.Photograph("desktop-alerts");
        page.Say("win rate this year?");
        var thread = browser.Until(() => browser.Page.FindElements(By.CssSelector(".thread.open article.bot")).LastOrDefault(), "the answer in its thread");
        Assert.Contains("Win rate", thread.Text, StringComparison.Ordinal);
        browser.Page.FindElements(By.CssSelector(".thread.open .reply")).Last(button => button.Displayed).Click();
        Assert.True(browser.Find(By.Id("thread-hint")).Displayed);
        browser.Find(By.Id("say")).SendKeys("what's our pipeline?" + Keys.Enter);
        browser.Until(() => browser.Page.FindElements(By.CssSelector(".thread.open article.bot")) is { Count: >= 2 } answers ? answers[^1] : null, "the second answer in the thread");
        browser.Photograph("desktop-thread");

        page.Enter("EMEA");
        Assert.DoesNotContain("Win rate", browser.Find(By.Id("log")).Text, StringComparison.Ordinal);
        NothingWasComplainedOf(browser);
    }

    [BrowserFact]
    public async Task Two_who_look_see_a_card_change_for_both_and_what_is_new_elsewhere_is_counted()
    {
        using var browser = new Browser();
        using var other = new Browser();
        var mine = ChatPage.Open(browser, stand.Bot.Address, PageStand.Operations);
        var theirs = ChatPage.Open(other, stand.Bot.Address, Person(0));
        mine.Enter("APAC");
        theirs.Enter("APAC");
        var name = stand.Store.One(
            "SELECT d.name FROM alert_marks m JOIN deals d ON d.id = m.subject JOIN people p ON p.id = d.owner_id WHERE p.team = 'APAC' AND m.card_key IS NOT NULL ORDER BY d.id") ?? string.Empty;
        mine.Find(name);
        Assert.Contains("Snoozed until", mine.Press("Snooze 7 days"), StringComparison.Ordinal);
        FocusComesTo(browser, "Wake");
        other.Until(() => theirs.Find(name) is { } text && text.Contains("Snoozed until", StringComparison.Ordinal) ? text : null, "the other page to follow");
        browser.Photograph("desktop-snoozed");

        theirs.Enter("EMEA");
        mine.Say("win rate this year?");
        Assert.Equal("1", other.Find(By.CssSelector("#rooms .unread")).Text);
        await stand.Bot.DrainAsync();
    }

    [BrowserFact]
    public void It_can_be_used_by_keyboard_alone()
    {
        using var browser = new Browser();
        ChatPage.Open(browser, stand.Bot.Address, PageStand.Operations);
        var deal = stand.OpenDeal(2);
        Press(browser, Keys.Tab);
        Assert.Equal("Skip to the message box", browser.Page.SwitchTo().ActiveElement().Text);
        Press(browser, Keys.Enter);
        Press(browser, $"#{deal} closed lost");
        Press(browser, Keys.Enter);
        browser.Until(() => browser.Page.FindElements(By.CssSelector("[data-action='forms.open']")).LastOrDefault(), "the prompt");

        // Back from the message box to the last message's buttons.
        TabBackTo(browser, "Give loss reason");
        Press(browser, Keys.Enter);
        browser.Until(() => Focused(browser) == "field-loss_reason" ? "there" : null, "the first field");
        Press(browser, "Too");
        Press(browser, Keys.Tab + Keys.Tab);
        FocusComesTo(browser, "Mark as lost");
        Press(browser, Keys.Enter);
        FocusComesTo(browser, "Undo");
        Press(browser, Keys.Enter);
        FocusComesTo(browser, "Put it back");
        Press(browser, Keys.Enter);
        browser.Until(() => browser.Page.FindElements(By.CssSelector("article.bot")).LastOrDefault(article => article.Text.Contains("put back", StringComparison.Ordinal)), "the deal put back");
        NothingWasComplainedOf(browser);
    }

    [BrowserFact]
    public void On_a_phone_in_the_dark_nothing_sticks_out()
    {
        using var browser = new Browser(390, 844, dark: true);
        var page = ChatPage.Open(browser, stand.Bot.Address, PageStand.Operations);
        page.Say("list deals in negotiation");
        browser.Photograph("phone-dark-table");
        NothingSticksOut(browser);
        page.Say($"#{stand.OpenDeal(3)} closed lost");
        page.OpenForm("Give loss reason");
        page.Submit();
        browser.Photograph("phone-dark-modal");
        NothingSticksOut(browser);
        browser.Find(By.Id("modal-close")).Click();
        page.Enter("EMEA");
        browser.Photograph("phone-dark-alerts");
        NothingSticksOut(browser);
        Assert.Equal("rgba(18, 23, 21, 1)", browser.Page.FindElement(By.TagName("body")).GetCssValue("background-color"));
        NothingWasComplainedOf(browser);
    }

    [BrowserFact]
    public void What_people_write_is_shown_as_written()
    {
        using var browser = new Browser();
        var page = ChatPage.Open(browser, stand.Bot.Address, PageStand.Operations);
        var answer = page.Say("""next step for #D-1002: <img src=x onerror="document.title='gone'"> *bold* ~old~ a_b_c & <!channel>""");
        Assert.Contains("""<img src=x onerror="document.title='gone'"> *bold* ~old~ a_b_c & <!channel>""", answer.Replace("\u200B", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("gone", browser.Page.Title, StringComparison.Ordinal);
        Assert.Empty(browser.Page.FindElements(By.CssSelector("#log img")));
        NothingWasComplainedOf(browser);
    }

    private string Person(int number) => stand.Store.Rows("SELECT email FROM people WHERE role = 'manager' ORDER BY id")[number][0] ?? string.Empty;

    private static IReadOnlyList<string> Transcript(Browser browser) => [.. browser.Page.FindElements(By.CssSelector("article .body")).Select(body => body.Text)];

    private static string? Focused(Browser browser) => browser.Page.SwitchTo().ActiveElement().GetAttribute("id");

    private static void Press(Browser browser, string keys) => new Actions(browser.Page).SendKeys(keys).Perform();

    private static void FocusComesTo(Browser browser, string button) =>
        browser.Until(() => browser.Page.SwitchTo().ActiveElement().Text == button ? button : null, $"the focus on {button}");

    private static void TabBackTo(Browser browser, string button)
    {
        for (var step = 0; step < 12 && browser.Page.SwitchTo().ActiveElement().Text != button; step++)
        {
            new Actions(browser.Page).KeyDown(Keys.Shift).SendKeys(Keys.Tab).KeyUp(Keys.Shift).Perform();
        }

        Assert.Equal(button, browser.Page.SwitchTo().ActiveElement().Text);
    }

    private static void NothingSticksOut(Browser browser) =>
        Assert.Equal(true, ((IJavaScriptExecutor)browser.Page).ExecuteScript("return document.documentElement.scrollWidth <= window.innerWidth && [...document.querySelectorAll('article, #composer, dialog[open]')].every(node => node.getBoundingClientRect().right <= window.innerWidth + 1)"));

    private static void NothingWasComplainedOf(Browser browser) => Assert.Empty(browser.Complaints);
}
