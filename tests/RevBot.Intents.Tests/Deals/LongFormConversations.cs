using RevBot.Conversation.Forms;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Deals;

/// <summary>A company whose Proposal asks for an amount and twelve fields of its own. It is Saturday, 21 November 2026.</summary>
public sealed class LongFormConversations
{
    [Fact]
    public async Task A_long_form_is_filled_in_step_by_step_and_nothing_moves_before_the_last()
    {
        await using var office = new Office(company: Demanding());
        await OpenAsync(office);
        Assert.Equal(["amount", "own_1", "own_2", "own_3", "own_4", "own_5", "own_6"], FieldsOf(office));
        Assert.Equal(("Step 1 of 2", "Next"), (StepOf(office), office.Bot.Form!.Form.SubmitLabel));

        // What is missing of a step is said there, and the next one is not asked about yet.
        var refused = await office.Bot.GoesOnAsync([.. Own(1, 5), ("amount", "80k")]);
        Assert.Equal(["own_6"], refused.Errors.Select(error => error.FieldId));
        Assert.Equal("Step 1 of 2", StepOf(office));

        await office.Bot.GoesOnAsync([.. Own(1, 6), ("amount", "80k")]);
        Assert.Equal(["own_7", "own_8", "own_9", "own_10", "own_11", "own_12"], FieldsOf(office));
        Assert.Equal("Step 2 of 2", StepOf(office));
        Assert.NotEqual("Next", office.Bot.Form!.Form.SubmitLabel);
        Assert.Equal("qualification", office.Deal("D-4").Stage.Value);

        await office.Bot.GoesOnAsync([.. Own(7, 12)]);
        Assert.Equal("proposal", office.Deal("D-4").Stage.Value);
        Assert.Equal((80_000m, "value 1", "value 12"), (office.Deal("D-4").Amount!.Value.Amount, office.Deal("D-4").Fields["own_1"], office.Deal("D-4").Fields["own_12"]));
    }

    [Fact]
    public async Task Back_shows_what_stood_in_the_step_before_and_keeps_what_stands_in_this_one()
    {
        await using var office = new Office(company: Demanding());
        await OpenAsync(office);
        await office.Bot.GoesOnAsync([.. Own(1, 6), ("amount", "80k")]);
        await office.Bot.DoesAsync(new TurnInput.FormOpening(office.Bot.Form!.Session.Id, Values(Own(7, 8)), null) { IsBack = true, Shown = FieldsOf(office) });
        Assert.Equal("Step 1 of 2", StepOf(office));
        Assert.Equal(("80k", "value 6"), (office.Bot.Form!.Values["amount"], office.Bot.Form.Values["own_6"]));

        await office.Bot.GoesOnAsync([.. Own(1, 6), ("amount", "90k")]);
        Assert.Equal(("value 7", "value 8", null), (office.Bot.Form!.Values["own_7"], office.Bot.Form.Values["own_8"], office.Bot.Form.Values["own_9"]));
        await office.Bot.GoesOnAsync([.. Own(7, 12)]);
        Assert.Equal(90_000m, office.Deal("D-4").Amount!.Value.Amount);
    }

    [Fact]
    public async Task A_long_form_that_was_left_opens_at_the_step_it_was_left_at()
    {
        await using var office = new Office(company: Demanding());
        await OpenAsync(office);
        await office.Bot.GoesOnAsync([.. Own(1, 6), ("amount", "80k")]);
        await office.SaysAsync("dana", "my drafts");
        office.Bot.Sees("7 of 13 fields filled in");
        await office.Bot.ClicksAsync("Continue");
        Assert.Equal("Step 2 of 2", StepOf(office));
        Assert.Contains(office.Bot.Form!.Form.Intro.OfType<CardElement.Note>(), note => note.Text.StartsWith("As you left it at ", StringComparison.Ordinal));
        await office.Bot.GoesOnAsync([.. Own(7, 12)]);
        Assert.Equal("proposal", office.Deal("D-4").Stage.Value);
    }

