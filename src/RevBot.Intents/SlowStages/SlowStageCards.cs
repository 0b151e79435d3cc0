using RevBot.Conversation.Replies;
using RevBot.Intents.Alerts;
using RevBot.Intents.StalledDeals;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Analytics.Drift;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.SlowStages;

/// <summary>A stage that has become slower as a card: from how many days to how many and since when, the evidence, what is in it now, what to do next, and the buttons.</summary>
public static class SlowStageCards
{
    public const string Kind = "slow-stage";

    /// <summary>A whole stage does not change back in a week.</summary>
    public const int SnoozeDays = 30;

    public static AlertSubject SubjectOf(StageDrift drift) => new(Kind, drift.Stage.Value, drift.Since.DayNumber);

    public static Card Alert(StageDrift drift, AlertSubject subject, StageClock clock, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        var (headline, stage) = (Headline(drift, company), NameOf(drift.Stage, company));
        var deals = OpenIn(drift.Stage, snapshot);
        var stuck = deals.Count(deal => StallDetector.Check(deal, snapshot, company, clock, now) is not null);
        var worth = deals.Sum(deal => deal.Amount is { } amount ? company.Rates.Convert(amount, company.Work.DateAt(now)) ?? 0 : 0);
        return AlertRedaction.OfMany(new Card(
            headline,
            [
                new CardElement.Paragraph(headline, TextTone.Strong),
                new CardElement.Paragraph(Evidence(drift)),
                new CardElement.FactList([new Fact("In it now", $"{CountText.Of(deals.Count, "deal")}, {MoneyText.Brief(worth, company.Currency)}"), new Fact("Beyond their limit", CountText.OrNo(stuck, "deal"))]),
                new CardElement.Paragraph(NextStep(deals, stage, drift), TextTone.Action),
            ],
            [
                new CardButton($"What's stuck in {stage}", StallPageAction.Id, new StallPage(0, $"what's stuck in {stage}?").ToString()),
                AlertCards.Snooze(subject, SnoozeDays),
                AlertCards.NotUseful(subject),
            ]), subject);
    }

    public static Card Over(AlertSubject subject, CompanyProfile company)
    {
        var stage = NameOf(new StageId(subject.Id), company);
        return AlertCards.Over(subject, null, $"{stage} is slower no longer", $"{stage} is slower since {PeriodText.Day(DateOnly.FromDayNumber(subject.Occurrence))}", "it is left as fast as its past makes expect", null);
    }

    /// <summary>"Proposal is slower: 4 → 6.8 business days since 3 Mar 2026, mostly Enterprise".</summary>
    public static string Headline(StageDrift drift, CompanyProfile company)
    {
        var stage = NameOf(drift.Stage, company);
        var days = drift.Before is { } before ? $": {DurationText.Figure(before)} → {(drift.After is { } after ? DurationText.Figure(after) : $"about {DurationText.Figure(before * drift.Stretch)}")} business days" : "";
        return $"{stage} is {(drift.IsSlower ? "slower" : "faster")}{days} since {PeriodText.Day(drift.Since)}{(drift.Mostly is { } segment ? $", mostly {segment}" : "")}";
    }

    /// <summary>"48 deals left it since then, where its past makes expect 99; a stay takes about 1.7 times as long".</summary>
    public static string Evidence(StageDrift drift) =>
        $"{CountText.Of(drift.Exits, "deal")} left it since then, where its own past makes expect {CountText.Number(Math.Round((decimal)drift.Expected))}; a stay takes about {CountText.Number(Math.Round((decimal)drift.Stretch, 1))} times as long as before.";

    public static string NameOf(StageId stage, CompanyProfile company) => company.Process.NameOf(stage);

    /// <summary>The longest there first.</summary>
    private static List<Deal> OpenIn(StageId stage, PipelineSnapshot snapshot)
    {
        var deals = new List<Deal>();
        foreach (var deal in snapshot.Deals.Span)
        {
            if (deal.Status == DealStatus.Open && deal.Stage == stage && !deal.Visits.IsEmpty)
            {
                deals.Add(deal);
            }
        }

        return [.. deals.OrderBy(deal => deal.Visits[^1].EnteredAt).ThenBy(deal => deal.Id.Value, StringComparer.Ordinal)];
    }

    private static string NextStep(List<Deal> deals, string stage, StageDrift drift) => deals.Count == 0
        ? $"Do next: ask what changed in {stage} around {PeriodText.Day(drift.Since)}."
        : $"Do next: ask what changed around {PeriodText.Day(drift.Since)}; {CountText.List(deals.Take(3).Select(deal => deal.Name), 3)} {(deals.Count == 1 ? "is" : "are")} in it longest.";
}
