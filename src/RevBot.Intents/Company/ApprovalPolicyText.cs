using System.Globalization;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.Company;

/// <summary>Writes the approvals as <see cref="ApprovalPolicyParser"/> reads them.</summary>
internal static class ApprovalPolicyText
{
    public static IEnumerable<string> Of(ApprovalPolicy approvals)
    {
        yield return "# Who may let a deal through although something is missing (exceptions; off: nobody), and which deals need somebody to agree (gates).";
        yield return "# approvers: manager (of the deal's owner), operations, finance, executive, names or e-mail addresses; manner: any, all or in_order;";
        yield return "# days: for how long at most. A line with # is the usual.";
        var usual = approvals.IsUsual;
        yield return usual ? "# approvals:" : "approvals:";
        var mark = usual ? "# " : "";
        yield return $"{mark}  exceptions: {(approvals.Exceptions is { } terms ? $"{{ {Of(terms)} }}" : "off")}";
        yield return approvals.Gates.Count == 0 ? $"{(usual ? "#" : "  #")}   gates:" : "  gates:";
        if (approvals.Gates.Count == 0)
        {
            yield return $"{(usual ? "#" : "  #")}     - {{ name: Large deals, stages: [negotiation], when: {{ amount_over: 250000 }}, approvers: [manager, finance], manner: in_order }}";
        }

        foreach (var gate in approvals.Gates)
        {
            var parts = new List<string> { $"key: {CompanyText.Scalar(gate.Key)}", $"name: {CompanyText.Scalar(gate.Name)}", $"stages: [{string.Join(", ", gate.Stages.Select(stage => CompanyText.Scalar(stage.Value)))}]" };
            if (gate.When is { } when)
            {
                parts.Add($"when: {ProcessText.Of(when)}");
            }

            if (gate.Over is { } over)
            {
                parts.Add($"field: {CompanyText.Scalar(over.Field)}, over: {over.Most.ToString("0.##", CultureInfo.InvariantCulture)}");
            }

            parts.Add(Of(gate.Terms));
            yield return $"    - {{ {string.Join(", ", parts)} }}";
        }
    }

    private static string Of(ApprovalTerms terms) =>
        string.Create(CultureInfo.InvariantCulture, $"approvers: [{string.Join(", ", terms.Approvers.Select(CompanyText.Scalar))}], manner: {ApprovalPolicyParser.Word(terms.Manner)}, days: {terms.Days}");
}
