using RevBot.Intents.Company;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Process;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Company;

/// <summary>The <c>approvals</c> of <c>company.yaml</c>: read, written, and refused with line and fix.</summary>
public sealed class ApprovalFileTests
{
    private const string Gates = """
        approvals:
          exceptions: { approvers: [manager, olga@example.com], manner: all, days: 10 }
          gates:
            - { name: Large deals, stages: [proposal, Closed Won], when: { amount_over: 250000 }, approvers: [manager, finance], manner: in_order }
            - { key: cheap, name: Low price, stages: [negotiation], field: amount, over: 5, approvers: [executive], days: 5 }

        """;

    [Fact]
    public void What_says_nothing_has_the_usual_exceptions_and_no_gates_and_shows_them_as_comments()
    {
        var text = CompanyFile.Text(TestCompany.Profile);
        Assert.Contains("# approvals:\n#   exceptions: { approvers: [manager, operations], manner: any, days: 30 }\n", text, StringComparison.Ordinal);
        Assert.Same(ApprovalPolicy.Usual, CompanyFile.Parse(text).Profile!.Approvals);
    }

    [Fact]
    public void What_is_written_is_read_again_as_it_was()
    {
        var approvals = Parsed(Gates);
        Assert.Equal((ApprovalManner.All, 10), (approvals.Exceptions!.Manner, approvals.Exceptions.Days));
        Assert.Equal(["manager", "olga@example.com"], approvals.Exceptions.Approvers);
        Assert.Equal(["large_deals", "cheap"], approvals.Gates.Select(gate => gate.Key));
        Assert.Equal(["proposal", "won"], approvals.Gates[0].Stages.Select(stage => stage.Value));
        Assert.Equal((250_000m, ApprovalManner.InOrder, 30), (approvals.Gates[0].When!.AmountOver, approvals.Gates[0].Terms.Manner, approvals.Gates[0].Terms.Days));
        Assert.Equal((new ApprovalBound("amount", 5), 5), (approvals.Gates[1].Over, approvals.Gates[1].Terms.Days));

        var text = CompanyFile.Text(TestCompany.Profile with { Approvals = approvals });
        Assert.Equal(text, CompanyFile.Text(CompanyFile.Parse(text).Profile!));
        Assert.Equal(2, CompanyFile.Parse(text).Profile!.Approvals.Gates.Count);
    }

    [Fact]
    public void Exceptions_may_be_off()
    {
        Assert.Null(Parsed("approvals:\n  exceptions: off\n").Exceptions);
        Assert.NotNull(Parsed("approvals:\n  gates: []\n").Exceptions);
    }

    [Theory]
    [InlineData("exceptions: maybe", "approvals.exceptions", "'maybe' does not say who may let deals through.", "Write exceptions: { approvers: [manager] }, or exceptions: off.")]
    [InlineData("exceptions: { manner: any }", "approvals.exceptions.approvers", "Nobody is named who approves.", "Write approvers: [manager], or roles (operations, finance, executive), names or e-mail addresses.")]
    [InlineData("exceptions: { approvers: [manager], manner: some }", "approvals.exceptions.manner", "'some' does not say how many must agree.", "Write manner: any (one is enough), all, or in_order (one after the other).")]
    [InlineData("gates: [{ name: Large, stages: [propsal], when: { amount_over: 1 }, approvers: [manager] }]", "approvals.gates[0].stages", "'propsal' is not an open or a won stage.", "Did you mean 'proposal'?")]
    [InlineData("gates: [{ name: Large, stages: [lost], when: { amount_over: 1 }, approvers: [manager] }]", "approvals.gates[0].stages", "'lost' is not an open or a won stage.", null)]
    [InlineData("gates: [{ name: Large, stages: [proposal], approvers: [manager] }]", "approvals.gates[0].name", "The gate 'Large' does not say which deals it is for.", "Add when: { amount_over: 250000 }, or field: discount and over: 20.")]
    [InlineData("gates: [{ name: Large, stages: [proposal], field: discunt, over: 3, approvers: [manager] }]", "approvals.gates[0].field", "'discunt' is no field that holds a number.", null)]
    public void A_mistake_is_told_where_it_is_with_its_fix(string line, string path, string message, string? fix)
    {
        var problem = CompanyFile.Parse(CompanyFile.Text(TestCompany.Profile) + $"approvals:\n  {line}\n").Problems[0];
        Assert.Equal((path, message), (problem.Path, problem.Message));
        Assert.Equal(fix ?? problem.Fix, problem.Fix);
    }

    private static ApprovalPolicy Parsed(string approvals) => CompanyFile.Parse(CompanyFile.Text(TestCompany.Profile) + approvals).Profile!.Approvals;
}
