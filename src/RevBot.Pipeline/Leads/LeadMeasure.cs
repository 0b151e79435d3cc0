using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Leads;

/// <summary>How a metric counts a lead and what it makes of the count. One instance serves every question: it holds no state.</summary>
internal abstract class LeadMeasure
{
    /// <summary>What to say when no lead matches, without its full stop.</summary>
    public virtual string Nothing => "No leads were created";

    /// <summary>What the leads must tell for this to be computed at all; null when they do.</summary>
    public virtual string? Lacks(IReadOnlyList<Lead> leads) => null;

    /// <summary>Why a question cannot be answered that could be of other metrics.</summary>
    public virtual string? WhyNot(Question question) => null;

    /// <summary>False for a lead that the measure is not about.</summary>
    public virtual bool Takes(Lead lead) => true;

    /// <summary>Why a lead cannot be counted, or null when it can.</summary>
    public virtual string? Obstacle(Lead lead) => null;

    /// <param name="converted">Whether it was converted within what is asked for.</param>
    public abstract void Add(LeadTally tally, Lead lead, WorkCalendar work, DateTimeOffset now, bool converted);

    /// <summary>Null when the tally gives no number.</summary>
    public abstract decimal? Value(LeadTally tally);

    public virtual ValueRange? Range(LeadTally tally) => null;

    /// <summary>What a reader must know of the leads counted.</summary>
    public virtual string? Remark(LeadTally tally) => null;

    /// <summary>What to say when leads were counted and there is still no number.</summary>
    public virtual string NoValue => "There is no data for that.";

    /// <summary>Number of leads; here 0 is an answer.</summary>
    public sealed class Count : LeadMeasure
    {
        public override void Add(LeadTally tally, Lead lead, WorkCalendar work, DateTimeOffset now, bool converted) => tally.Count(converted);

        public override decimal? Value(LeadTally tally) => tally.Leads;
    }

    /// <summary>The share that was converted.</summary>
    public sealed class Conversion : LeadMeasure
    {
        public override string? WhyNot(Question question) => question.Breakdown.Contains(Dimension.Lifecycle) || question.Filters.OfType<DealFilter.In>().Any(filter => filter.Dimension == Dimension.Lifecycle)
            ? "I can't compute how many leads get from one stage of their lifecycle to another: where a lead stands now already says whether it was converted. Ask for lead conversion, or for leads by lifecycle."
            : null;

        public override void Add(LeadTally tally, Lead lead, WorkCalendar work, DateTimeOffset now, bool converted) => tally.Count(converted);

        public override decimal? Value(LeadTally tally) => tally.Leads == 0 ? null : (decimal)tally.Converted / tally.Leads;

        public override ValueRange? Range(LeadTally tally) =>
            WilsonInterval.Of(tally.Converted, tally.Leads) is { } interval ? new ValueRange((decimal)interval.Low, (decimal)interval.High) : null;

        public override string Remark(LeadTally tally) => FormattableString.Invariant($"{tally.Converted:N0} of {tally.Leads:N0} converted");
    }

    /// <summary>A typical time, with what still waits counted for what it is: longer than so far.</summary>
    public abstract class Waiting : LeadMeasure
    {
        /// <summary>Units of the metric in a business day.</summary>
        protected abstract double UnitsPerDay { get; }

        /// <summary>"not answered".</summary>
        protected abstract string Undone { get; }

        public override string NoValue => $"Fewer than half of the leads are known to be over it, so no time is typical: the others are {Undone} yet.";

        public override void Add(LeadTally tally, Lead lead, WorkCalendar work, DateTimeOffset now, bool converted)
        {
            var (from, to) = Span(lead);
            tally.Time(work.BusinessDaysBetween(from, to ?? lead.ClosedAt ?? now) * UnitsPerDay, to is not null);
        }

        public override decimal? Value(LeadTally tally) => (decimal?)tally.Curve.Median;

        public override ValueRange? Range(LeadTally tally) => SurvivalBand.Around(tally.Curve).Quantile(.5) is ({ } low, { } high) ? new ValueRange((decimal)low, (decimal)high) : null;

        public override string? Remark(LeadTally tally) => tally.Waiting == 0 ? null : FormattableString.Invariant($"{tally.Waiting:N0} of {tally.Leads:N0} {Undone} yet, counted as far as they have waited");

        /// <summary>From when the lead waits and until when; no end while it does.</summary>
        protected abstract (DateTimeOffset From, DateTimeOffset? To) Span(Lead lead);
    }

    /// <summary>Business hours from a lead's creation to the first human touch.</summary>
    public sealed class Response : Waiting
    {
        protected override double UnitsPerDay => 24;

        protected override string Undone => "not answered";

        public override string? Lacks(IReadOnlyList<Lead> leads) => leads.Any(lead => lead.FirstResponseAt is not null)
            ? null
            : "I don't know when leads were answered: import them with the time of the first response (a column such as “First Response”) by revbot import leads FILE.csv.";

        public override string? Obstacle(Lead lead) => lead switch
        {
            { FirstResponseAt: not null } => null,
            { Stage: LifecycleStage.New or LifecycleStage.Mql } => null,
            { Stage: LifecycleStage.Recycled or LifecycleStage.Disqualified } => lead.ClosedAt is null ? "no date of being disqualified" : null,
            _ => "no time of the first response",
        };

        protected override (DateTimeOffset From, DateTimeOffset? To) Span(Lead lead) => (lead.CreatedAt, lead.FirstResponseAt);
    }

    /// <summary>Business days from marketing's qualification to sales' acceptance.</summary>
    public sealed class Handoff : Waiting
    {
        public override string Nothing => "No leads were qualified by marketing";

        protected override double UnitsPerDay => 1;

        protected override string Undone => "not accepted";

        public override string? Lacks(IReadOnlyList<Lead> leads) => leads.Any(lead => lead.MqlAt is not null)
            ? null
            : "I don't know when leads became MQLs: import them with the days they became MQL and SAL (columns such as “MQL Date” and “SAL Date”) by revbot import leads FILE.csv.";

        public override string? WhyNot(Question question) => null;

        public override bool Takes(Lead lead) => lead.MqlAt is not null || lead.Stage is LifecycleStage.Mql or LifecycleStage.Sal or LifecycleStage.Sql;

        public override string? Obstacle(Lead lead) => lead switch
        {
            { MqlAt: null } => "no date of becoming an MQL",
            { AcceptedAt: not null } => null,
            { Stage: LifecycleStage.Mql or LifecycleStage.New or LifecycleStage.Working } => null,
            { ClosedAt: not null } => null,
            { Stage: LifecycleStage.Recycled or LifecycleStage.Disqualified } => "no date of being disqualified",
            _ => "no date of being accepted",
        };

        protected override (DateTimeOffset From, DateTimeOffset? To) Span(Lead lead) => (lead.MqlAt ?? lead.CreatedAt, lead.AcceptedAt);
    }
}
