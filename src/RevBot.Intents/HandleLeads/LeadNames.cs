using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.Routing;

namespace RevBot.Intents.HandleLeads;

/// <summary>Finds the lead that words mean: an id after a #, a name, a name with its company, or a company that has one open lead.</summary>
internal sealed partial class LeadNames
{
    private static readonly ConditionalWeakTable<IReadOnlyList<Lead>, LeadNames> Known = [];

    private readonly Dictionary<string, Lead> _byId;
    private readonly ILookup<string, Lead> _byName;
    private readonly ILookup<string, Lead> _byAccount;
    private readonly ILookup<string, Lead> _byWord;

    private LeadNames(IReadOnlyList<Lead> leads)
    {
        _byId = leads.ToDictionary(lead => lead.Id, StringComparer.OrdinalIgnoreCase);
        _byName = leads.ToLookup(lead => Plain(lead.Name), StringComparer.Ordinal);
        _byAccount = leads.Where(lead => lead.Account is not null && LeadRouter.IsOpen(lead)).ToLookup(lead => Plain(lead.Account ?? ""), StringComparer.Ordinal);
        _byWord = leads.Where(LeadRouter.IsOpen).SelectMany(lead => Plain(lead.Name).Split(' ').Distinct().Select(word => (word, lead))).ToLookup(pair => pair.word, pair => pair.lead, StringComparer.Ordinal);
    }

    public static LeadNames Of(PipelineSnapshot snapshot) => Known.GetValue(snapshot.Leads, static leads => new LeadNames(leads));

    /// <summary>The leads that may be meant, none for unknown words. Of several of one name those that are worked on come first.</summary>
    /// <param name="isPlain">Whether the words name a lead and nothing else: then a part of a name will do.</param>
    public IReadOnlyList<Lead> Find(string words, bool isPlain)
    {
        var said = words.Trim().Trim('"', '“', '”', '.', '?');
        if (_byId.TryGetValue(said.TrimStart('#'), out var byId) && (said.StartsWith('#') || said.Contains('-', StringComparison.Ordinal) || said.Any(char.IsDigit)))
        {
            return [byId];
        }

        if (At().Match(said) is { Success: true } at && Narrow([.. _byName[Plain(at.Groups["name"].Value)].Where(lead => lead.Account is { } account && Plain(account) == Plain(at.Groups["account"].Value))]) is [_, ..] of)
        {
            return of;
        }

        var plain = Plain(said);
        return Narrow([.. _byName[plain]]) is [_, ..] named ? named
            : Narrow([.. _byAccount[plain]]) is [_, ..] ofAccount ? ofAccount
            : isPlain && !plain.Contains(' ', StringComparison.Ordinal) ? [.. _byWord[plain].Take(MostOfWord)]
            : [];
    }

    private const int MostOfWord = 20;

    private static List<Lead> Narrow(List<Lead> leads) => leads.Where(LeadRouter.IsOpen).ToList() is { Count: > 0 } open ? open : leads;

    private static string Plain(string text) => Blanks().Replace(text.ToLowerInvariant(), " ").Trim();

    [GeneratedRegex(@"[\s,.'’]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(?<name>.+?)(?:,? (?:at|of|from) | \()(?<account>[^)]+)\)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex At();
}
