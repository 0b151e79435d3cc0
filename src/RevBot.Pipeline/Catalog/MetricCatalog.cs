using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Catalog;

/// <summary>Every measure the bot can compute.</summary>
public sealed class MetricCatalog
{
    private readonly IReadOnlyList<MetricRule> _rules =
    [
        .. OpenPipeline.Rules, .. CreatedPipeline.Rules, .. Bookings.Rules, .. Losses.Rules, .. WinRate.Rules, .. SalesCycle.Rules, .. Velocity.Rules, .. TimeInStage.Rules, .. Conversion.Rules,
        .. Aging.Rules, .. Hygiene.Rules, .. Quotas.Rules, .. Coverage.Rules, .. Forecasting.Rules, .. SubmittedForecast.Rules, .. Slippage.Rules, .. LeadFunnel.Rules, .. Economy.Rules,
    ];

    /// <summary>All metrics, in the order help lists them.</summary>
    public IReadOnlyList<Metric> Metrics => field ??= [.. _rules.Select(rule => rule.Metric)];

    public Metric? Find(string id) => Metrics.FirstOrDefault(metric => metric.Id == id);

    /// <summary>Works out what questions need of a snapshot, which the first of them would else wait for.</summary>
    public static void Prepare(PipelineSnapshot snapshot, CompanyProfile company) => snapshot.ColumnsBy(company.Work).Prepare();

    /// <summary>Why a question cannot be computed at all, in one sentence for people: data that was never brought in, or a part that what is counted does not have. Null when it can.</summary>
    public string? Obstacle(Question question, PipelineSnapshot snapshot) => RuleOf(question).Obstacle(question, snapshot);

    /// <summary>Computes the answer from a snapshot. Pure: the same arguments give the same answer.</summary>
    /// <param name="now">The moment the question is for; decides today and the age of open visits.</param>
    /// <exception cref="ArgumentException">The question names no metric of this catalogue.</exception>
    public Answer Evaluate(Question question, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        return InCompanyWords(RuleOf(question).Answer(question, new PipelineView(snapshot, company, now)), company);
    }

    private static Answer InCompanyWords(Answer answer, CompanyProfile company)
    {
        if (!company.MetricWordings.TryGetValue(answer.Metric.Id, out var wording))
        {
            return answer;
        }

        var metric = company.Word(answer.Metric);
        var word = answer.Metric.Bands.FirstOrDefault(band => band.SoWhat == answer.SoWhat)?.Word;
        var soWhat = wording.Bands is null ? answer.SoWhat
            : metric.Bands.FirstOrDefault(band => band.Word == word) is { } same ? same.SoWhat
            : metric.BandOf(answer.Value, answer.Receipt.Deals)?.SoWhat;
        return answer with { Metric = metric, SoWhat = soWhat, Receipt = answer.Receipt with { Definition = metric.Definition } };
    }

    private MetricRule RuleOf(Question question) =>
        _rules.FirstOrDefault(candidate => candidate.Metric.Id == question.Measure) ?? throw new ArgumentException($"No metric is called {question.Measure}.", nameof(question));
}
