using FsCheck;
using FsCheck.Fluent;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Tests.Deals;

public sealed class MoneyTests
{
    [Fact]
    public void Amounts_of_one_currency_add_up() => Assert.Equal(new Money(12.34m, "USD"), new Money(10, "USD") + new Money(2.34m, "USD"));

    [Fact]
    public void Two_currencies_never_add_up_by_accident()
    {
        var problem = Assert.Throws<InvalidOperationException>(() => new Money(1, "USD") + new Money(1, "EUR"));

        Assert.Equal("Cannot add EUR to USD: convert one of them first.", problem.Message);
        Assert.Throws<InvalidOperationException>(() => new Money(1, "USD") < new Money(2, "EUR"));
    }

    [Fact]
    public void Adding_does_not_depend_on_the_order() =>
        Prop.ForAll(Gen.Choose(-1_000_000, 1_000_000).Select(cents => new Money(cents / 100m, "USD")).ArrayOf(3).ToArbitrary(), amounts =>
            amounts[0] + amounts[1] + amounts[2] == amounts[2] + (amounts[1] + amounts[0])).QuickCheckThrowOnFailure();

    [Fact]
    public void Amounts_of_one_currency_compare() => Prop.ForAll(Gen.Choose(-100, 100).ArrayOf(2).ToArbitrary(), numbers =>
    {
        var (left, right) = (new Money(numbers[0], "USD"), new Money(numbers[1], "USD"));
        return (left < right) == (numbers[0] < numbers[1]) && (left >= right) == (numbers[0] >= numbers[1]);
    }).QuickCheckThrowOnFailure();
}
