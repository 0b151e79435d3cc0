using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Leads;

/// <summary>The filters of a question about leads, made ready to test many of them. All must hold.</summary>
internal sealed class LeadScope(IEnumerable<DealFilter> filters, PipelineView view)
{
    private const string Known = "they can be split and filtered by lifecycle, source, owner, team, manager, segment, region, industry, account and time.";

    private readonly Func<Lead, int, bool>[] _tests = [.. filters.Select(filter => Compile(filter, view))];

    /// <summary>What the question asks of leads that they do not have; null when it can be answered.</summary>
    public static string? WhyNot(Question question) =>
        question.Breakdown.Select(WhyNot).Concat(question.Filters.Select(WhyNot)).FirstOrDefault(why => why is not null);

    /// <param name="day">The company day the lead was created on.</param>
    public bool Holds(Lead lead, int day)
    {
        foreach (var test in _tests)
        {
            if (!test(lead, day))
            {
                return false;
            }
        }

        return true;
    }

    private static string? WhyNot(Dimension dimension) => LeadDimension.Has(dimension) ? null : $"Leads have no {AnswerFacts.Words(dimension)}: {Known}";

    private static string? WhyNot(DealFilter filter) => filter switch
    {
        DealFilter.In named => WhyNot(named.Dimension),
        DealFilter.Created => null,
        DealFilter.AnyOf any => any.Parts.Select(WhyNot).FirstOrDefault(why => why is not null),
        _ => $"That filter is about deals, and leads have no amount, next step or close date: {Known}",
    };

    private static Func<Lead, int, bool> Compile(DealFilter filter, PipelineView view)
    {
        switch (filter)
        {
            case DealFilter.In named:
                var (dimension, keys) = (new LeadDimension(named.Dimension, view), named.Values.Select(value => value.Key).ToHashSet(StringComparer.OrdinalIgnoreCase));
                return (lead, day) => keys.Contains(dimension.KeyOf(lead, day)) != named.Negated;
            case DealFilter.Created created:
                var days = DayRange.Of(created.Period);
                return (_, day) => days.Contains(day);
            case DealFilter.AnyOf any:
                var parts = any.Parts.Select(part => Compile(part, view)).ToArray();
                return (lead, day) => Array.Exists(parts, part => part(lead, day));
            default:
                throw new ArgumentException($"No test of leads is known for {filter.GetType().Name}.", nameof(filter));
        }
    }
}
