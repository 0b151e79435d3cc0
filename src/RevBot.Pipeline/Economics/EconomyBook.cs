using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Economics;

/// <summary>Spend, new customers and revenue in the company's currency, cut down to what a question is about.</summary>
internal sealed class EconomyBook
{
    private EconomyBook()
    {
    }

    public required IReadOnlyList<Cost> Costs { get; init; }

    /// <summary>Every account once, with the deal that made it a customer.</summary>
    public required IReadOnlyList<NewCustomer> NewCustomers { get; init; }

    /// <summary>Customers with recurring revenue.</summary>
    public required IReadOnlyList<PayingCustomer> Paying { get; init; }

    public required IReadOnlyList<Exclusion> Excluded { get; init; }

    public static EconomyBook Of(PipelineView view)
    {
        var exclusions = new Exclusions(view.Company.Currency);
        var rates = view.Company.Rates;
        var costs = new List<Cost>();
        foreach (var spend in view.Snapshot.Spend)
        {
            if (rates.Convert(spend.Amount, spend.Month) is { } amount)
            {
                costs.Add(new Cost(spend.Month, amount, spend.Source ?? "", spend.Segment ?? ""));
            }
            else
            {
                exclusions.AddWithoutRate(spend.Amount.Currency);
            }
        }

        var accounts = new Dictionary<string, Account>(StringComparer.OrdinalIgnoreCase);
        foreach (var account in view.Snapshot.Accounts.Values.Where(_ => view.Snapshot.Revenue.Count > 0).OrderBy(account => account.Id.Value, StringComparer.Ordinal))
        {
            accounts.TryAdd(account.Name, account);
        }

        var paying = new List<PayingCustomer>();
        foreach (var group in view.Snapshot.Revenue.GroupBy(revenue => revenue.Customer, StringComparer.OrdinalIgnoreCase))
        {
            if (group.Any(revenue => rates.Convert(revenue.Mrr, revenue.Month) is null))
            {
                exclusions.AddWithoutRate(group.First().Mrr.Currency);
                continue;
            }

            paying.Add(new PayingCustomer(group.Key, accounts.GetValueOrDefault(group.Key), group.ToDictionary(revenue => revenue.Month)));
        }

        return new EconomyBook { Costs = costs, NewCustomers = CustomersOf(view), Paying = paying, Excluded = exclusions.All() };
    }

    /// <summary>What has one of the values (or none of them when negated); spend without the value is for all of them, and left out.</summary>
    public EconomyBook Only(Dimension dimension, ISet<string> keys, bool negated) => new()
    {
        Costs = [.. Costs.Where(cost => keys.Contains(cost.KeyOf(dimension)) != negated && (cost.KeyOf(dimension).Length > 0 || keys.Contains("")))],
        NewCustomers = [.. NewCustomers.Where(customer => keys.Contains(customer.KeyOf(dimension)) != negated)],
        Paying = [.. Paying.Where(customer => keys.Contains(customer.KeyOf(dimension)) != negated)],
        Excluded = Excluded,
    };

    /// <summary>All values of a dimension, in no order.</summary>
    public IEnumerable<string> KeysOf(Dimension dimension, bool spend, bool revenue) =>
        (spend ? Costs.Select(cost => cost.KeyOf(dimension)).Concat(NewCustomers.Select(customer => customer.KeyOf(dimension))) : [])
        .Concat(revenue ? Paying.Select(customer => customer.KeyOf(dimension)) : [])
        .Distinct(StringComparer.Ordinal);

    private static List<NewCustomer> CustomersOf(PipelineView view)
    {
        var first = new Dictionary<AccountId, NewCustomer>();
        var deals = view.Snapshot.Deals.Span;
        for (var position = 0; position < deals.Length && view.Snapshot.Spend.Count > 0; position++)
        {
            var deal = deals[position];
            if (deal is { Status: DealStatus.Won, Account: { } account, ClosedOn: { } day } && (!first.TryGetValue(account, out var known) || day < known.Day))
            {
                first[account] = new NewCustomer(day, position, deal.Source ?? "", view.Snapshot.SegmentOf(deal) ?? "");
            }
        }

        return [.. first.Values];
    }

    /// <summary>What a month cost.</summary>
    internal sealed record Cost(DateOnly Month, decimal Amount, string Source, string Segment)
    {
        public string KeyOf(Dimension dimension) => dimension switch { Dimension.Source => Source, Dimension.Segment => Segment, _ => "" };
    }

    /// <param name="Position">Of the first deal won with it.</param>
    internal sealed record NewCustomer(DateOnly Day, int Position, string Source, string Segment)
    {
        public string KeyOf(Dimension dimension) => dimension switch { Dimension.Source => Source, Dimension.Segment => Segment, _ => "" };
    }

    /// <param name="Account">The account of that name, which tells segment, region and industry; null for none.</param>
    internal sealed record PayingCustomer(string Name, Account? Account, IReadOnlyDictionary<DateOnly, RevenueEntry> Months)
    {
        /// <summary>The first month with revenue.</summary>
        public DateOnly? Since { get; } = Months.Values.Where(revenue => revenue.Mrr.Amount > 0).Select(revenue => (DateOnly?)revenue.Month).Min();

        public string KeyOf(Dimension dimension) => dimension switch
        {
            Dimension.Segment => Account?.Segment ?? "",
            Dimension.Region => Account?.Region ?? "",
            Dimension.Industry => Account?.Industry ?? "",
            Dimension.Account => Account?.Id.Value ?? Name,
            _ => "",
        };

        /// <summary>What the customer pays in a month, at the rate of a day; 0 where nothing was imported for it.</summary>
        public decimal MrrIn(DateOnly month, ExchangeRates rates, DateOnly on) =>
            Months.TryGetValue(month, out var revenue) ? rates.Convert(revenue.Mrr, on) ?? 0 : 0;
    }
}
