using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Tests.Metrics;

/// <summary>The metrics once more, as slowly and plainly as they can be written: what the fast path must agree with.</summary>
internal static class PlainReckoning
{
    private const string OpenAtEnd = "open when the period ended";

    public static (decimal? Value, int Deals, Dictionary<string, decimal?> Rows) Of(Question question, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now, bool converted = false)
    {
        if (question.Measure == "velocity.daily")
        {
            return Velocity(question, part => Of(part, snapshot, company, now, converted: true));
        }

        var today = company.Work.DateAt(now);
        var family = question.Measure;
        var deals = snapshot.Deals.ToArray().Where(deal => family switch
        {
            "pipeline.open_amount" or "pipeline.open_count" or "pipeline.weighted_amount" or "deals.average_open" or "aging.median" or "hygiene.score" => deal.Status == DealStatus.Open,
            "bookings.won_amount" or "bookings.won_count" or "deals.average_won" or "sales_cycle.median" or "sales_cycle.mean" or "sales_cycle.p90" => deal.Status == DealStatus.Won,
            "losses.lost_amount" or "losses.lost_count" => deal.Status == DealStatus.Lost,
            "win_rate.count" or "win_rate.value" => deal.Status != DealStatus.Open,
            OpenAtEnd => question.Period?.End is { } end && end < today
                ? deal.Visits.Any(visit => company.Work.DateAt(visit.EnteredAt) <= end && !(visit.ExitedAt is { } left && company.Work.DateAt(left) <= end))
                : deal.Status == DealStatus.Open,
            _ => true,
        });
        DateOnly? Day(Deal deal) => family switch
        {
            "pipeline.created_amount" or "pipeline.created_count" => company.Work.DateAt(deal.CreatedAt),
            _ => deal.Status == DealStatus.Open ? deal.CloseDate : deal.ClosedOn,
        };
        // A loss counts for the stage it was lost from.
        string StageOf(Deal deal) => family.StartsWith("losses.", StringComparison.Ordinal) && deal.Visits is [.., var last] ? last.Stage.Value : deal.Stage.Value;
        var found = deals
            .Where(deal => family == OpenAtEnd || question.Period is not { } period || (Day(deal) is { } day && period.Contains(day)))
            .Where(deal => question.Filters.All(filter => Holds(filter, deal, StageOf(deal), snapshot, company, today)))
            .ToList();
        var needsAmount = family is not ("pipeline.open_count" or "bookings.won_count" or "losses.lost_count" or "pipeline.created_count" or "win_rate.count" or "sales_cycle.median" or "sales_cycle.mean" or "sales_cycle.p90" or "aging.median" or "hygiene.score" or OpenAtEnd);
        if (needsAmount)
        {
            found.RemoveAll(deal => deal.Amount is null);
        }

        if (family == OpenAtEnd)
        {
            var moment = question.Period?.End is { } last && last < today ? company.Work.StartOf(last.AddDays(1)).AddTicks(-1) : now;
            found.RemoveAll(deal => deal.Pauses.Any(pause => pause.Since <= moment && !(pause.EndedAt <= moment) && company.Work.DateAt(moment) < pause.Until));
        }

        if (family == "pipeline.weighted_amount")
        {
            found.RemoveAll(deal => company.Process.Find(deal.Stage) is null || deal.IsPausedOn(today));
        }

        var convert = converted || needsAmount && found.Select(deal => deal.Amount?.Currency).Distinct().Count() > 1;
        decimal? Amount(Deal deal) => convert ? company.Rates.Convert(deal.Amount!.Value, deal.ClosedOn ?? today) : deal.Amount!.Value.Amount;
        if (needsAmount)
        {
            found.RemoveAll(deal => Amount(deal) is null);
        }

        int Cycle(Deal deal) => Math.Max(0, Day(deal)!.Value.DayNumber - company.Work.DateAt(deal.CreatedAt).DayNumber);
        decimal? Value(List<Deal> counted) => family switch
        {
            "pipeline.open_count" or "bookings.won_count" or "losses.lost_count" or "pipeline.created_count" or OpenAtEnd => counted.Count,
            _ when counted.Count == 0 => null,
            "pipeline.weighted_amount" => counted.Sum(deal => Amount(deal) * company.Process.Find(deal.Stage)!.Probability),
            "hygiene.score" => (decimal)counted.Count(deal => deal.Amount is not null && deal.CloseDate >= today && (deal.IsPausedOn(today) || (deal.NextStep is not null && company.Work.DateAt(deal.ChangedAt) >= today.AddDays(-14)))) / counted.Count,
            "win_rate.count" => (decimal)counted.Count(deal => deal.Status == DealStatus.Won) / counted.Count,
            "win_rate.value" when counted.Sum(Amount) == 0 => null,
            "win_rate.value" => counted.Where(deal => deal.Status == DealStatus.Won).Sum(Amount) / counted.Sum(Amount),
            "sales_cycle.mean" => counted.Sum(deal => (decimal)Cycle(deal)) / counted.Count,
            "sales_cycle.p90" => Quantile([.. counted.Select(Cycle).Order()]),
            "aging.median" => Median([.. counted.Select(deal => Math.Max(0, today.DayNumber - company.Work.DateAt(deal.CreatedAt).DayNumber)).Order()]),
            "deals.average_won" or "deals.average_open" => counted.Sum(Amount) / counted.Count,
            "sales_cycle.median" => Median([.. counted.Select(deal => Math.Max(0, Day(deal)!.Value.DayNumber - company.Work.DateAt(deal.CreatedAt).DayNumber)).Order()]),
            _ => counted.Sum(Amount),
        };
        var rows = question.Breakdown.IsEmpty
            ? []
            : found.GroupBy(deal => string.Join('/', question.Breakdown.Select(dimension => Key(dimension, deal, StageOf(deal), Day(deal), snapshot, company))), StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => Value([.. group]), StringComparer.Ordinal);
        return (Value(found), found.Count, rows);
    }

