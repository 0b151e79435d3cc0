using System.Runtime.CompilerServices;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Slots;

/// <summary>Gives the <see cref="NameMatcher"/> of a snapshot. The index of people, accounts and company values is built once per directory version and kept; deals are added as they come. A singleton.</summary>
public sealed class NameDirectory
{
    private static readonly (string Currency, string Word)[] CurrencyWords = [("EUR", "euro"), ("GBP", "pound"), ("GBP", "sterling"), ("CHF", "franc"), ("JPY", "yen"), ("INR", "rupee")];

    private readonly Lock _lock = new();
    private readonly DealNames _deals = new();
    private readonly ConditionalWeakTable<PipelineSnapshot, NameDirectory> _limited = [];
    private Built? _built;

    public NameMatcher For(PipelineSnapshot snapshot, CompanyProfile company) =>
        snapshot.Limit is null ? Among(snapshot, company) : _limited.GetOrCreateValue(snapshot).Among(snapshot, company);

    /// <summary>Who sees only part of the pipeline finds, and is corrected to, names of that part only.</summary>
    private NameMatcher Among(PipelineSnapshot snapshot, CompanyProfile company)
    {
        _deals.Extend(snapshot);
        var built = Volatile.Read(ref _built);
        if (built is null || !built.Fits(snapshot, company))
        {
            lock (_lock)
            {
                built = _built;
                if (built is null || !built.Fits(snapshot, company))
                {
                    _built = built = new Built(snapshot.DirectoryVersion, company, Build(snapshot, company));
                }
            }
        }

        return new NameMatcher(built.Index, _deals, snapshot);
    }

    private static NameIndex Build(PipelineSnapshot snapshot, CompanyProfile company)
    {
        var index = new NameIndex();
        foreach (var stage in company.Process.Stages)
        {
            var thing = new NamedThing(NameKind.Stage, stage.Id.Value, stage.Name);
            index.Add(thing, stage.Name);
            foreach (var alias in stage.Aliases)
            {
                index.Add(thing, alias);
            }
        }

        AddValues(index, NameKind.Region, company.Regions);
        AddValues(index, NameKind.Segment, company.Segments);
        AddValues(index, NameKind.Source, company.Sources);
        AddValues(index, NameKind.DealType, company.DealTypes);
        AddValues(index, NameKind.Team, company.Teams.Select(team => team.Name)
            .Concat(snapshot.People.Values.Select(person => person.Team).OfType<string>()));
        AddValues(index, NameKind.Competitor, company.Competitors);
        foreach (var (currency, word) in CurrencyWords.Where(pair => company.Rates.Rates.Any(rate => rate.Currency == pair.Currency)))
        {
            index.AddPart(new NamedThing(NameKind.Currency, currency, currency), word);
        }

        AddValues(index, NameKind.Currency, company.Rates.Rates.Select(rate => rate.Currency).Prepend(company.Currency));
        foreach (var reason in company.LossReasons.Reasons)
        {
            var thing = new NamedThing(NameKind.LossReason, reason.Key, reason.Name);

            // "Other" alone is any other thing.
            if (reason.Key != "other")
            {
                index.Add(thing, reason.Name);
            }

            foreach (var other in UsualNames.Of(NameKind.LossReason, reason.Name))
            {
                index.Add(thing, other);
            }
        }

        AddValues(index, NameKind.Industry, snapshot.Accounts.Values.Select(account => account.Industry).OfType<string>());
        foreach (var industry in snapshot.Accounts.Values.Select(account => account.Industry).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
        {
            // "financial" for "Financial services".
            if (WordSplitter.Split(industry) is { Count: > 1 } words)
            {
                index.AddPart(new NamedThing(NameKind.Industry, industry, industry), words[0].Text);
            }
        }

        foreach (var person in snapshot.People.Values)
        {
            AddPerson(index, person);
        }

        foreach (var account in snapshot.Accounts.Values)
        {
            AddAccount(index, account);
        }

        return index;
    }

    private static void AddPerson(NameIndex index, Person person)
    {
        var thing = new NamedThing(NameKind.Person, person.Id.Value, person.Name);
        index.Add(thing, person.Name);
        if (person.Email is { } email)
        {
            index.AddPart(thing, email);
        }

        var words = WordSplitter.Split(person.Name);
        if (words.Count < 2)
        {
            return;
        }

        index.AddPart(thing, words[0].Text);
        index.AddPart(thing, words[^1].Text);
        foreach (var nickname in Nicknames.Of(words[0].Text))
        {
            index.AddNickname(thing, nickname);
            index.AddNickname(thing, $"{nickname} {words[^1].Text}");
        }

        index.AddPart(thing, string.Concat(words.Select(word => word.Text[0])));
        index.AddPart(thing, $"{words[0].Text} {words[^1].Text[0]}");
    }

    private static void AddAccount(NameIndex index, Account account)
    {
        var thing = new NamedThing(NameKind.Account, account.Id.Value, account.Name);
        index.Add(thing, account.Name);
        var words = WordSplitter.Split(account.Name);
        if (words.Count > 1 && words[0].Text is not ("the" or "a" or "new") && words[0].Text.Length > 2)
        {
            index.AddPart(thing, words[0].Text);
        }

        if (words.Count > 2)
        {
            index.AddPart(thing, $"{words[0].Text} {words[1].Text}");
        }
    }

    private static void AddValues(NameIndex index, NameKind kind, IEnumerable<string> values)
    {
        foreach (var value in values.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var thing = new NamedThing(kind, value, value);
            index.Add(thing, value);
            foreach (var other in UsualNames.Of(kind, value))
            {
                if (other.Contains(' ', StringComparison.Ordinal))
                {
                    index.Add(thing, other);
                }
                else
                {
                    index.AddPart(thing, other);
                }
            }
        }
    }

    private sealed record Built(long Version, CompanyProfile Company, NameIndex Index)
    {
        public bool Fits(PipelineSnapshot snapshot, CompanyProfile company) =>
            Version == snapshot.DirectoryVersion && ReferenceEquals(Company, company);
    }
}
