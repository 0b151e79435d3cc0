using System.Globalization;
using RevBot.Pipeline.Leads.Routing;

namespace RevBot.Intents.Company;

/// <summary>Writes how leads are handled as <c>company.yaml</c> has it: as comments where the company has said nothing.</summary>
internal static class LeadPolicyText
{
    private static readonly string[] Example =
    [
        "    { to: account_owner }",
        "    { region: EMEA, to: EMEA, by: round_robin }",
        "    { name: large, segment: Enterprise, to: [ann@example.com, bo@example.com], by: load, capacity: 25 }",
    ];

    public static IEnumerable<string> Of(LeadPolicy policy)
    {
        var (mark, isSaid) = (ReferenceEquals(policy, LeadPolicy.Usual) ? "# " : "", !ReferenceEquals(policy, LeadPolicy.Usual));
        yield return "# Leads. mql, sql: what marketing and sales must say of a lead they qualify (fit, action; budget, authority, need, timeline). sla: business hours (24 a business day)";
        yield return "# to accept a lead, and from then to qualify it or give it back; without accept the agreed handoff time holds. return_reasons: back_to: next (in line) or marketing;";
        yield return "# note: true asks for words (Other always does). route: mql or new: which leads without an owner are given out. routing: the first rule that takes a lead and has somebody";
        yield return "# left gives it; region, segment, source, industry: of which leads; to: teams, people by e-mail address, or account_owner; by: round_robin or load (fewest open leads);";
        yield return "# capacity: open leads a person may have. fallback: who gets what no rule takes; fallback_room: the room that hears of it where there is nobody, else operations do.";
        yield return $"{mark}leads:";
        yield return $"{mark}  mql: {Flow(policy.MqlNeeds)}";
        yield return $"{mark}  sql: {Flow(policy.SqlNeeds)}";
        yield return $"{mark}  sla: {{ {(policy.AcceptHours is { } accept ? $"accept: {Number(accept)}, " : "")}qualify: {Number(policy.QualifyHours)} }}";
        yield return $"{mark}  route: {(policy.RoutesAtOnce ? "new" : "mql")}";
        foreach (var line in Reasons("return_reasons", policy.ReturnReasons, true).Concat(Reasons("disqualify_reasons", policy.DisqualifyReasons, false)))
        {
            yield return $"{mark}  {line}";
        }

        yield return policy.Routes.Count == 0 ? isSaid ? "  routing: []" : "#   routing:" : "  routing:";
        foreach (var example in policy.Routes.Count == 0 ? Example : [])
        {
            yield return $"  # -{example[3..]}";
        }

        foreach (var route in policy.Routes)
        {
            yield return $"    - {RouteOf(route)}";
        }

        yield return policy.FallbackTo is { } person ? $"  fallback: {CompanyText.Scalar(person)}" : "  # fallback: olga@example.com";
        yield return policy.FallbackRoom is { } room ? $"  fallback_room: {CompanyText.Scalar(room)}" : "  # fallback_room: \"#lead-desk\"";
    }

    private static IEnumerable<string> Reasons(string key, IReadOnlyList<LeadReason> reasons, bool goBack)
    {
        yield return $"{key}:";
        foreach (var reason in reasons)
        {
            var back = goBack ? $", back_to: {(reason.ToMarketing ? "marketing" : "next")}" : "";
            yield return $"  - {{ name: {CompanyText.Scalar(reason.Name)}{back}{(reason.NeedsNote ? ", note: true" : "")} }}";
        }
    }

    private static string RouteOf(LeadRoute route)
    {
        var parts = new List<string> { $"name: {CompanyText.Scalar(route.Name)}" };
        foreach (var (key, names) in new[] { ("region", route.Regions), ("segment", route.Segments), ("source", route.Sources), ("industry", route.Industries) })
        {
            if (names.Count > 0)
            {
                parts.Add($"{key}: {Flow(names)}");
            }
        }

        parts.Add($"to: {Flow(route.To)}");
        parts.Add($"by: {(route.By == RouteChoice.Load ? "load" : "round_robin")}");
        if (route.Capacity is { } most)
        {
            parts.Add($"capacity: {Number(most)}");
        }

        return $"{{ {string.Join(", ", parts)} }}";
    }

    private static string Flow(IEnumerable<string> words) => $"[{string.Join(", ", words.Select(CompanyText.Scalar))}]";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
