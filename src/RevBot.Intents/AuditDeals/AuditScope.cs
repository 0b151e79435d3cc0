using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Intents.Access;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.AuditDeals;

/// <summary>Whose deals an audit is of, and whether the asker may have it: own deals for reps, their people's for managers, everybody's for executives and operations.</summary>
internal abstract partial record AuditScope
{
    private AuditScope()
    {
    }

    /// <param name="Whose">"your", "team EMEA's": goes before "deals".</param>
    /// <param name="Who">Names it again, in words that are read as the same.</param>
    /// <param name="Concerns">Which deals.</param>
    /// <param name="HasReps">True when several people's deals are in it.</param>
    public sealed record Found(string Whose, string Who, Func<Deal, bool> Concerns, bool HasReps) : AuditScope;

    /// <summary>Somebody or something that may not be looked over by the asker.</summary>
    public sealed record Refused(string Reason) : AuditScope;

    public sealed record Which(string Question, IReadOnlyList<Choice> Choices) : AuditScope;

    /// <summary>Nobody and no team is called so.</summary>
    public sealed record Unknown(string Reason) : AuditScope;

    public static AuditScope Of(string who, Person reader, NameMatcher names, PipelineSnapshot snapshot)
    {
        var words = Around().Match(who).Groups["name"].Value.Trim();
        if (words.Length == 0 || Own().IsMatch(words))
        {
            return new Found(
                reader.Role switch { PersonRole.Rep => "your", PersonRole.Manager => "your team's", _ => "the company's" },
                "",
                deal => DealRights.Concerns(reader, deal, snapshot),
                reader.Role != PersonRole.Rep);
        }

        if (words.StartsWith('#') && snapshot.People.GetValueOrDefault(new PersonId(words[1..])) is { } known)
        {
            return OfPerson(known, reader, snapshot);
        }

        return names.Find(words, kind => kind is NameKind.Person or NameKind.Team) switch
        {
            { Only: { Kind: NameKind.Team, Name: var team } } => OfTeam(team, reader, snapshot),
            { Only: { Kind: NameKind.Person, Key: var id } } when snapshot.People.TryGetValue(new PersonId(id), out var person) => OfPerson(person, reader, snapshot),
            { Things: [_, _, ..] things } => new Which($"Which “{words}” do you mean?", [.. things.Take(5).Select(thing => new Choice(thing.Name, thing.Kind == NameKind.Team ? $"hygiene audit of team {thing.Name}" : $"hygiene audit of #{thing.Key}"))]),
            _ => new Unknown($"I know nobody and no team called “{words}”. Say “hygiene audit”, or name a person or a team."),
        };
    }

    private static AuditScope OfPerson(Person person, Person reader, PipelineSnapshot snapshot)
    {
        if (!DealRights.LooksAfter(reader, person, snapshot))
        {
            return new Refused($"I go through {person.Name}'s deals only with {person.Name.Split(' ')[0]}, their manager, executives and operations. Say “hygiene audit” for {(reader.Role == PersonRole.Rep ? "yours" : "your team's")}.");
        }

        return new Found(person.Id == reader.Id ? "your own" : $"{person.Name}'s", $"#{person.Id.Value}", deal => deal.Owner == person.Id, false);
    }

    private static AuditScope OfTeam(string team, Person reader, PipelineSnapshot snapshot)
    {
        bool IsOfTeam(Person? owner) => string.Equals(owner?.Team, team, StringComparison.OrdinalIgnoreCase);
        if (!snapshot.People.Values.Any(person => IsOfTeam(person) && person.Id != reader.Id && DealRights.LooksAfter(reader, person, snapshot)))
        {
            return new Refused($"I go through team {team}'s deals only with its manager, executives and operations. Say “hygiene audit” for {(reader.Role == PersonRole.Rep ? "yours" : "your team's")}.");
        }

        return new Found($"team {team}'s", $"team {team}", deal => IsOfTeam(snapshot.OwnerOf(deal)) && DealRights.Concerns(reader, deal, snapshot), true);
    }

    /// <summary>"Team EMEA's deals" → "EMEA".</summary>
    [GeneratedRegex(@"^(?:(?:the|all|team|rep|sales) )*(?<name>.*?)(?:'s?)?(?: (?:team|region|people|own|open|deals?|pipeline|pipe|opportunities|opps|book|crm|data|hygiene))*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Around();

    [GeneratedRegex(@"^(?:my|our|me|us|mine|ours|i|we|the|all|every|my own|everybody|everyone|everything|it|this|company|the company|whole company|all teams|all reps|deals?|pipeline|crm|my pipeline|our pipeline|all (?:of )?(?:my|our)|team|teams|open)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Own();
}
