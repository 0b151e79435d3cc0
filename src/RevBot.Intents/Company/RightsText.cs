using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Rights;

namespace RevBot.Intents.Company;

/// <summary>Writes who sees and changes what as <c>company.yaml</c> has it.</summary>
internal static class RightsText
{
    public static IEnumerable<string> Of(RightsPolicy rights)
    {
        yield return "# Who sees and changes which deals, by role. Each is own, team, tree (one's own and those of everybody under one), all or none:";
        yield return "# sees: deals at all; of others not even that they exist is told. amounts: of these, with their amounts. people: colleagues. changes: deals they may change.";
        yield return "# fields: the fields they may change, as in [stage, next_step, close_date]; all where it is left out. A line with # is the usual.";
        var differs = Enum.GetValues<PersonRole>().Any(role => rights.Of(role) != RightsPolicy.UsualOf(role));
        yield return differs ? "rights:" : "# rights:";
        foreach (var role in Enum.GetValues<PersonRole>())
        {
            var its = rights.Of(role);
            var fields = its.Fields is { } some ? $", fields: [{string.Join(", ", some.Select(CompanyText.Scalar))}]" : "";
            yield return $"{(its != RightsPolicy.UsualOf(role) ? "  " : differs ? "  # " : "#   ")}{Key(role)}: {{ sees: {Key(its.Sees)}, amounts: {Key(its.Amounts)}, people: {Key(its.People)}, changes: {Key(its.Changes)}{fields} }}";
        }
    }

    private static string Key(Enum value) => value.ToString().ToLowerInvariant();
}
