using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Answers;

/// <summary>A computed answer with everything a channel may show: every door shows the same facts because it shows this.</summary>
public sealed record Answer
{
    public required Question Question { get; init; }

    public required Metric Metric { get; init; }

    /// <summary>Null when there is no data; <see cref="NoData"/> then says why.</summary>
    public decimal? Value { get; init; }

    /// <summary>ISO currency for money, null for other units.</summary>
    public string? Currency { get; init; }

    /// <summary>The value over <see cref="Question.CompareWith"/>.</summary>
    public decimal? Compared { get; init; }

    /// <summary>"No deals were closed in that period."</summary>
    public string? NoData { get; init; }

    /// <summary>Where the true value may well lie: 95 % interval of a rate, P10 to P90 of a forecast; null where none is told.</summary>
    public ValueRange? Range { get; init; }

    /// <summary>Whether it has really changed against the period compared with; null where that is not told.</summary>
    public ValueChange? Change { get; init; }

    /// <summary>The numbers this one is made of, in the order of its formula; empty for what is counted directly.</summary>
    public IReadOnlyList<AnswerPart> Parts { get; init; } = [];

    /// <summary>Rows of the breakdown in the order asked for; empty without one.</summary>
    public IReadOnlyList<AnswerRow> Rows { get; init; } = [];

    /// <summary>How many rows there were before a top or bottom n cut them.</summary>
    public int RowsInAll { get; init; }

    /// <summary>"So what" line of the band the value falls into, or null.</summary>
    public string? SoWhat { get; init; }

    public required Receipt Receipt { get; init; }

    /// <summary>The deals behind the number, in the order of the snapshot: what "show me the deals" lists.</summary>
    public required DealSet Deals { get; init; }

    /// <summary>The leads behind the number, where leads are counted.</summary>
    public LeadSet Leads { get; init; } = LeadSet.None;
}
