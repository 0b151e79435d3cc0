using System.Globalization;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.Company;

/// <summary>Writes what stages and moves ask for as <c>company.yaml</c> has it.</summary>
internal static class ProcessText
{
    /// <summary>What a list of criteria looks like in a line: <c>[amount, { field: contacts, at_least: 2 }]</c>.</summary>
    public static string Of(IEnumerable<Criterion> criteria) => $"[{string.Join(", ", criteria.Select(Of))}]";

    /// <summary>The moves with what may be said of them.</summary>
    public static IEnumerable<string> Of(MovePolicy moves)
    {
        yield return "# How deals travel. skip (open stages left out on the way on, or to winning) and back: allowed, refused, or reason: whoever does it says why.";
        yield return "# rules: of one move (from may be left out); required: what it needs besides its stages; is: allowed, refused or reason for this move alone.";
        yield return "moves:";
        yield return $"  skip: {MovePolicyParser.Word(moves.Skip)}";
        yield return $"  back: {MovePolicyParser.Word(moves.Back)}";
        if (moves.Terms.Count == 0)
        {
            yield return "  # rules:";
            yield return "  #   - { from: proposal, to: negotiation, required: [{ field: budget, when: { amount_over: 50000 } }] }";
            yield break;
        }

        yield return "  rules:";
        foreach (var terms in moves.Terms)
        {
            var parts = new List<string>();
            if (terms.From is { } from)
            {
                parts.Add($"from: {CompanyText.Scalar(from.Value)}");
            }

            parts.Add($"to: {CompanyText.Scalar(terms.To.Value)}");
            if (terms.Consent is { } consent)
            {
                parts.Add($"is: {MovePolicyParser.Word(consent)}");
            }

            if (terms.Required.Count > 0 || terms.Consent is null)
            {
                parts.Add($"required: {Of(terms.Required)}");
            }

            yield return $"    - {{ {string.Join(", ", parts)} }}";
        }
    }

    /// <summary>One criterion: <c>amount</c>, or <c>{ field: contacts, at_least: 2 }</c>.</summary>
    public static string Of(Criterion criterion)
    {
        if (criterion is { AtLeast: 1, FromHereOn: false, When: null })
        {
            return CompanyText.Scalar(criterion.Field);
        }

        var parts = new List<string> { $"field: {CompanyText.Scalar(criterion.Field)}" };
        if (criterion.AtLeast > 1)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"at_least: {criterion.AtLeast}"));
        }

        if (criterion.FromHereOn)
        {
            parts.Add("from_here_on: true");
        }

        if (criterion.When is { } when)
        {
            parts.Add($"when: {Of(when)}");
        }

        return $"{{ {string.Join(", ", parts)} }}";
    }

    /// <summary>A condition in braces.</summary>
    public static string Of(DealCondition when)
    {
        var parts = new List<string>();
        foreach (var (key, amount) in new[] { ("amount_at_least", when.AmountAtLeast), ("amount_over", when.AmountOver) })
        {
            if (amount is { } value)
            {
                parts.Add($"{key}: {value.ToString("0.##", CultureInfo.InvariantCulture)}");
            }
        }

        foreach (var (key, names) in new[] { ("segment", when.Segments), ("region", when.Regions), ("deal_type", when.DealTypes) })
        {
            if (names.Count > 0)
            {
                parts.Add($"{key}: {(names is [var only] ? CompanyText.Scalar(only) : $"[{string.Join(", ", names.Select(CompanyText.Scalar))}]")}");
            }
        }

        return $"{{ {string.Join(", ", parts)} }}";
    }
}
