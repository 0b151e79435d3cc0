using System.Text.Json;
using RevBot.Channels.Teams.Cards;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;

namespace RevBot.Channels.Tests.Teams.Cards;

public sealed class AdaptiveFormRendererTests
{
    private static readonly CardPlace Chat = new() { IsDirect = true };

    [Fact]
    public void Every_field_is_an_input_with_a_label_that_must_be_filled_in_or_not()
    {
        var inputs = Inputs(Draw("everything"));
        Assert.Equal(
            ["next_step Input.Text !", "amount Input.Text !", "seats Input.Number !", "next_step_date Input.Date", "owner Input.ChoiceSet", "source Input.ChoiceSet", "none Input.Text !"],
            inputs.Select(input => $"{input.GetProperty("id")} {input.GetProperty("type")}{(input.TryGetProperty("isRequired", out _) ? " !" : "")}"));
        Assert.Equal("Next step is needed.", inputs[0].GetProperty("errorMessage").GetString());
        Assert.Equal(12.5m, inputs[2].GetProperty("value").GetDecimal());
        Assert.Equal("2026-01-01", inputs[3].GetProperty("min").GetString());
    }

    [Fact]
    public void Options_carry_their_group_and_an_optional_choice_can_be_left()
    {
        var reasons = Inputs(Draw("loss"))[0].GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("title").GetString());
        Assert.Equal(["Price", "Lost to competitor: Missing feature", "Lost to competitor: Cheaper", "Timing", "No decision"], reasons);
        var source = Inputs(Draw("everything"))[5];
        Assert.Equal("expanded", source.GetProperty("style").GetString());
        Assert.Equal("(none)", source.GetProperty("choices")[0].GetProperty("title").GetString());
        Assert.Null(CardCall.ReadValues(Json($$"""{"source":"{{source.GetProperty("choices")[0].GetProperty("value")}}"}"""))["source"]);
    }

    [Fact]
    public void A_deal_that_is_called_like_a_link_is_none_among_the_options()
    {
        var field = new ChoiceField { Id = "deal", Label = "Deal", Options = [new FieldOption("D-1", "[Acme](https://evil.example) <at>Ann</at>")] };
        var form = AdaptiveFormRenderer.Render(CardFolder.Open(new Form("F", [], [field], "Go")), [], null, Chat);
        Assert.Equal("[Acme]\u200C(https://evil.example) <\u200Cat>Ann<\u200C/at>", Inputs(form)[0].GetProperty("choices").EnumerateArray().Last().GetProperty("title").GetString());
    }

    [Fact]
    public void What_is_said_as_an_error_is_not_said_again_as_a_hint()
    {
        var field = new TextField { Id = "deal", Label = "Deal", Hint = "It belongs to Sam." };
        var form = AdaptiveFormRenderer.Render(CardFolder.Open(new Form("F", [], [field], "Go")), [new FieldError("deal", "It belongs to Sam.")], null, Chat).GetRawText();
        Assert.Equal(form.IndexOf("Sam", StringComparison.Ordinal), form.LastIndexOf("Sam", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_list_is_typed_into_and_one_too_long_to_send_is_asked_for()
    {
        var owner = Inputs(Draw("everything"))[4];
        Assert.Equal("filtered", owner.GetProperty("style").GetString());
        Assert.Equal(41, owner.GetProperty("choices").GetArrayLength());
        Assert.False(owner.TryGetProperty("choices.data", out _));

        var deal = Inputs(Draw("picker"))[0];
        Assert.Equal("filtered", deal.GetProperty("style").GetString());
        Assert.Equal("Data.Query", deal.GetProperty("choices.data").GetProperty("type").GetString());
        Assert.Equal(new FormDataset("0193", "deal"), FormDataset.Read(deal.GetProperty("choices.data").GetProperty("dataset").GetString()));
    }

    [Fact]
    public void The_chosen_option_is_always_among_those_sent()
    {
        var field = new ChoiceField { Id = "deal", Label = "Deal", Options = [.. Enumerable.Range(1, 300).Select(at => new FieldOption($"D-{at}", $"Deal {at}"))] };
        var form = AdaptiveFormRenderer.Render(CardFolder.Open(new Form("F", [], [field], "Go"), ("deal", "D-250")), [], null, Chat);
        var deal = Inputs(form)[0];
        Assert.Equal("D-250", deal.GetProperty("value").GetString());
        Assert.Equal("Deal 250", deal.GetProperty("choices")[0].GetProperty("title").GetString());
    }

    [Fact]
    public void What_was_wrong_stands_under_its_field_and_what_was_written_stays()
    {
        var open = CardFolder.Open(SampleCards.Forms["everything"], ("next_step", "call"), ("amount", "lots"));
        var card = AdaptiveFormRenderer.Render(open, [new FieldError("amount", "\"lots\" is not an amount."), new FieldError("elsewhere", "The deal has moved.")], ["next_step", "amount"], Chat);
        var body = card.GetProperty("body").EnumerateArray().ToList();
        var amount = body.FindIndex(part => part.TryGetProperty("id", out var id) && id.GetString() == "amount");
        Assert.Equal("lots", body[amount].GetProperty("value").GetString());
        Assert.Equal("\"lots\" is not an amount.", body[amount + 1].GetProperty("inlines")[0].GetProperty("text").GetString());
        Assert.Equal("Attention", body[amount + 1].GetProperty("inlines")[0].GetProperty("color").GetString());
    }

    [Fact]
    public void An_error_of_a_field_that_is_not_there_stands_above_the_fields()
    {
        var open = CardFolder.Open(SampleCards.Forms["picker"]);
        Assert.Contains("The deal has moved.", AdaptiveFormRenderer.Render(open, [new FieldError("elsewhere", "The deal has moved.")], null, Chat).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_is_new_is_no_mistake_yet()
    {
        var open = CardFolder.Open(SampleCards.Forms["loss"], ("loss_reason", "competitor/price"));
        var card = AdaptiveFormRenderer.Render(open, [new FieldError("competitor", "Competitor is needed.")], ["loss_reason"], Chat).GetRawText();
        Assert.DoesNotContain("\"text\":\"Competitor is needed.\"", card, StringComparison.Ordinal);
        Assert.Contains("One more thing is needed", card, StringComparison.Ordinal);
        card = AdaptiveFormRenderer.Render(open, [new FieldError("competitor", "Competitor is needed.")], ["loss_reason", "competitor"], Chat).GetRawText();
        Assert.Contains("\"text\":\"Competitor is needed.\"", card, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_field_that_may_stay_empty_is_led_to_by_what_was_said_of_it()
    {
        var form = new Form("Update a deal", [], [new TextField { Id = "deal", Label = "Deal" }, new TextField { Id = "amount", Label = "Amount", Required = false }], "Save");
        var card = AdaptiveFormRenderer.Render(CardFolder.Open(form, ("deal", "D-1")), [new FieldError("amount", "Fill in what is to change.")], ["deal"], Chat).GetRawText();
        Assert.Contains("\"text\":\"Fill in what is to change.\"", card, StringComparison.Ordinal);
        Assert.DoesNotContain("One more thing", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Attention", card, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_message_it_is_submitted_in_place_or_cancelled_and_in_a_dialog_submitted()
    {
        var actions = Draw("loss").GetProperty("actions");
        Assert.Equal(["Mark as lost", "Cancel"], actions.EnumerateArray().Select(action => action.GetProperty("title").GetString()));
        var submit = CardCall.Read(actions[0].GetProperty("data"));
        Assert.Equal(("submit", "0193"), (submit?.Do, submit?.SessionId));
        Assert.Equal(["loss_reason", "competitor", "loss_note", "close_date"], submit?.Shown);
        Assert.Equal("none", actions[1].GetProperty("associatedInputs").GetString());
        Assert.Equal(("forms.cancel", "0193"), (CardCall.Read(actions[1].GetProperty("data"))?.ActionId, CardCall.Read(actions[1].GetProperty("data"))?.Value));

        var dialog = AdaptiveFormRenderer.Render(CardFolder.Open(SampleCards.Forms["loss"]), [], null, new CardPlace { InDialog = true }).GetProperty("actions");
        Assert.Equal("Action.Submit", Assert.Single(dialog.EnumerateArray()).GetProperty("type").GetString());
    }

    [Fact]
    public void A_huge_form_keeps_its_fields_and_cuts_what_is_said_above()
    {
        var intro = Enumerable.Range(0, 20).Select(_ => (CardElement)new CardElement.Paragraph(new string('x', 2_900))).ToList();
        var card = AdaptiveFormRenderer.Render(CardFolder.Open(SampleCards.Forms["everything"] with { Intro = intro }), [], null, Chat);
        Assert.Equal(7, Inputs(card).Count);
        Assert.True(JsonSerializer.SerializeToUtf8Bytes(card).Length <= 28 * 1024);
    }

    private static JsonElement Draw(string name) => AdaptiveFormRenderer.Render(CardFolder.Open(SampleCards.Forms[name]), [], null, Chat);

    private static List<JsonElement> Inputs(JsonElement card) =>
        [.. card.GetProperty("body").EnumerateArray().Where(part => part.GetProperty("type").GetString()?.StartsWith("Input.", StringComparison.Ordinal) == true)];

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