    private static (decimal? Value, int Deals, Dictionary<string, decimal?> Rows) Velocity(Question question, Func<Question, (decimal? Value, int Deals, Dictionary<string, decimal?> Rows)> reckon)
    {
        var open = reckon(question with { Measure = OpenAtEnd });
        var (rate, amount, days) = (reckon(question with { Measure = "win_rate.count" }), reckon(question with { Measure = "deals.average_won" }), reckon(question with { Measure = "sales_cycle.median" }));
        decimal? Of(decimal? count, decimal? share, decimal? average, decimal? cycle) => cycle > 0 ? count * share * average / cycle : null;
        return (
            Of(open.Value, rate.Value, amount.Value, days.Value),
            open.Deals,
            open.Rows.Keys.Union(rate.Rows.Keys).Union(amount.Rows.Keys).Union(days.Rows.Keys).ToDictionary(
                key => key,
                key => Of(open.Rows.GetValueOrDefault(key), rate.Rows.GetValueOrDefault(key), amount.Rows.GetValueOrDefault(key), days.Rows.GetValueOrDefault(key)),
                StringComparer.Ordinal));
    }

    /// <summary>R's type 7 at nine tenths.</summary>
    private static decimal Quantile(List<int> days)
    {
        var below = 9 * (days.Count - 1) / 10;
        return below + 1 == days.Count ? days[below] : days[below] + ((((9 * (days.Count - 1)) % 10) / 10m) * (days[below + 1] - days[below]));
    }

    private static decimal Median(List<int> days) =>
        days.Count % 2 == 1 ? days[days.Count / 2] : (days[(days.Count / 2) - 1] + days[days.Count / 2]) / 2m;

    private static bool Holds(DealFilter filter, Deal deal, string stage, PipelineSnapshot snapshot, CompanyProfile company, DateOnly today) => filter switch
    {
        DealFilter.In named => named.Values.Any(value => value.Key == Key(named.Dimension, deal, NamesLost(named, company) ? deal.Stage.Value : stage, null, snapshot, company)) != named.Negated,
        DealFilter.Amount bounds => deal.Amount is { } amount && company.Rates.Convert(amount, deal.ClosedOn ?? today) is { } value && value >= bounds.Min && value <= bounds.Max,
        DealFilter.Paused paused => deal.IsPausedOn(today) != paused.Negated,
        DealFilter.Missing missing => (deal.Source is null) != missing.Negated,
        DealFilter.Closing closing => (deal.Status == DealStatus.Open ? deal.CloseDate : deal.ClosedOn) is { } day && closing.Period.Contains(day),
        _ => throw new ArgumentException("Unknown filter", nameof(filter)),
    };

    /// <summary>A lost stage named outright is where the deals are.</summary>
    private static bool NamesLost(DealFilter.In named, CompanyProfile company) =>
        named.Dimension == Dimension.Stage && named.Values.Any(value => company.Process.Find(new StageId(value.Key)) is { Group: RevBot.Pipeline.Process.StageGroup.Lost });

    private static string Key(Dimension dimension, Deal deal, string stage, DateOnly? day, PipelineSnapshot snapshot, CompanyProfile company)
    {
        var (owner, account) = (snapshot.OwnerOf(deal), snapshot.AccountOf(deal));
        var key = dimension switch
        {
            Dimension.Owner => deal.Owner?.Value,
            Dimension.Team => owner?.Team,
            Dimension.Manager => owner?.Manager?.Value,
            Dimension.Stage => stage,
            Dimension.StageGroup => deal.Status.ToString().ToLowerInvariant(),
            Dimension.Source => deal.Source,
            Dimension.Segment => deal.Segment ?? account?.Segment,
            Dimension.Region => deal.Region ?? account?.Region,
            Dimension.Industry => account?.Industry,
            Dimension.Account => deal.Account?.Value,
            Dimension.LossReason => deal.LossReason,
            Dimension.Currency => deal.Amount?.Currency,
            Dimension.Week => day is { } date ? $"{company.Fiscal.StartOfWeek(date):yyyy-MM-dd}" : null,
            Dimension.Month => day is { } date ? $"{date:yyyy-MM}" : null,
            Dimension.Quarter => day is { } date ? $"{date:yyyy}-Q{((date.Month - 1) / 3) + 1}" : null,
            Dimension.Year => day is { } date ? $"{date:yyyy}" : null,
            _ => null,
        };
        return key ?? "";
    }
}
