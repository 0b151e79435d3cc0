using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Metrics;

namespace RevBot.Pipeline.Columns;

/// <summary>What nearly every question asks of a deal, in forty bytes.</summary>
internal readonly record struct DealFacts
{
    /// <summary>Before all days, so that no bounded range holds it.</summary>
    public const int NoDay = int.MinValue;

    private const byte KnownFlag = 1;
    private const byte SignedFlag = 2;
    private const byte PauseFlag = 4;

    private readonly byte _status;
    private readonly byte _flags;

    public DealFacts(Deal deal, DayClock days, Vocabulary currencies)
    {
        _status = (byte)deal.Status;
        _flags = (byte)((deal.HistoryKnown ? KnownFlag : 0) | (deal.SignedDate is null ? 0 : SignedFlag) | (deal is { Status: DealStatus.Open, Pause: not null } ? PauseFlag : 0));
        Amount = deal.Amount?.Amount ?? 0;
        Currency = (ushort)currencies.OrdinalOf(deal.Amount?.Currency);
        CloseDay = DayOf(deal.CloseDate);
        Day = deal.Status == DealStatus.Open ? CloseDay : DayOf(deal.ClosedOn);
        CreatedDay = days.DayOf(deal.CreatedAt);
        StageSince = deal.Visits is [.., { IsOpen: true } visit] ? visit.EnteredAt.UtcTicks : 0;
    }

    /// <summary>In the deal's own currency; 0 without one.</summary>
    public decimal Amount { get; }

    /// <summary>UTC ticks at which the stay that goes on began.</summary>
    public long StageSince { get; }

    public int CloseDay { get; }

    /// <summary>The day it closed, or is expected to.</summary>
    public int Day { get; }

    /// <summary>The company day it was created on.</summary>
    public int CreatedDay { get; }

    /// <summary>Number of the currency; <see cref="Vocabulary.None"/> for a deal without an amount.</summary>
    public ushort Currency { get; }

    public DealStatus Status => (DealStatus)_status;

    public bool HasAmount => Currency != Vocabulary.None;

    /// <summary>False when the deal's stage history was not seen: its first stay is what a file said.</summary>
    public bool HistoryKnown => (_flags & KnownFlag) != 0;

    /// <summary>True for an open deal with a pause nobody has ended; whether its review date has come, the deal itself says.</summary>
    public bool HasPause => (_flags & PauseFlag) != 0;

    public bool IsSigned => (_flags & SignedFlag) != 0;

    /// <summary>By the dates a deal has itself; the day a stage was left is its stays'.</summary>
    public int DayBy(TimeBasis? basis) => basis switch
    {
        TimeBasis.Created => CreatedDay,
        TimeBasis.ExpectedClose => CloseDay,
        _ => Day,
    };

    private static int DayOf(DateOnly? date) => date?.DayNumber ?? NoDay;
}
