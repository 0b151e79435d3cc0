using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Testing;

namespace RevBot.Conversation.Tests.Turns;

/// <summary>Forms that are left half-filled. It is 21 November 2026.</summary>
public sealed class DraftConversations
{
    [Fact]
    public async Task A_form_that_was_refused_and_closed_opens_as_it_was_left()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("lose #D-7");
        await bot.ClicksAsync("Give reason");
        Assert.Empty(NotesOf(bot.Form));
        await bot.SubmitsAsync(("reason", "rival"), ("note", "Their price was half"), ("closed", "2026-11-20"));
        var left = bot.Time.GetUtcNow();
        bot.Time.Advance(TimeSpan.FromHours(2));

        await bot.ClicksAsync("Give reason");
        Assert.Equal([$"As you left it at {left:HH:mm}. Nothing of it is written yet."], NotesOf(bot.Form));
        Assert.Equal(("rival", "Their price was half"), (bot.Form!.Values["reason"], bot.Form.Values["note"]));
        Assert.Contains(bot.Form.Form.Fields, field => field.Id == "competitor");

        await bot.SubmitsAsync(("reason", "rival"), ("competitor", "Initech"), ("closed", "2026-11-20"));
        Assert.Equal(["#d-7 lost: 2026-11-20, Initech, rival"], WrittenBy(bot));
    }

    [Fact]
    public async Task What_is_kept_by_a_press_is_shown_with_until_when_and_opens_nothing_twice()
    {
        await using var bot = SampleBot.Rich();
        bot.Channel.Profiles["dana"] = new ActorProfile("Dana", "dana@example.com", "Asia/Tokyo");
        await bot.SaysAsync("lose #D-7");
        await bot.ClicksAsync("Give reason");
        var session = bot.Form!.Session.Id;
        var (now, until) = (bot.Time.GetUtcNow().AddHours(9), bot.Store.Sessions.Single().ExpiresAt.AddHours(9));

        await bot.DoesAsync(new TurnInput.FormOpening(session, FormValues.Empty, null) { Keeps = true });
        Assert.Equal(["Nothing is filled in yet."], NotesOf(bot.Form));
        await bot.DoesAsync(Opening(session, ("note", "half of it")) with { Keeps = true });
        Assert.Equal([$"Kept at {now:HH:mm}; nothing of it is written yet. Until {until.ToString("d MMM HH:mm", System.Globalization.CultureInfo.InvariantCulture)} “my drafts” brings it back."], NotesOf(bot.Form));
        Assert.Equal("half of it", bot.Store.Sessions.Single().Values["note"]);
        Assert.Empty(WrittenBy(bot));
    }

    [Fact]
    public async Task A_draft_is_its_authors_and_ends_with_its_form()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("lose #D-7");
        await bot.ClicksAsync("Give reason");
        var session = bot.Form!.Session.Id;
        await bot.DoesAsync(Opening(session, ("note", "secret")));
        var drafts = (IFormSessions)bot.Store;
        var (dana, eve) = (new Actor("slack", "T1", "dana"), new Actor("slack", "T1", "eve"));
        Assert.Equal("secret", Assert.Single(await drafts.FindOpenAsync(dana, bot.Time.GetUtcNow(), default), one => one.SeenAt is not null).Values["note"]);
        Assert.DoesNotContain(await drafts.FindOpenAsync(eve, bot.Time.GetUtcNow(), default), one => one.SeenAt is not null);

        bot.User = "eve";
        await bot.DoesAsync(Opening(session, ("note", "mine now")));
        bot.Sees("offered to somebody else");
        Assert.Equal("secret", bot.Store.Sessions.Single().Values["note"]);

        bot.User = "dana";
        bot.Time.Advance(TimeSpan.FromHours(25));
        Assert.DoesNotContain(await drafts.FindOpenAsync(dana, bot.Time.GetUtcNow(), default), one => one.SeenAt is not null);
        await bot.ClicksAsync("Give reason");
        bot.Sees("expired");
    }

    [Fact]
    public async Task An_interview_is_left_for_later_and_goes_on_with_the_answers_so_far()
    {
        await using var bot = SampleBot.InTerminal();
        await bot.SaysAsync("lose #D-7");
        Assert.DoesNotContain("\"later\"", bot.LastText, StringComparison.Ordinal);
        var session = bot.Store.Sessions.Single().Id;
        await bot.SaysAsync("2");
        bot.Sees("Competitor?");
        bot.Sees("\"back\", \"later\" or \"cancel\"");
        await bot.SaysAsync("Initech");
        bot.Sees("Note? (optional)");

        await bot.SaysAsync("later");
        bot.Sees("nothing of it is written yet. “my drafts” brings it back.");
        await bot.SaysAsync("pipeline");
        bot.Sees("$1.2M");

        await bot.ClicksAsync(new CardButton("Continue", "forms.open", session));
        bot.Sees("As you left it at ");
        bot.Sees("Note? (optional)");
        await bot.SaysAsync("skip");
        await bot.SaysAsync("today");
        bot.Sees("#d-7 lost: 2026-11-21, Initech, rival");
    }

    [Fact]
    public async Task An_interview_that_was_forgotten_is_kept_too_and_one_without_answers_is_no_draft()
    {
        await using var bot = SampleBot.InTerminal();
        await bot.SaysAsync("lose #D-7");
        await bot.SaysAsync("later");
        bot.Sees("Nothing was filled in, and nothing was changed.");
        await bot.SaysAsync("lose #D-8");
        await bot.SaysAsync("price");
        bot.Time.Advance(TimeSpan.FromMinutes(31));
        await bot.SaysAsync("pipeline");
        bot.Sees("$1.2M");

        var draft = Assert.Single(await ((IFormSessions)bot.Store).FindOpenAsync(new Actor("slack", "T1", "dana"), bot.Time.GetUtcNow(), default), one => one.SeenAt is not null);
        Assert.Equal(("#d-8", "price"), (draft.Seed["deal"], draft.Values["reason"]));
        await bot.ClicksAsync(new CardButton("Continue", "forms.open", draft.Id));
        bot.Sees("Note? (optional)");
        await bot.SaysAsync("cancel");
        Assert.DoesNotContain(await ((IFormSessions)bot.Store).FindOpenAsync(draft.Actor, bot.Time.GetUtcNow(), default), one => one.SeenAt is not null);
        Assert.Empty(WrittenBy(bot));
    }

    private static TurnInput.FormOpening Opening(string session, params (string Field, string Value)[] values) =>
        new(session, new FormValues(values.ToDictionary(value => value.Field, value => value.Value)), null);

    private static IEnumerable<string> NotesOf(OpenForm? form) => form!.Form.Intro.OfType<CardElement.Note>().Select(note => note.Text);

    private static List<string> WrittenBy(TestBot bot) => bot.Services.GetRequiredService<SampleBot.Ledger>().Written;
}
