using System.Collections.Immutable;
using RevBot.Intents.Ask.Filters;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Slots;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.StalledDeals;

/// <summary>Whose and which stalled deals are asked for: names found in the sentence, "my", "our team's". Names of one kind widen, of different kinds narrow.</summary>
public sealed record StallScope(ImmutableArray<NamedThing> Things, ImmutableArray<DealFilter.Amount> Amounts)
{
    /// <summary>"of Dana Reyes in Proposal"; empty for everybody.</summary>
    public string WordsIn(string currency) => string.Join(' ', Things.Select(thing => thing.Kind switch
    {
        NameKind.Person => $"of {thing.Name}",
        NameKind.Account => $"with {thing.Name}",
        _ => $"in {thing.Name}",
    }).Concat(Amounts.Select(amount => ReadingText.Filter(amount, currency))));

    public static StallScope Read(string text, NameMatcher names, Person? asker)
    {
        var words = WordSplitter.Split(text);
        var things = names.FindAll(words, kind => kind is NameKind.Person or NameKind.Team or NameKind.Stage or NameKind.Segment or NameKind.Region or NameKind.Account)
            .SelectMany(hit => hit.Things.DistinctBy(thing => thing.Kind))
            .ToList();

        // One word may name a team and a region alike; the team is what the room is called by.
        things = [.. things.Where(thing => !(thing.Kind == NameKind.Region && things.Exists(other => other.Kind == NameKind.Team && other.Name == thing.Name)))];
        if (asker is not null && words.Exists(word => word.Text is "my" or "mine" or "i" or "me"))
        {
            // A manager answers for the team; the team's deals are theirs.
            var team = asker.Team is not null && (asker.Role == PersonRole.Manager || words.Exists(word => word.Stem == "team"));
            things.Add(team ? Team(asker) : new NamedThing(NameKind.Person, asker.Id.Value, asker.Name));
        }
        else if (asker?.Team is not null && words.Exists(word => word.Text == "our") && words.Exists(word => word.Stem == "team"))
        {
            things.Add(Team(asker));
        }

        return new StallScope([.. things.Distinct()], [.. AmountFilterReader.ReadAll(new Sentence(text, words)).Select(said => said.Filter).OfType<DealFilter.Amount>()]);
    }

    /// <param name="worth">The deal's amount in the company's currency; null when it has none.</param>
    public bool Holds(Deal deal, decimal? worth, PipelineSnapshot snapshot) =>
        Amounts.All(amount => worth is { } value
            && (amount.Min is not { } min || (amount.MinIncluded ? value >= min : value > min))
            && (amount.Max is not { } max || (amount.MaxIncluded ? value <= max : value < max)))
        && Things.GroupBy(thing => thing.Kind).All(kind => kind.Any(thing => string.Equals(thing.Key, Value(deal, thing.Kind, snapshot), StringComparison.OrdinalIgnoreCase)));

    private static NamedThing Team(Person person) => new(NameKind.Team, person.Team ?? "", person.Team ?? "");

    private static string? Value(Deal deal, NameKind kind, PipelineSnapshot snapshot) => kind switch
    {
        NameKind.Person => deal.Owner?.Value,
        NameKind.Team => snapshot.OwnerOf(deal)?.Team,
        NameKind.Stage => deal.Stage.Value,
        NameKind.Segment => deal.Segment ?? snapshot.AccountOf(deal)?.Segment,
        NameKind.Region => deal.Region ?? snapshot.AccountOf(deal)?.Region,
        _ => deal.Account?.Value,
    };
}
