using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Economics;

/// <summary>How one figure of what customers cost and bring is made.</summary>
internal abstract class EconomicMeasure
{
    private const int LongestLife = 60;

    public virtual bool NeedsSpend => false;

    public virtual bool NeedsRevenue => false;

    /// <summary>What it can be split and filtered by, beside time.</summary>
    public abstract IReadOnlyList<Dimension> Splits { get; }

    public abstract EconomicFigure Of(EconomyBook book, MonthSpan span, ExchangeRates rates);

    /// <summary>The share that is left after serving, weighted by revenue; null when a customer's is not known.</summary>
    protected static decimal? MarginOf(IReadOnlyList<(decimal Mrr, decimal? Margin)> revenue)
    {
        var total = revenue.Sum(entry => entry.Mrr);
        return total <= 0 || revenue.Any(entry => entry is { Mrr: > 0, Margin: null }) ? null : revenue.Sum(entry => entry.Mrr * (entry.Margin ?? 0)) / total;
    }

    /// <summary>Sales and marketing cost of a new customer.</summary>
    public sealed class AcquisitionCost : EconomicMeasure
    {
        public override bool NeedsSpend => true;

        public override IReadOnlyList<Dimension> Splits { get; } = [Dimension.Source, Dimension.Segment];

        public override EconomicFigure Of(EconomyBook book, MonthSpan span, ExchangeRates rates)
        {
            var months = book.Costs.Where(cost => span.Touches(cost.Month)).ToList();
            var customers = book.NewCustomers.Count(customer => customer.Day >= span.First && customer.Day <= span.Last);
            if (months.Count == 0)
            {
                return EconomicFigure.None("No spend is known for that.", customers);
            }

            var cost = months.Sum(month => month.Amount * span.ShareOf(month.Month));
            AnswerPart[] parts = [new("Sales and marketing cost", cost, null, MetricUnit.Money), new("New customers", customers, null, MetricUnit.Count)];
            return new EconomicFigure(
                customers == 0 ? null : cost / customers,
                customers,
                customers == 0 ? "No new customers were won, so there is no cost of one." : null,
                parts,
                months.Any(month => span.ShareOf(month.Month) < 1) ? ["a month's cost is spread evenly over its days"] : []);
        }
    }

    /// <summary>Months until a new customer has paid back what winning it cost.</summary>
    public sealed class Payback : EconomicMeasure
    {
        private readonly AcquisitionCost _cost = new();

        public override bool NeedsSpend => true;

        public override bool NeedsRevenue => true;

        public override IReadOnlyList<Dimension> Splits { get; } = [Dimension.Segment];

        public override EconomicFigure Of(EconomyBook book, MonthSpan span, ExchangeRates rates)
        {
            var cost = _cost.Of(book, span, rates);
            if (cost.Value is not { } perCustomer)
            {
                return cost;
            }

            // In the first month there is everybody looks new.
            var start = book.Paying.SelectMany(customer => customer.Months.Keys).DefaultIfEmpty().Min();
            var revenue = book.Paying
                .Where(customer => customer.Since is { } since && since > start && span.Touches(since))
                .Select(customer => (Mrr: customer.MrrIn(customer.Since ?? default, rates, customer.Since ?? default), Margin: customer.Months[customer.Since ?? default].GrossMargin))
                .ToList();
            if (revenue.Count == 0)
            {
                return EconomicFigure.None("No customer began to pay in that period, so there is nothing to pay the cost back.", cost.Customers);
            }

            var perMonth = revenue.Sum(entry => entry.Mrr) / revenue.Count;
            var margin = MarginOf(revenue);
            AnswerPart[] parts =
            [
                new("Acquisition cost", perCustomer, null, MetricUnit.Money), new("New monthly revenue per customer", perMonth, null, MetricUnit.Money), new("Gross margin", margin, null, MetricUnit.Share),
            ];
            var perMonthLeft = perMonth * (margin ?? 1);
            return new EconomicFigure(
                perMonthLeft <= 0 ? null : perCustomer / perMonthLeft,
                cost.Customers,
                perMonthLeft <= 0 ? "New customers leave nothing after what it costs to serve them, so the cost is never paid back." : null,
                parts,
                margin is null ? [.. cost.Remarks, "revenue payback: the gross margin is not known for all of them"] : cost.Remarks);
        }
    }

    /// <summary>What a customer brings before it leaves.</summary>
    public sealed class LifetimeValue : EconomicMeasure
    {
        public override bool NeedsRevenue => true;

        public override IReadOnlyList<Dimension> Splits { get; } = [Dimension.Segment, Dimension.Region, Dimension.Industry];

