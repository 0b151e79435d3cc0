using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.Routing;
using YamlDotNet.RepresentationModel;

namespace RevBot.Intents.Company;

/// <summary>The <c>leads</c> part of <c>company.yaml</c>: what steps of a lead need, how long they may take, why a lead goes back, and who gets it.</summary>
/// <param name="lists">The company's own words for what rules may ask of a lead, by the key of a rule; an empty list knows no wrong word.</param>
internal sealed class LeadPolicyParser(YamlSection root, IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
{
    public const string Key = "leads";

    private const int MostHours = 24 * 365;
    private const int MostOpen = 10_000;
    private static readonly string[] Keys = ["mql", "sql", "sla", "route", "return_reasons", "disqualify_reasons", "routing", "fallback", "fallback_room"];
    private static readonly string[] RuleKeys = ["name", "region", "segment", "source", "industry", "to", "by", "capacity"];

    public LeadPolicy Parse()
    {
        if (root.Section(Key, Keys) is not { } section)
        {
            return LeadPolicy.Usual;
        }

        var (usual, sla) = (LeadPolicy.Usual, section.Section("sla", ["accept", "qualify"]));
        return new LeadPolicy
        {
            MqlNeeds = Needs(section, "mql", [.. LeadFields.OfMarketing.Select(field => field.Key)]) ?? usual.MqlNeeds,
            SqlNeeds = Needs(section, "sql", [.. LeadFields.OfSales.Select(field => field.Key)]) ?? usual.SqlNeeds,
            AcceptHours = sla?.Text("accept") is null ? null : sla.Number("accept", 24, 1, MostHours),
            QualifyHours = sla?.Number("qualify", usual.QualifyHours, 1, MostHours) ?? usual.QualifyHours,
            RoutesAtOnce = RoutesAtOnce(section),
            ReturnReasons = Reasons(section, "return_reasons") ?? usual.ReturnReasons,
            DisqualifyReasons = Reasons(section, "disqualify_reasons") ?? usual.DisqualifyReasons,
            Routes = Routes(section),
            FallbackTo = section.Text("fallback"),
            FallbackRoom = section.Text("fallback_room"),
        };
    }

    /// <summary>Null where nothing is said; an empty list asks for nothing.</summary>
    private static List<string>? Needs(YamlSection section, string key, string[] known)
    {
        if (section.Node(key) is null)
        {
            return null;
        }

        var needs = new List<string>();
        foreach (var (text, node) in section.Words(key))
        {
            if (known.Contains(text, StringComparer.OrdinalIgnoreCase))
            {
                needs.Add(text.ToLowerInvariant());
            }
            else
            {
                section.Add(node, section.In(key), $"'{text}' is nothing that can be asked of a lead here.", $"Write {key}: [{string.Join(", ", known)}], or some of them.");
            }
        }

        return needs;
    }

    private static bool RoutesAtOnce(YamlSection section)
    {
        switch (section.Text("route")?.ToLowerInvariant())
        {
            case null or "mql":
                return false;
            case "new":
                return true;
            case var text:
                section.Problem("route", $"'{text}' does not say when leads are routed.", "Write route: mql (once marketing has qualified them) or route: new (at once).");
                return false;
        }
    }

    /// <summary>Names, or names with where the lead goes and whether words are needed. Null where nothing is said.</summary>
    private static List<LeadReason>? Reasons(YamlSection section, string key)
    {
        if (section.Node(key) is not { } node)
        {
            return null;
        }

        var reasons = new List<LeadReason>();
        if (node is YamlSequenceNode { Children: [YamlMappingNode, ..] })
        {
            foreach (var item in section.Sections(key, ["name", "back_to", "note"]))
            {
                var name = item.Required("name", "Not my region");
                reasons.Add(new LeadReason(name, ToMarketing(item), item.Flag("note", IsOther(name)) || IsOther(name)));
            }
        }
        else
        {
            reasons.AddRange(section.Words(key).Select(word => new LeadReason(word.Text, NeedsNote: IsOther(word.Text))));
        }

        if (reasons.Count == 0)
        {
            section.Problem(key, $"'{key}' names no reason.", $"Write {key}: [Not ready yet, Other], or leave it out for the usual ones.");
            return null;
        }

        if (reasons.GroupBy(reason => reason.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            section.Problem(key, $"'{twice.Key}' stands twice in '{key}'.", "Keep one of them.");
        }

        return reasons;
    }

    private static bool IsOther(string name) => name.Equals("Other", StringComparison.OrdinalIgnoreCase);

    private static bool ToMarketing(YamlSection item)
    {
        switch (item.Text("back_to")?.ToLowerInvariant())
        {
            case null or "marketing":
                return true;
            case "next":
                return false;
            case var text:
                item.Problem("back_to", $"'{text}' does not say where the lead goes.", "Write back_to: next (in line) or back_to: marketing.");
                return true;
        }
    }

    private List<LeadRoute> Routes(YamlSection section)
    {
        var routes = new List<LeadRoute>();
        foreach (var rule in section.Sections("routing", RuleKeys))
        {
            var to = rule.Words("to").Select(word => word.Text).ToList();
            if (to.Count == 0)
            {
                rule.Problem("to", "The rule names nobody.", "Add to: a team, people by e-mail address, or account_owner.");
                continue;
            }

            if (to.Count > 1 && to.Contains(LeadRoute.AccountOwner))
            {
                rule.Problem("to", "'account_owner' stands beside others.", "Give it a rule of its own, before the others.");
                continue;
            }

            var (regions, segments, sources, industries) = (Known(rule, "region"), Known(rule, "segment"), Known(rule, "source"), Known(rule, "industry"));
            var name = rule.Text("name") ?? NameOf([.. regions, .. segments, .. sources, .. industries], to);
            if (routes.Exists(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)) || name == LeadPolicy.FallbackRule)
            {
                rule.Problem("name", $"Two routing rules are called '{name}', so turns could not be told apart.", "Give each its own name: as in name: EMEA.");
                continue;
            }

            routes.Add(new LeadRoute(name, to, Choice(rule), rule.Text("capacity") is null ? null : rule.Number("capacity", 25, 1, MostOpen))
            {
                Regions = regions,
                Segments = segments,
                Sources = sources,
                Industries = industries,
            });
        }

        return routes;
    }

    private static string NameOf(List<string> conditions, List<string> to) =>
        conditions.Count > 0 ? string.Join(", ", conditions) : to is [LeadRoute.AccountOwner] ? "account owner" : string.Join(", ", to);

    private static RouteChoice Choice(YamlSection rule)
    {
        switch (rule.Text("by")?.ToLowerInvariant())
        {
            case null or "round_robin":
                return RouteChoice.RoundRobin;
            case "load":
                return RouteChoice.Load;
            case var text:
                rule.Problem("by", $"'{text}' does not say how the rule chooses.", "Write by: round_robin (in turns) or by: load (whoever has the fewest open leads).");
                return RouteChoice.RoundRobin;
        }
    }

    private List<string> Known(YamlSection rule, string key)
    {
        var names = new List<string>();
        foreach (var (text, node) in rule.Words(key))
        {
            var known = lists.GetValueOrDefault(key) ?? [];
            if (known.Count > 0 && !known.Contains(text, StringComparer.OrdinalIgnoreCase))
            {
                rule.Add(node, rule.In(key), $"'{text}' is not among the company's {key}s, so the rule would take nothing.", NearestName.Find(text, known) is { } near ? $"Did you mean '{near}'?" : NearestName.Known(text, [.. known]));
                continue;
            }

            names.Add(text);
        }

        return names;
    }
}
