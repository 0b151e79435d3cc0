using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Tests.Deals;

/// <summary>Accounts and the people there, on Saturday 21 November 2026.</summary>
public sealed class AddAccountConversations
{
    [Theory]
    [InlineData("create account Stark Industries, enterprise, EMEA", "Stark Industries", "Enterprise", "EMEA", null)]
    [InlineData("add an account Stark Industries, emea, Aerospace, smb", "Stark Industries", "SMB", "EMEA", "Aerospace")]
    public async Task What_is_said_whole_is_added_at_once(string sentence, string name, string segment, string region, string? industry)
    {
        await using var office = new Office();
        Assert.Equal((sentence, "done"), (sentence, await office.SaysAsync("dana", sentence)));
        office.Bot.Sees($"Account {name} is added");
        Assert.Equal(new Account(AccountId.OfName(name), name, segment, region, industry), office.Snapshot.Accounts[AccountId.OfName(name)]);
    }

    [Fact]
    public async Task The_rest_is_asked_for()
    {
        await using var office = new Office();
        Assert.Equal("form", await office.SaysAsync("dana", "create account Stark Industries"));
        await office.Bot.ClicksAsync("Fill in the account");
        Assert.Equal("Stark Industries", office.Bot.Form!.Form.Fields[0].Initial);
        await office.Bot.SubmitsAsync(("name", "Stark Industries"), ("segment", "SMB"));
        Assert.Equal("SMB", office.Snapshot.Accounts[AccountId.OfName("stark industries")].Segment);
    }

    [Theory]
    [InlineData("create account Acme, enterprise, EMEA", "")]
    [InlineData("create account Acme Corporation, enterprise, EMEA", "Acme Corp · Enterprise · EMEA is there already. Nothing was added.")]
    [InlineData("create account ACME CORP", "is there already")]
    public async Task One_that_is_called_so_is_not_made_twice(string sentence, string said)
    {
        await using var office = new Office();
        Assert.Equal((sentence, "refused"), (sentence, await office.SaysAsync("dana", sentence)));
        office.Bot.Sees(said);
    }

    [Fact]
    public async Task A_contact_is_added_and_known_by_the_forms()
    {
        await using var office = new Office();
        Assert.Equal("done", await office.SaysAsync("dana", "add contact Jane Doe, CFO, to Acme"));
        office.Bot.Sees("Jane Doe is added to Acme Corp");
        Assert.Equal(new Contact(new AccountId("a-acme"), "Jane Doe", "CFO"), Assert.Single(office.Snapshot.Contacts));
        await office.SaysAsync("dana", "add contact Jane Doe, jane@acme.com, economic buyer, to Acme");
        office.Bot.Sees("Jane Doe of Acme Corp is updated");
        Assert.Equal(new Contact(new AccountId("a-acme"), "Jane Doe", "CFO", "jane@acme.com", "Economic buyer"), Assert.Single(office.Snapshot.Contacts));

        await office.SaysAsync("dana", "log a call with Acme");
        await office.Bot.ClicksAsync("Log the call");
        Assert.Contains("Jane Doe (CFO)", office.Bot.Form!.Form.Fields.Single(field => field.Id == "activity_with").Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field()
    {
        await using var office = new Office();
        Assert.Equal("form", await office.SaysAsync("dana", "add a contact"));
        await office.Bot.ClicksAsync("Fill in the contact");
        await office.Bot.SubmitsAsync(("account", "a-acme"), ("name", "Jane Doe"), ("email", "jane"));
        Assert.Equal("“jane” is no e-mail address; write it like jane@acme.com.", office.Bot.Last.Errors.Single().Message);
        Assert.Equal("refused", await office.SaysAsync("dana", "add contact Jane Doe to Nonsuch"));
        office.Bot.Sees("I know no account “Nonsuch”");
        Assert.Equal("refused", await office.SaysAsync("eli", "add contact Jane Doe, CFO, to Acme"));
    }

    [Fact]
    public async Task An_account_added_by_mistake_is_taken_back_while_nothing_stands_on_it()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "create account Stark Industries, enterprise, EMEA");
        var undo = office.Bot.Channel.Screen[^1].Message.Card.Buttons.Single(button => button.Label == "Undo");
        Assert.Equal("confirm", await office.SaysAsync("dana", "undo"));
        office.Bot.Sees("Take account Stark Industries back?");
        await office.Bot.ClicksAsync("Keep");
        office.Bot.Sees("Account Stark Industries stays");

        await office.SaysAsync("dana", "add contact Tony Stark, CEO, to Stark Industries");
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync(undo);
        office.Bot.Sees("Stark Industries has contacts by now, so it stays.");
        await office.SaysAsync("dana", "undo");
        office.Bot.Sees("Take Tony Stark of Stark Industries back?");
        office.Bot.Sees("CEO → none");
        await office.Bot.ClicksAsync("Take it back");
        office.Bot.Sees("Tony Stark of Stark Industries is taken back");
        Assert.Empty(office.Snapshot.Contacts);

        office.Bot.User = "omar";
        await office.Bot.ClicksAsync(undo);
        office.Bot.Sees("was made by Dana Reyes, and only who made it or operations may undo it");
        office.Bot.User = "ops";
        await office.Bot.ClicksAsync(undo);
        await office.Bot.ClicksAsync("Take it back");
        office.Bot.Sees("Account Stark Industries is taken back");
        Assert.DoesNotContain(AccountId.OfName("Stark Industries"), office.Snapshot.Accounts.Keys);
        await office.Bot.ClicksAsync(undo);
        office.Bot.Sees("There is nothing to undo: what that added is gone, or has been changed since.");
    }

    [Fact]
    public async Task A_contact_that_was_changed_goes_back_to_what_was_known()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "add contact Jane Doe, CFO, to Acme");
        await office.SaysAsync("dana", "add contact Jane Doe, jane@acme.com, economic buyer, to Acme");
        await office.SaysAsync("dana", "undo");
        office.Bot.Sees("Put Jane Doe of Acme Corp back as it was?");
        office.Bot.Sees("jane@acme.com → none");
        await office.Bot.ClicksAsync("Put it back");
        Assert.Equal(new Contact(new AccountId("a-acme"), "Jane Doe", "CFO"), Assert.Single(office.Snapshot.Contacts));
        Assert.Equal("refused", await office.SaysAsync("dana", "undo"));
    }
}