        public override EconomicFigure Of(EconomyBook book, MonthSpan span, ExchangeRates rates)
        {
            var known = book.Paying.SelectMany(customer => customer.Months.Keys).ToHashSet();
            var entries = book.Paying.SelectMany(customer => customer.Months.Values.Where(revenue => revenue.Mrr.Amount > 0 && span.Touches(revenue.Month))
                .Select(revenue => (Mrr: customer.MrrIn(revenue.Month, rates, revenue.Month), Margin: revenue.GrossMargin))).ToList();
            if (entries.Count == 0)
            {
                return EconomicFigure.None("No revenue is known for that.");
            }

            var customers = book.Paying.Count(customer => customer.Months.Values.Any(revenue => revenue.Mrr.Amount > 0 && span.Touches(revenue.Month)));
            var (atStart, left) = (0, 0);
            foreach (var month in known.Where(month => span.Touches(month) && known.Contains(month.AddMonths(-1))))
            {
                var before = book.Paying.Where(customer => customer.MrrIn(month.AddMonths(-1), rates, month) > 0).ToList();
                atStart += before.Count;
                left += before.Count(customer => customer.MrrIn(month, rates, month) <= 0);
            }

            var (average, margin) = (entries.Sum(entry => entry.Mrr) / entries.Count, MarginOf(entries));
            var churn = atStart == 0 ? (decimal?)null : (decimal)left / atStart;
            AnswerPart[] parts = [new("Monthly revenue per customer", average, null, MetricUnit.Money), new("Gross margin", margin, null, MetricUnit.Share), new("Monthly churn", churn, null, MetricUnit.Share)];
            if (churn is not > 0)
            {
                return new EconomicFigure(null, customers, "No customer has left in that period, so nobody can tell yet how long they stay.", parts, []);
            }

            var months = Math.Min(1 / churn.Value, LongestLife);
            List<string> remarks = margin is null ? ["of revenue: the gross margin is not known for all of them"] : [];
            if (1 / churn.Value > LongestLife)
            {
                remarks.Add($"a customer's life is taken as {LongestLife} months at most");
            }

            return new EconomicFigure(average * (margin ?? 1) * months, customers, null, parts, remarks);
        }
    }

    /// <summary>How much of the revenue at the start is still there at the end.</summary>
    /// <param name="net">With what the same customers pay more.</param>
    public sealed class Retention(bool net) : EconomicMeasure
    {
        public override bool NeedsRevenue => true;

        public override IReadOnlyList<Dimension> Splits { get; } = [Dimension.Segment, Dimension.Region, Dimension.Industry, Dimension.Account];

        public override EconomicFigure Of(EconomyBook book, MonthSpan span, ExchangeRates rates)
        {
            var months = book.Paying.SelectMany(customer => customer.Months.Keys).Distinct().Order().ToList();
            var opening = MonthSpan.MonthOf(span.First > DateOnly.MinValue ? span.First.AddDays(-1) : span.First);
            var start = months.Contains(opening) ? opening : months.Find(span.Touches);
            var end = months.FindLast(month => month <= span.Last);
            if (months.Count == 0 || start == default || end <= start)
            {
                return EconomicFigure.None("Retention needs the revenue of two months at least, and that period has fewer.");
            }

            // At one rate, so that a currency that moved is neither expansion nor loss.
            var customers = book.Paying.Select(customer => (Before: customer.MrrIn(start, rates, end), After: customer.MrrIn(end, rates, end))).Where(customer => customer.Before > 0).ToList();
            var before = customers.Sum(customer => customer.Before);
            if (before <= 0)
            {
                return EconomicFigure.None($"No customer paid in {Label(start)}.");
            }

            var expansion = customers.Sum(customer => Math.Max(0, customer.After - customer.Before));
            var churn = customers.Where(customer => customer.After <= 0).Sum(customer => customer.Before);
            var contraction = customers.Where(customer => customer.After > 0).Sum(customer => Math.Max(0, customer.Before - customer.After));
            var gross = (before - contraction - churn) / before;
            AnswerPart[] parts =
            [
                new($"Revenue in {Label(start)}", before, null, MetricUnit.Money), new("Expansion", expansion, null, MetricUnit.Money), new("Contraction", -contraction, null, MetricUnit.Money), new("Lost with customers", -churn, null, MetricUnit.Money),
                net ? new("Gross revenue retention", gross, null, MetricUnit.Share) : new("Net revenue retention", gross + (expansion / before), null, MetricUnit.Share),
            ];
            return new EconomicFigure(net ? gross + (expansion / before) : gross, customers.Count, null, parts, [$"from {Label(start)} to {Label(end)}"]);
        }

        private static string Label(DateOnly month) => month.ToString("MMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
    }
}
