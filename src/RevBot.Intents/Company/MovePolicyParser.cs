using RevBot.Pipeline.Process;

namespace RevBot.Intents.Company;

/// <summary>The <c>moves</c> of <c>company.yaml</c>: how deals may travel through the stages, and what single moves ask for.</summary>
/// <param name="stages">The company's stages.</param>
internal sealed class MovePolicyParser(YamlSection root, IReadOnlyList<Stage> stages, CriterionParser criteria)
{
    private static readonly string[] Keys = ["skip", "back", "rules"];
    private static readonly string[] RuleKeys = ["from", "to", "is", "required"];

    private static readonly Dictionary<string, MoveConsent> Consents = new(StringComparer.OrdinalIgnoreCase)
    {
        ["allowed"] = MoveConsent.Allowed,
        ["reason"] = MoveConsent.WithReason,
        ["refused"] = MoveConsent.Refused,
    };

    public static string Word(MoveConsent consent) => Consents.First(known => known.Value == consent).Key;

    public MovePolicy Parse() => root.Section("moves", Keys) is { } section
        ? new MovePolicy(Consent(section, "skip") ?? MoveConsent.Allowed, Consent(section, "back") ?? MoveConsent.Allowed, Rules(section))
        : MovePolicy.Free;

    private static MoveConsent? Consent(YamlSection section, string key)
    {
        if (section.Text(key) is not { } text)
        {
            return null;
        }

        if (Consents.TryGetValue(text, out var consent))
        {
            return consent;
        }

        section.Problem(key, $"'{text}' does not say whether it may be done.", $"Write {key}: allowed, reason (whoever does it says why) or refused.");
        return null;
    }

    private List<MoveTerms> Rules(YamlSection section)
    {
        var rules = new List<MoveTerms>();
        foreach (var rule in section.Sections("rules", RuleKeys))
        {
            var from = rule.Node("from") is null ? null : Find(rule, "from");
            if (rule.Required("to", stages.Count > 0 ? stages[^1].Id.Value : "won").Length == 0 || Find(rule, "to") is not { } to || (from is null && rule.Node("from") is not null))
            {
                continue;
            }

            if (from?.Id == to.Id)
            {
                rule.Problem("to", $"The move begins and ends in '{to.Id}'.", "Name two stages.");
                continue;
            }

            var terms = new MoveTerms(from?.Id, to.Id, criteria.Read(rule, "required", to.Group, mayGoOn: false), Consent(rule, "is"));
            if (terms is { Consent: null } && rule.Node("required") is null)
            {
                rule.Problem("to", $"The move to '{to.Id}' is told neither what it needs nor whether it may be made.", "Add required: [budget], or is: refused.");
                continue;
            }

            rules.Add(terms);
        }

        return rules;
    }

    /// <summary>A stage by its key or its name.</summary>
    private Stage? Find(YamlSection section, string key)
    {
        if (section.Text(key) is not { Length: > 0 } text)
        {
            return null;
        }

        if (stages.FirstOrDefault(stage => string.Equals(stage.Id.Value, text, StringComparison.OrdinalIgnoreCase) || string.Equals(stage.Name, text, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            return found;
        }

        var known = stages.Select(stage => stage.Id.Value).ToList();
        section.Problem(key, $"'{text}' is not a stage.", NearestName.Find(text, known) is { } near ? $"Did you mean '{near}'?" : $"Write one of: {string.Join(", ", known)}.");
        return null;
    }
}
