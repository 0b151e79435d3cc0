using RevBot.Intents.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Rights;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Company;

public sealed class RightsFileTests
{
    [Fact]
    public void A_company_that_says_nothing_goes_by_the_usual_and_its_file_shows_it()
    {
        var text = CompanyFile.Text(TestCompany.Profile);
        Assert.Contains("# rights:\n#   rep: { sees: all, amounts: all, people: all, changes: own }\n#   manager: { sees: all, amounts: all, people: all, changes: tree }\n", text, StringComparison.Ordinal);
        Assert.Contains("#   finance: { sees: all, amounts: all, people: all, changes: none }\n#   guest: { sees: none, amounts: none, people: none, changes: none }\n", text, StringComparison.Ordinal);
        Assert.Equal(RightsPolicy.UsualOf(PersonRole.Rep), Parsed("").Of(PersonRole.Rep));
    }

    [Fact]
    public void What_is_written_comes_back()
    {
        var strict = TestCompany.Profile with
        {
            Rights = new RightsPolicy(new Dictionary<PersonRole, RoleRights>
            {
                [PersonRole.Rep] = new(Reach.Team, Reach.Own, Reach.Team, Reach.Own, ["stage", "next_step"]),
                [PersonRole.Manager] = new(Reach.Tree, Reach.Tree, Reach.All, Reach.Tree),
            }),
        };
        var text = CompanyFile.Text(strict);
        Assert.Contains("\nrights:\n  rep: { sees: team, amounts: own, people: team, changes: own, fields: [stage, next_step] }\n  manager: { sees: tree, amounts: tree, people: all, changes: tree }\n  # executive:", text, StringComparison.Ordinal);
        Assert.Equivalent(strict.Rights, CompanyFile.Parse(text).Profile!.Rights, strict: true);
    }

    [Fact]
    public void What_a_role_does_not_say_is_as_usual_but_never_further_than_what_it_sees()
    {
        var rep = Parsed("rights:\n  rep: { sees: team }\n  operations: { sees: tree }\n");
        Assert.Equal(new RoleRights(Reach.Team, Reach.Team, Reach.All, Reach.Own), rep.Of(PersonRole.Rep));
        Assert.Equal(new RoleRights(Reach.Tree, Reach.Tree, Reach.All, Reach.Tree), rep.Of(PersonRole.Operations));
        Assert.Equal(RightsPolicy.UsualOf(PersonRole.Executive), rep.Of(PersonRole.Executive));
    }

    [Theory]
    [InlineData("rep: { sees: mine }", "rights.rep.sees", "'mine' does not say whose deals.", "Write sees: own, team, tree (one's own and those of everybody under one), all or none.")]
    [InlineData("rep: { sees: own, changes: all }", "rights.rep.changes", "'changes: all' goes further than what the role sees of deals (own).", "Write changes: own, or let 'amounts' go as far.")]
    [InlineData("rep: { fields: [stage, amont] }", "rights.rep.fields", "Deals have no field 'amont'.", "Did you mean 'amount'?")]
    [InlineData("reps: { sees: own }", "rights.reps", "Unknown key 'reps'.", "Did you mean 'rep'?")]
    [InlineData("rep: own", "rights.rep", "'rep' must hold keys and values.", "Write rep: and below it, indented, key: value.")]
    public void A_mistake_says_where_what_and_how_to_mend_it(string line, string path, string message, string fix)
    {
        var problem = Assert.Single(CompanyFile.Parse(CompanyFile.Text(TestCompany.Profile) + $"rights:\n  {line}\n").Problems);
        Assert.Equal((path, message, fix), (problem.Path, problem.Message, problem.Fix));
        Assert.Equal(CompanyFile.Text(TestCompany.Profile).Split('\n').Length + 1, problem.Line);
    }

    private static RightsPolicy Parsed(string rights) => CompanyFile.Parse(CompanyFile.Text(TestCompany.Profile) + rights).Profile!.Rights;
}
