using Microsoft.Extensions.DependencyInjection;
using RevBot.Intents.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Rights;

namespace RevBot.Intents.Tests.Deals;

/// <summary>What becomes of a form that is submitted late, twice, after the deal went on, or by somebody who may not any more: the same for each, and nothing is written by it.</summary>
public sealed class FormFateConversations
{
    public static TheoryData<string, string> Forms => new()
    {
        { "create a deal Hooli Cloud for Hooli closing 15 March", "stage=qualification" },
        { "create account Stark Industries", "name=Stark Industries" },
        { "add contact Jane Doe to Acme", "account=a-acme;name=Jane Doe" },
        { "log a call with Acme", "activity_kind=Call;activity_date=2026-11-21;activity_text=hello;next_step=call legal" },
        { "hand over Acme", "owner=priya" },
        { "submit my forecast", "period=this-quarter;commit=1k;best_case=2k" },
    };

    public static TheoryData<string, string> FormsOfADeal => new()
    {
        { "log a call with Acme", "activity_kind=Call;activity_date=2026-11-21;activity_text=hello;next_step=call legal" },
        { "hand over Acme", "owner=priya" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task What_has_expired_is_asked_for_again(string sentence, string values)
    {
        await using var office = await OpenAsync(sentence);
        var before = Held(office);
        office.Time.Advance(TimeSpan.FromHours(25));
        await SubmitAsync(office, values);
        office.Bot.Sees("This form has expired; nothing was changed. Please ask for it again.");
        Assert.Equal(before, Held(office));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task What_is_submitted_twice_counts_once(string sentence, string values)
    {
        await using var office = await OpenAsync(sentence);
        var (form, before) = (office.Bot.Form!, Held(office));
        await SubmitAsync(office, values);
        var after = Held(office);
        Assert.NotEqual(before, after);
        await office.Bot.DoesAsync(new Conversation.Turns.TurnInput.FormSubmission(form.Session.Id, Values(values)));
        office.Bot.Sees("This was answered already; nothing was changed again.");
        Assert.Equal(after, Held(office));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Who_may_not_any_more_changes_nothing(string sentence, string values)
    {
        await using var office = await OpenAsync(sentence);
        var before = Held(office);
        office.Bot.Services.GetRequiredService<ICompanyEditor>().Change(company => company with
        {
            Rights = new RightsPolicy(new Dictionary<PersonRole, RoleRights> { [PersonRole.Rep] = new(Reach.All, Reach.All, Reach.All, Reach.None) }),
        });
        await SubmitAsync(office, values);
        Assert.Equal("refused", (string?)office.Bot.Last.Reply?.Data?["outcome"]);
        Assert.Equal(before, Held(office));
    }

    [Theory]
    [MemberData(nameof(FormsOfADeal))]
    public async Task Who_was_first_is_told_when_the_deal_went_on(string sentence, string values)
    {
        await using var office = await OpenAsync(sentence);
        office.Happens("D-1", stamp => new DealEvent.StageChanged(new StageId("proposal"), new StageId("discovery")) { Deal = new DealId("D-1"), Stamp = stamp }, "mo");
        var before = Held(office);
        await SubmitAsync(office, values);
        office.Bot.Sees("Mo Larsen moved Acme to Discovery");
        Assert.Equal(before, Held(office));
    }

    [Fact]
    public async Task A_deal_that_was_made_meanwhile_is_shown_before_another_is()
    {
        await using var office = await OpenAsync("create a deal Hooli Cloud for Hooli closing 15 March");
        office.Creates("D-99", "Hooli Cloud", "omar");
        await SubmitAsync(office, "stage=qualification");
        Assert.Contains("There is an open deal “Hooli Cloud” already (#D-99, Qualification, Omar Haddad)", office.Bot.Form!.Form.Fields.Single(field => field.Id == "create_anyway").Hint, StringComparison.Ordinal);
        Assert.Single(office.Deals, deal => deal.Name == "Hooli Cloud");
    }

    private static async Task<Office> OpenAsync(string sentence)
    {
        var office = new Office();
        Assert.Equal((sentence, "form"), (sentence, await office.SaysAsync("dana", sentence)));
        await office.Bot.ClicksAsync(office.Bot.Channel.Screen[^1].Message.Card.Buttons[0].Label);
        return office;
    }

    private static Task<Conversation.Turns.TurnResult> SubmitAsync(Office office, string values) => office.Bot.SubmitsAsync([.. Values(values).Items.Select(item => (item.Key, item.Value))]);

    private static Conversation.Forms.FormValues Values(string values) =>
        new(values.Split(';').Select(value => value.Split('=')).ToDictionary(value => value[0], value => value[1], StringComparer.Ordinal));

    /// <summary>Everything there is, by how often it has changed.</summary>
    private static string Held(Office office) =>
        $"{string.Join(',', office.Deals.Select(deal => $"{deal.Id}@{deal.Version}"))} {office.Snapshot.Accounts.Count} {office.Snapshot.Contacts.Count} {office.Snapshot.Forecasts.Count}";
}
