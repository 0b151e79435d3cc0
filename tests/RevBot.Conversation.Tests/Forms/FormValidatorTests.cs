using RevBot.Conversation.Forms;
using RevBot.Conversation.Understanding;

namespace RevBot.Conversation.Tests.Forms;

public sealed class FormValidatorTests
{
    private static readonly DateOnly Today = new(2026, 11, 18);

    private static readonly Form Sample = new(
        "Sample",
        [],
        [
            new ChoiceField { Id = "reason", Label = "Reason", Options = [new FieldOption("price", "Price")] },
            new TextField { Id = "note", Label = "Note", MaxLength = 5, Required = false },
            new DateField { Id = "close", Label = "Close date", Min = Today, Required = false },
            new NumberField { Id = "seats", Label = "Seats", Min = 1, Max = 100, Required = false },
            new MoneyField { Id = "amount", Label = "Amount", Currency = "USD", Required = false },
        ],
        "Save");

    [Theory]
    [InlineData("close", "Friday", "2026-11-20")]
    [InlineData("close", "2026-12-15", "2026-12-15")]
    [InlineData("seats", "12", "12")]
    [InlineData("seats", "50 %", "50")]
    [InlineData("amount", "80k", "80000")]
    [InlineData("amount", "$1,234.50", "1234.5")]
    [InlineData("note", " abc ", "abc")]
    [InlineData("note", "   ", null)]
    public void Values_become_canonical(string field, string said, string? value)
    {
        var check = Check(("reason", "price"), (field, said));
        Assert.Empty(check.Errors);
        Assert.Equal(value, check.Values[field]);
    }

    [Theory]
    [InlineData("reason", "", "Reason is needed.")]
    [InlineData("reason", "cost", "\"cost\" is not one of the choices for Reason; choose one of: Price.")]
    [InlineData("note", "too long", "Note is too long: 8 characters; at most 5 fit.")]
    [InlineData("close", "soon", "\"soon\" is not a date; write it like 2026-11-18, 15 Dec or Friday.")]
    [InlineData("close", "2026-11-17", "Close date 17 Nov 2026 is too early; it must be 18 Nov 2026 or later.")]
    [InlineData("seats", "many", "\"many\" is not a number for Seats; write it like 12 or 3.5.")]
    [InlineData("seats", "101", "Seats 101 is too high; it must be 100 or less.")]
    [InlineData("amount", "-5", "Amount -5 USD is too low; it must be 0 USD or more.")]
    [InlineData("amount", "80k EUR", "Amount is kept in USD, and \"80k EUR\" is in EUR; give it in USD.")]
    [InlineData("amount", "lots", "\"lots\" is not an amount; write it like 80000, 80k or 1.2m.")]
    public void Errors_name_the_field_the_value_and_the_fix(string field, string said, string message)
    {
        var error = Assert.Single(Check(("reason", "price"), (field, said)).Errors);
        Assert.Equal(new FieldError(field, message), error);
    }

    [Fact]
    public void Values_of_unknown_fields_are_dropped() => Assert.Equal(["reason"], Check(("reason", "price"), ("owner", "eve")).Values.Items.Keys);

    private static FormCheck Check(params (string Field, string Value)[] values)
    {
        var items = new Dictionary<string, string>();
        foreach (var (field, value) in values)
        {
            items[field] = value;
        }

        return FormValidator.Check(Sample, new FormValues(items), new DateSense(Today));
    }
}
