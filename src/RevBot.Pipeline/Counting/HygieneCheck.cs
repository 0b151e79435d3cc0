using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Metrics;

namespace RevBot.Pipeline.Counting;

/// <summary>Finds what is wrong with how open deals are kept, made ready to look at many of them.</summary>
internal sealed class HygieneCheck(PipelineView view)
{
    /// <summary>After so many days without an event a deal counts as left alone.</summary>
    public const int UntouchedDays = 14;

    private static readonly HygieneIssue[] Issues = Enum.GetValues<HygieneIssue>();

    private readonly Column<bool> _noNextStep = view.Columns.Missing(DealFields.NextStep);
    private readonly Column<TouchFacts> _touches = view.Columns.Touches;
    private readonly long _since = view.Company.Work.StartOf(DateOnly.FromDayNumber(view.Today).AddDays(-UntouchedDays)).UtcTicks;

    public bool IsClean(int position) => !Array.Exists(Issues, issue => Has(position, issue));

    public bool Has(int position, HygieneIssue issue)
    {
        ref readonly var deal = ref view.Columns.Facts[position];
        return issue switch
        {
            HygieneIssue.NoAmount => !deal.HasAmount,
            HygieneIssue.NoCloseDate => deal.CloseDay == DealFacts.NoDay,
            HygieneIssue.Overdue => deal.CloseDay != DealFacts.NoDay && deal.CloseDay < view.Today,
            HygieneIssue.NoNextStep => _noNextStep[position] && !IsPaused(position),
            _ => _touches[position].ChangedAt < _since && !IsPaused(position),
        };
    }

    /// <summary>A paused deal waits on purpose: it needs no next step, and nobody has left it alone.</summary>
    private bool IsPaused(int position) => view.PauseOf(position) is not null;
}
