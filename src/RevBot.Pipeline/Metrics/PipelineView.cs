using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Metrics;

/// <summary>A snapshot seen through the company's definitions at one moment: what every part of one evaluation shares.</summary>
internal sealed class PipelineView
{
    private readonly CurrencyTable _currencies;
    private Stage?[]? _stages;

    public PipelineView(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        (Snapshot, Company, Now) = (snapshot, company, now);
        Today = company.Work.DateAt(now).DayNumber;
        Columns = snapshot.ColumnsBy(company.Work);
        _currencies = new CurrencyTable(Columns.Currencies, company.Rates);
    }

    public PipelineSnapshot Snapshot { get; }

    public CompanyProfile Company { get; }

    public DateTimeOffset Now { get; }

    /// <summary><see cref="DateOnly.DayNumber"/> of the company's today.</summary>
    public int Today { get; }

    public DealColumns Columns { get; }

    /// <summary>True when amounts are wanted in the company's currency, whatever the deals share: numbers that are put together must speak one.</summary>
    public bool Converts { get; private init; }

    /// <summary>How well open deals are kept.</summary>
    public HygieneCheck Hygiene => field ??= new HygieneCheck(this);

    /// <summary>True when the moment is before what the snapshot holds: deals are then read as they stood at that moment, as far as they keep their past.</summary>
    public bool LooksBack { get; init; }

    /// <summary>The same with all amounts in the company's currency.</summary>
    public PipelineView Converting() => Converts ? this : new PipelineView(Snapshot, Company, Now) { Converts = true, LooksBack = LooksBack };

    /// <summary>The day a deal stands on by a time basis, or <see cref="DealFacts.NoDay"/>. Without a basis: when it closed or is expected to.</summary>
    public int DayOf(int position, TimeBasis? basis = null) => basis switch
    {
        TimeBasis.StageLeft => Columns.Stays[position] switch
        {
            [.., var before, { IsRunning: true }] => before.LeftDay,
            [.., var last] => last.LeftDay,
            _ => DealFacts.NoDay,
        },
        TimeBasis.StageEntered => Columns.Stays[position] is [.., var newest] ? newest.EnteredDay : DealFacts.NoDay,
        _ => Columns.Facts[position].DayBy(basis),
    };

    /// <summary>Null for a stage the sales process no longer has.</summary>
    public Stage? StageOf(int position)
    {
        var column = Columns.Of(Dimension.Stage);
        _stages ??= [.. Enumerable.Range(0, column.Keys.Count).Select(ordinal => Company.Process.Find(new StageId(column.Keys[ordinal])))];
        return _stages[column.Ordinals[position]];
    }

    /// <summary>The amount in the company's currency: closed deals at the rate of the day they closed, open ones at today's. Null without an amount or a rate.</summary>
    public decimal? ValueOf(in DealFacts deal) => deal.HasAmount
        ? _currencies.Convert(deal.Amount, deal.Currency, deal.Status == DealStatus.Open || deal.Day == DealFacts.NoDay ? Today : deal.Day)
        : null;

    /// <summary>An amount in the company's currency at the rate of a day; null without a rate.</summary>
    public decimal? ValueOf(Money amount, int day) => Columns.Currencies.Find(amount.Currency) is >= 0 and var currency ? _currencies.Convert(amount.Amount, currency, day) : null;

    /// <summary>The pause of a deal that is paused at this moment; null for one in play.</summary>
    public DealPause? PauseOf(int position)
    {
        if (LooksBack)
        {
            return PausedAt(Snapshot.Deals.Span[position]);
        }

        return Columns.Facts[position].HasPause && Snapshot.Deals.Span[position].Pause is { } pause && pause.Until.DayNumber > Today ? pause : null;
    }

    /// <summary>Business days the stay that goes on has lasted.</summary>
    public double LengthOfStay(int position) =>
        StayClock.Days(Snapshot.Deals.Span[position], new DateTimeOffset(Columns.Facts[position].StageSince, TimeSpan.Zero), Now, Company.Work);

    public string OwnerOf(Metric metric) => Company.OwnerOf(metric);

    private DealPause? PausedAt(Deal deal)
    {
        foreach (var pause in deal.Pauses)
        {
            if (pause.Since <= Now && !(pause.EndedAt <= Now) && pause.Until.DayNumber > Today)
            {
                return pause;
            }
        }

        return null;
    }
}
