using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Moves;

public sealed class FieldCatalogTests
{
    [Fact]
    public void Choices_are_the_company_s() =>
        Assert.Equal(["Inbound", "Outbound", "Partner", "Event"], FieldCatalog.Find(TestCompany.Profile, "Source")?.Choices);

    [Fact]
    public void A_company_that_lists_nothing_takes_any_text() =>
        Assert.Equal(FieldKind.Text, FieldCatalog.Find(TestCompany.Profile with { Sources = [] }, DealFields.Source)?.Kind);

    [Fact]
    public void The_company_s_own_fields_are_found_in_any_casing()
    {
        var company = TestCompany.Profile with { Fields = [new DealField("budget", "Budget", FieldKind.Number, [])] };

        Assert.Equal("Budget", FieldCatalog.Find(company, " BUDGET ")?.Label);
        Assert.Equal("budget", FieldCatalog.All(company)[^1].Key);
    }

    [Fact]
    public void A_stage_is_not_a_field() => Assert.Null(FieldCatalog.Find(TestCompany.Profile, DealFields.Stage));

    [Fact]
    public void A_built_in_field_cannot_be_taken_over() =>
        Assert.Equal(FieldKind.Money, FieldCatalog.Find(TestCompany.Profile with { Fields = [new DealField("amount", "Mine", FieldKind.Text, [])] }, "amount")?.Kind);
}
