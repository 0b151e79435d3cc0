using System.Globalization;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.Company;

/// <summary>The <c>stages</c> of <c>company.yaml</c>: their order is the order of travel.</summary>
internal sealed class StageParser(YamlSection root, CriterionParser criteria)
{
    private static readonly string[] Keys = ["key", "name", "group", "probability", "enter", "leave", "aliases"];

    public IReadOnlyList<Stage> Parse()
    {
        if (root.Node("stages") is null)
        {
            root.Problem("stages", "'stages' is missing: a company needs its sales process.", "Add stages: with at least one open, one won and one lost stage.");
            return [];
        }

        var stages = new List<Stage>();
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var section in root.Sections("stages", Keys))
        {
            var stage = Read(section);
            if (stages.Any(other => other.Id == stage.Id))
            {
                section.Problem("key", $"Two stages have the key '{stage.Id}'.", "Give each stage its own key.");
                continue;
            }

            foreach (var name in stage.Aliases.Prepend(stage.Name).Where(name => name.Length > 0))
            {
                if (!names.TryAdd(name, stage.Id.Value) && names[name] != stage.Id.Value)
                {
                    section.Problem("name", $"'{name}' is a name of both '{names[name]}' and '{stage.Id}'.", "Take it from one of them.");
                }
            }

            stages.Add(stage);
        }

        foreach (var (group, example) in new[] { (StageGroup.Open, "Qualification"), (StageGroup.Won, "Closed Won"), (StageGroup.Lost, "Closed Lost") })
        {
            if (!stages.Any(stage => stage.Group == group))
            {
                var word = group.ToString().ToLowerInvariant();
                root.Problem("stages", $"No stage is in the group '{word}'.", $"Add - {{ key: {Keyed.From(example)}, name: {example}, group: {word} }}.");
            }
        }

        // Won and lost last, so that every list of stages reads as deals travel.
        return [.. stages.OrderBy(stage => stage.Group)];
    }

    private static decimal? Probability(YamlSection section)
    {
        if (section.Text("probability") is not { } text)
        {
            return null;
        }

        var percent = text.EndsWith('%');
        if (!decimal.TryParse(percent ? text[..^1].Trim() : text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
        {
            section.Problem("probability", $"'{text}' is not a probability.", "Write a share from 0 to 1, as in 0.4, or 40%.");
            return null;
        }

        var share = percent ? value / 100 : value;
        if (share is >= 0 and <= 1)
        {
            return share;
        }

        var fix = !percent && value is > 1 and <= 100 ? $"Write {(value / 100).ToString(CultureInfo.InvariantCulture)} or {text}%." : "Write a share from 0 to 1, as in 0.4.";
        section.Problem("probability", $"{text} is out of range: a probability is from 0 to 1.", fix);
        return null;
    }

    private Stage Read(YamlSection section)
    {
        var name = section.Required("name", "Qualification");
        var key = section.Text("key") ?? Keyed.From(name);
        var group = StageGroup.Open;
        switch (section.Text("group")?.ToLowerInvariant())
        {
            case null or "open":
                break;
            case "won":
                group = StageGroup.Won;
                break;
            case "lost":
                group = StageGroup.Lost;
                break;
            case var other:
                section.Problem("group", $"'{other}' is not a group.", "Write open, won or lost.");
                break;
        }

        var probability = Probability(section) ?? (group == StageGroup.Won ? 1 : 0);
        if (group == StageGroup.Open && section.Node("probability") is null)
        {
            section.Problem("probability", $"The open stage '{name}' has no probability.", "Add probability: 0.2 (the share of its deals that you expect to win).");
        }

        var aliases = section.Words("aliases").Select(word => word.Text).ToList();
        return new Stage(new StageId(key), name, group, probability, criteria.Read(section, "enter", group, mayGoOn: group == StageGroup.Open), criteria.Read(section, "leave", StageGroup.Open, mayGoOn: false), aliases);
    }
}
