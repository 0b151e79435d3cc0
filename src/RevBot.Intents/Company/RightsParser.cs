using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Rights;

namespace RevBot.Intents.Company;

/// <summary>The <c>rights</c> part of <c>company.yaml</c>: what differs from the usual, role by role.</summary>
/// <param name="fields">Keys of all fields there are.</param>
internal sealed class RightsParser(YamlSection root, IReadOnlyList<string> fields)
{
    private static readonly Dictionary<string, PersonRole> Roles = Enum.GetValues<PersonRole>().ToDictionary(role => role.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly Dictionary<string, Reach> Reaches = new(StringComparer.OrdinalIgnoreCase)
    {
        ["none"] = Reach.None,
        ["no"] = Reach.None,
        ["false"] = Reach.None,
        ["own"] = Reach.Own,
        ["team"] = Reach.Team,
        ["tree"] = Reach.Tree,
        ["all"] = Reach.All,
    };

    public RightsPolicy Parse()
    {
        if (root.Section("rights", [.. Roles.Keys]) is not { } section)
        {
            return RightsPolicy.Usual;
        }

        var rights = new Dictionary<PersonRole, RoleRights>();
        foreach (var key in section.Keys.Where(Roles.ContainsKey))
        {
            if (section.Section(key, ["sees", "amounts", "people", "changes", "fields"]) is { } role)
            {
                rights[Roles[key]] = Rights(role, RightsPolicy.UsualOf(Roles[key]));
            }
        }

        return new RightsPolicy(rights);
    }

    private RoleRights Rights(YamlSection role, RoleRights usual)
    {
        var sees = ReachOf(role, "sees", usual.Sees);
        var amounts = Within(role, "amounts", sees, usual.Amounts);
        return new RoleRights(sees, amounts, ReachOf(role, "people", usual.People), Within(role, "changes", amounts, usual.Changes), Fields(role));
    }

    /// <summary>What goes further than what it stands on is a mistake where it is written, and cut where it is not.</summary>
    private static Reach Within(YamlSection role, string key, Reach most, Reach usual)
    {
        if (role.Text(key) is null)
        {
            return usual < most ? usual : most;
        }

        var reach = ReachOf(role, key, usual);
        if (reach > most)
        {
            var on = key == "amounts" ? "sees" : "amounts";
            role.Problem(key, $"'{key}: {NameOf(reach)}' goes further than what the role sees of deals ({NameOf(most)}).", $"Write {key}: {NameOf(most)}, or let '{on}' go as far.");
        }

        return reach < most ? reach : most;
    }

    private static Reach ReachOf(YamlSection role, string key, Reach usual)
    {
        if (role.Text(key) is not { } text)
        {
            return usual;
        }

        if (Reaches.TryGetValue(text, out var reach))
        {
            return reach;
        }

        role.Problem(key, $"'{text}' does not say whose deals.", $"Write {key}: own, team, tree (one's own and those of everybody under one), all or none.");
        return usual;
    }

    private List<string>? Fields(YamlSection role)
    {
        var words = role.Words("fields");
        if (words.Count == 0 || words is [("all", _)])
        {
            return null;
        }

        var known = new List<string>();
        foreach (var (text, node) in words)
        {
            if (text == DealFields.Stage || text == DealFields.Note || fields.Contains(text, StringComparer.OrdinalIgnoreCase))
            {
                known.Add(text.ToLowerInvariant());
            }
            else
            {
                var near = NearestName.Find(text, [DealFields.Stage, DealFields.Note, .. fields]);
                role.Add(node, role.In("fields"), $"Deals have no field '{text}'.", near is null ? "Write keys of fields, as in [stage, next_step, close_date]." : $"Did you mean '{near}'?");
            }
        }

        return known;
    }

    private static string NameOf(Reach reach) => reach.ToString().ToLowerInvariant();
}
