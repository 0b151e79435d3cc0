using System.Globalization;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.Company;

/// <summary>The <c>approvals</c> of <c>company.yaml</c>: who may let deals through, and which deals need somebody to agree.</summary>
/// <param name="stages">The company's stages.</param>
/// <param name="own">The company's own fields.</param>
internal sealed class ApprovalPolicyParser(YamlSection root, IReadOnlyList<Stage> stages, IReadOnlyList<DealField> own, CriterionParser criteria)
{
    private const int MostDays = 365;

    private static readonly string[] Keys = ["exceptions", "gates"];
    private static readonly string[] TermKeys = ["approvers", "manner", "days"];

    private static readonly Dictionary<string, ApprovalManner> Manners = new(StringComparer.OrdinalIgnoreCase)
    {
        ["any"] = ApprovalManner.Any,
        ["all"] = ApprovalManner.All,
        ["in_order"] = ApprovalManner.InOrder,
    };

    public static string Word(ApprovalManner manner) => Manners.First(known => known.Value == manner).Key;

    public ApprovalPolicy Parse() => root.Section("approvals", Keys) is { } section ? new ApprovalPolicy(Exceptions(section), Gates(section)) : ApprovalPolicy.Usual;

    private static ApprovalTerms? Exceptions(YamlSection section)
    {
        if (section.Node("exceptions") is null)
        {
            return ApprovalPolicy.Usual.Exceptions;
        }

        if (section.Node("exceptions") is YamlDotNet.RepresentationModel.YamlScalarNode { Value: { } word })
        {
            if (!string.Equals(word, "off", StringComparison.OrdinalIgnoreCase) && !string.Equals(word, "false", StringComparison.OrdinalIgnoreCase))
            {
                section.Problem("exceptions", $"'{word}' does not say who may let deals through.", "Write exceptions: { approvers: [manager] }, or exceptions: off.");
            }

            return null;
        }

        return section.Section("exceptions", TermKeys) is { } terms ? Terms(terms) : null;
    }

    private static ApprovalTerms Terms(YamlSection section)
    {
        var approvers = section.Words("approvers").Select(word => word.Text).ToList();
        if (approvers.Count == 0)
        {
            section.Problem("approvers", "Nobody is named who approves.", "Write approvers: [manager], or roles (operations, finance, executive), names or e-mail addresses.");
        }

        if (approvers.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            section.Problem("approvers", $"'{twice.Key}' is named twice.", "Name each approver once.");
        }

        return new ApprovalTerms(approvers, Manner(section), section.Number("days", ApprovalPolicy.UsualDays, 1, MostDays));
    }

    private static ApprovalManner Manner(YamlSection section)
    {
        if (section.Text("manner") is not { } text)
        {
            return ApprovalManner.Any;
        }

        if (Manners.TryGetValue(text, out var manner))
        {
            return manner;
        }

        section.Problem("manner", $"'{text}' does not say how many must agree.", "Write manner: any (one is enough), all, or in_order (one after the other).");
        return ApprovalManner.Any;
    }

    private List<ApprovalGate> Gates(YamlSection section)
    {
        var gates = new List<ApprovalGate>();
        foreach (var gate in section.Sections("gates", ["key", "name", "stages", "when", "field", "over", .. TermKeys]))
        {
            var name = gate.Required("name", "Large deals");
            var key = gate.Text("key") ?? Keyed.From(name);
            if (gates.Exists(known => known.Key == key))
            {
                gate.Problem("name", $"Two gates are called '{key}'.", "Give each a name, or a key, of its own.");
            }

            var when = criteria.When(gate);
            var over = Over(gate);
            if (when is null && over is null && gate.Node("field") is null)
            {
                gate.Problem("name", $"The gate '{name}' does not say which deals it is for.", "Add when: { amount_over: 250000 }, or field: discount and over: 20.");
            }

            gates.Add(new ApprovalGate(key, name, Stages(gate), when, over, Terms(gate)));
        }

        return gates;
    }

    private ApprovalBound? Over(YamlSection gate)
    {
        if (gate.Text("field") is not { } field)
        {
            if (gate.Node("over") is not null)
            {
                gate.Problem("over", "'over' is a number without a field.", "Add field: discount, or write when: { amount_over: 250000 }.");
            }

            return null;
        }

        var numbers = own.Where(known => known.Kind is FieldKind.Number or FieldKind.Money).Select(known => known.Key).Append(DealFields.Amount).ToList();
        if (!numbers.Contains(field))
        {
            gate.Problem("field", $"'{field}' is no field that holds a number.", NearestName.Find(field, numbers) is { } near ? $"Did you mean '{near}'?" : $"Write one of: {string.Join(", ", numbers)}; or define it under fields with kind: number.");
            return null;
        }

        if (decimal.TryParse(gate.Text("over"), NumberStyles.Number, CultureInfo.InvariantCulture, out var most))
        {
            return new ApprovalBound(field, most);
        }

        gate.Problem("over", $"The gate about {field} does not say from which value on.", "Add over: 20; deals with more than that need the approval.");
        return null;
    }

    private List<StageId> Stages(YamlSection gate)
    {
        var known = stages.Where(stage => stage.Group != StageGroup.Lost).ToList();
        var found = new List<StageId>();
        foreach (var (text, node) in gate.Words("stages"))
        {
            if (known.Find(stage => string.Equals(stage.Id.Value, text, StringComparison.OrdinalIgnoreCase) || string.Equals(stage.Name, text, StringComparison.OrdinalIgnoreCase)) is { } stage)
            {
                found.Add(stage.Id);
            }
            else
            {
                gate.Add(node, gate.In("stages"), $"'{text}' is not an open or a won stage.", NearestName.Find(text, [.. known.Select(one => one.Id.Value)]) is { } near ? $"Did you mean '{near}'?" : $"Write one of: {string.Join(", ", known.Select(one => one.Id.Value))}.");
            }
        }

        if (found.Count == 0 && !gate.Words("stages").Any())
        {
            gate.Problem("stages", "The gate names no stage.", $"Write stages: [{(known.Count > 0 ? known[^1].Id.Value : "negotiation")}].");
        }

        return found;
    }
}