    [Fact]
    public async Task A_step_that_is_submitted_late_is_taken_for_what_it_is()
    {
        await using var office = new Office(company: Demanding());
        await OpenAsync(office);
        var first = FieldsOf(office);
        await office.Bot.GoesOnAsync([.. Own(1, 6), ("amount", "80k")]);

        // The first step stands open elsewhere, too.
        await office.Bot.DoesAsync(new TurnInput.FormSubmission(office.Bot.Form!.Session.Id, Values([.. Own(1, 6), ("amount", "70k")])) { Shown = first });
        Assert.Equal("Step 2 of 2", StepOf(office));
        await office.Bot.GoesOnAsync([.. Own(7, 12)]);
        Assert.Equal(70_000m, office.Deal("D-4").Amount!.Value.Amount);
    }

    [Fact]
    public async Task A_form_that_grows_long_by_what_is_picked_in_it_goes_on_in_steps()
    {
        await using var office = new Office(company: Demanding());
        await office.SaysAsync("dana", "move a deal");
        await office.Bot.ClicksAsync("Pick a deal");
        var session = office.Bot.Form!.Session.Id;
        await office.Bot.DoesAsync(new TurnInput.FormOpening(session, Values([("deal", "D-4")]), null) { Shown = ["deal"] });
        await office.Bot.DoesAsync(new TurnInput.FormOpening(session, Values([("deal", "D-4"), ("stage.D_4", "proposal")]), null) { Shown = FieldsOf(office) });
        Assert.Equal("Step 1 of 2", StepOf(office));
        Assert.Equal(["deal", "stage.D_4"], FieldsOf(office).Take(2));

        var values = FieldsOf(office).Skip(2).Select(id => (id, id.StartsWith("amount", StringComparison.Ordinal) ? "80k" : "x")).ToArray();
        await office.Bot.GoesOnAsync([("deal", "D-4"), ("stage.D_4", "proposal"), .. values]);
        Assert.Equal("Step 2 of 2", StepOf(office));
        await office.Bot.GoesOnAsync([.. FieldsOf(office).Select(id => (id, "x"))]);
        Assert.Equal("proposal", office.Deal("D-4").Stage.Value);
    }

    [Fact]
    public async Task Asked_one_by_one_a_long_form_has_no_steps()
    {
        await using var office = new Office(abilities: ChannelAbilities.AnswersInPlace, company: Demanding());
        await office.SaysAsync("dana", "move Umbrella to proposal");
        office.Bot.Sees("Amount?");
        await office.SaysAsync("dana", "80k");
        for (var number = 1; number <= 12; number++)
        {
            office.Bot.Sees($"Own field {number}?");
            Assert.DoesNotContain("Step ", office.Bot.LastText, StringComparison.Ordinal);
            await office.SaysAsync("dana", $"value {number}");
        }

        Assert.Equal("proposal", office.Deal("D-4").Stage.Value);
    }

    private static async Task OpenAsync(Office office)
    {
        await office.SaysAsync("dana", "move Umbrella to proposal");
        await office.Bot.ClicksAsync(office.Bot.Channel.Screen[^1].Message.Card.Buttons[0]);
    }

    private static List<string> FieldsOf(Office office) => [.. office.Bot.Form!.Form.Fields.Select(field => field.Id)];

    private static string? StepOf(Office office) => office.Bot.Form!.Form.Intro.OfType<CardElement.Note>().Select(note => note.Text).FirstOrDefault(text => text.StartsWith("Step ", StringComparison.Ordinal));

    private static (string, string)[] Own(int from, int to) => [.. Enumerable.Range(from, to - from + 1).Select(number => ($"own_{number}", $"value {number}"))];

    private static FormValues Values(IEnumerable<(string Field, string Value)> values) => new(values.ToDictionary(value => value.Field, value => value.Value));

    private static CompanyProfile Demanding()
    {
        var own = Enumerable.Range(1, 12).Select(number => new DealField($"own_{number}", $"Own field {number}", FieldKind.Text, [])).ToList();
        return TestCompany.Profile with
        {
            Fields = own,
            Process = new SalesProcess(
            [
                .. TestCompany.Profile.Process.Stages.Select(stage => stage.Id.Value == "proposal"
                    ? stage with { RequiredToEnter = [DealFields.Amount, .. own.Select(asked => new Criterion(asked.Key))] }
                    : stage),
            ]),
        };
    }
}
