using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Process;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Rights;

/// <summary>The part of a pipeline that somebody may see, as a pipeline of its own: whatever is counted, listed or looked up in it, nothing else can come out.</summary>
public static class LimitedPipeline
{
    /// <summary>More readers than ask between two writes.</summary>
    private const int MostKept = 512;

    private static readonly RoleRights Nothing = new(Reach.None, Reach.None, Reach.None, Reach.None);

    /// <summary>The same reader asks again before anything changes.</summary>
    private static readonly ConditionalWeakTable<PipelineSnapshot, ConcurrentDictionary<(PersonId? Reader, RoleRights Rights, CompanyProfile Company), PipelineSnapshot>> Known = [];

    /// <summary>The whole itself for who may see all of it.</summary>
    /// <param name="reader">Null for somebody the company does not know, who sees nothing.</param>
    public static PipelineSnapshot Of(PipelineSnapshot whole, Person? reader, CompanyProfile company)
    {
        var rights = RightsOf(reader, company);
        if (rights.SeesAll)
        {
            return whole;
        }

        var known = Known.GetOrCreateValue(whole);
        if (known.Count >= MostKept)
        {
            known.Clear();
        }

        return known.GetOrAdd((reader?.Id, rights, company), _ => Cut(whole, reader, Limit(whole, reader, rights, company), company, ofAmounts: false));
    }

    /// <summary>How far somebody sees, without making a pipeline of it; null for all of it.</summary>
    /// <param name="reader">Null for somebody the company does not know, who sees nothing.</param>
    public static PipelineLimit? LimitOf(PipelineSnapshot whole, Person? reader, CompanyProfile company) =>
        RightsOf(reader, company) is { SeesAll: false } rights ? Limit(whole, reader, rights, company) : null;

    /// <summary>What of a deal's history may be shown to whom it is shown: of one whose amount is withheld nothing that tells an amount.</summary>
    public static IEnumerable<DealEvent> Shown(IReadOnlyList<DealEvent> history, Deal deal, CompanyProfile company) => deal.IsAmountWithheld
        ? history.Where(happened => happened is not DealEvent.AmountChanged && !(happened is DealEvent.FieldSet field && Withholds(deal, field.Field, company)))
        : history;

    /// <summary>Whether a field of this deal is not shown to whom the deal is shown.</summary>
    public static bool Withholds(Deal deal, string field, CompanyProfile company) =>
        deal.IsAmountWithheld && (field == DealFields.Amount || MoneyFields(company).Contains(field));

    private static RoleRights RightsOf(Person? reader, CompanyProfile company) => reader is { Active: true } ? company.Rights.Of(reader.Role) : Nothing;

    private static PipelineLimit Limit(PipelineSnapshot whole, Person? reader, RoleRights rights, CompanyProfile company) =>
        new(whole, reader, rights, made => Cut(whole, reader, made, company, ofAmounts: true));

    /// <param name="ofAmounts">True for those deals only whose amounts are seen.</param>
    private static PipelineSnapshot Cut(PipelineSnapshot whole, Person? reader, PipelineLimit limit, CompanyProfile company, bool ofAmounts)
    {
        var money = MoneyFields(company);
        var deals = new List<Deal>();
        var (seen, hidden) = (new HashSet<AccountId>(), new HashSet<AccountId>());
        foreach (var deal in whole.Deals.Span)
        {
            var isSeen = ofAmounts ? limit.ShowsAmounts(deal.Owner) : limit.Shows(deal.Owner);
            if (deal.Account is { } account)
            {
                (isSeen ? seen : hidden).Add(account);
            }

            if (isSeen)
            {
                deals.Add(limit.ShowsAmounts(deal.Owner) ? deal : Withheld(deal, money));
            }
        }

        var positions = new Dictionary<DealId, int>(deals.Count);
        foreach (var deal in deals)
        {
            positions.Add(deal.Id, positions.Count);
        }

        // An account that only deals of others speak of is theirs, too.
        bool IsSeen(AccountId account) => limit.ShowsAllDeals || seen.Contains(account) || (reader is not null && !hidden.Contains(account));
        return new PipelineSnapshot
        {
            Version = whole.Version,
            DirectoryVersion = whole.DirectoryVersion,
            Limit = limit,
            Deals = deals.ToArray(),
            DealPositions = positions,
            Accounts = limit.ShowsAllDeals ? whole.Accounts : whole.Accounts.Where(account => IsSeen(account.Key)).ToFrozenDictionary(),
            Contacts = limit.ShowsAllDeals ? whole.Contacts : [.. whole.Contacts.Where(contact => IsSeen(contact.Account))],
            People = whole.People.Where(person => limit.IsTold(person.Value, reader)).ToFrozenDictionary(),
            Leads = [.. whole.Leads.Where(lead => limit.Shows(lead.Owner)).Select(lead => lead.Deal is { } deal && !positions.ContainsKey(deal) ? lead with { Deal = null } : lead).Select(lead => limit.ShowsAmounts(lead.Owner) ? lead : Withheld(lead))],
            Quotas = [.. whole.Quotas.Where(quota => limit.ShowsAmounts(quota.Owner))],
            Forecasts = [.. whole.Forecasts.Where(forecast => limit.ShowsAmounts(forecast.Owner))],
            FrozenForecasts = limit.ShowsAllDeals ? whole.FrozenForecasts : [.. whole.FrozenForecasts.Where(frozen => frozen.Key.Length > 0 && frozen.By switch
            {
                Dimension.Owner => limit.ShowsAmounts(new PersonId(frozen.Key)),
                Dimension.Team => limit.ShowsTeamAmounts(frozen.Key),
                _ => false,
            })],
            Spend = limit.ShowsAllDeals ? whole.Spend : [],
            Revenue = limit.ShowsAllDeals ? whole.Revenue : [],
        };
    }

    private static List<string> MoneyFields(CompanyProfile company) => [.. company.Fields.Where(field => field.Kind == FieldKind.Money).Select(field => field.Key)];

    /// <summary>Also in what it was before, which an undo shows.</summary>
    private static Lead Withheld(Lead lead) => lead.Life.Version == 0 ? lead : lead with
    {
        Life = lead.Life with
        {
            Facts = lead.Life.Facts.Remove(LeadFields.Budget),
            Past = lead.Life.Past is { } past ? past with { Before = Withheld(past.Before) } : null,
        },
    };

    private static Deal Withheld(Deal deal, List<string> money) => deal with { Amount = null, PastAmounts = [], Fields = deal.Fields.RemoveRange(money), IsAmountWithheld = true };
}
