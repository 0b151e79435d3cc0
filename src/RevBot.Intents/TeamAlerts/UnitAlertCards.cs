using RevBot.Conversation.Replies;
using RevBot.Intents.Alerts;
using RevBot.Intents.Digests;
using RevBot.Intents.PipelineChanges;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Bridge;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;

namespace RevBot.Intents.TeamAlerts;

/// <summary>A team's quarter, or the company's, as a card: what moved or is missing, with the figures, what to do, and the questions behind it as buttons.</summary>
internal static class UnitAlertCards
{
    /// <summary>A quarter's coverage is not another in a week.</summary>
    public const int SnoozeDays = 14;

    private const int Steps = 3;

    public static Card Alert(UnitFinding finding, PipelineSnapshot snapshot, CompanyProfile company)
    {
        var summary = TeamAlertText.Brief(finding, company);
        var card = new Card(
            summary,
            [
                new CardElement.Paragraph(summary, TextTone.Strong),
                new CardElement.FactList([.. Facts(finding, snapshot, company)]),
                new CardElement.Paragraph($"Do next: {TeamAlertText.NextStep(finding, company)}.", TextTone.Action),
            ],
            [.. Questions(finding).Select(ask => new CardButton(ask.Label, ReviewPartAction.Id, ask.Question)), .. Quiet(finding)]);
        return AlertRedaction.OfMany(card, finding.Subject, finding.Unit.Team);
    }

    public static Card Over(AlertSubject subject, CompanyProfile company)
    {
        var name = SalesUnit.Parse(subject.Id) is { } unit ? TeamAlertText.NameOf(unit, company) : subject.Id;
        var (what, how) = AlertKinds.Named(subject.Kind)?.Kind == AlertKind.CoverageLow ? ("coverage", "there is enough pipeline again, or nothing is left to win") : ("forecast", "the week is over");
        var quarter = DateOnly.FromDayNumber(subject.Occurrence);
        return AlertCards.Over(subject, SalesUnit.Parse(subject.Id)?.Team, $"{name}: {what} is no matter any more", $"{name} · {what}, {PeriodText.Day(quarter)}", how, null);
    }

    private static IEnumerable<Fact> Facts(UnitFinding finding, PipelineSnapshot snapshot, CompanyProfile company)
    {
        switch (finding)
        {
            case UnitFinding.ForecastMoved moved:
                yield return new Fact("Forecast", $"{MoneyText.Brief(moved.Before.Amount, company.Currency)} on {PeriodText.Day(moved.Before.FrozenOn)} → {MoneyText.Brief(moved.After.Amount, company.Currency)} on {PeriodText.Day(moved.After.FrozenOn)}");
                yield return new Fact("What moved", Moved(moved, snapshot, company));
                break;
            case UnitFinding.CoverageLow low:
                yield return new Fact("Open pipeline", MoneyText.Brief(low.Open, company.Currency));
                yield return new Fact("Left to win", MoneyText.Brief(low.Left, company.Currency));
                yield return new Fact("Missing", MoneyText.Brief(low.Gap, company.Currency));
                break;
        }
    }

    /// <summary>"Pushed -$120k, Created +$40k": what changed most in the quarter's open pipeline between the two.</summary>
    private static string Moved(UnitFinding.ForecastMoved moved, PipelineSnapshot snapshot, CompanyProfile company)
    {
        var bridge = new BridgeQuery { From = moved.Before.At, To = moved.After.At, Window = moved.Quarter, Filters = UnitWatch.FiltersOf(moved.Unit) }.Run(snapshot, company, moved.After.At);
        var steps = bridge.Steps.Where(step => step.Amount != 0).OrderByDescending(step => Math.Abs(step.Amount)).Take(Steps)
            .Select(step => $"{ChangesCard.Title(step.Kind).ToLowerInvariant()} {(step.Amount > 0 ? "+" : "-")}{MoneyText.Brief(Math.Abs(step.Amount), company.Currency)}")
            .ToList();
        return steps.Count == 0 ? "no open deal of the quarter: age, pace and new business" : string.Join(", ", steps);
    }

    private static IEnumerable<(string Label, string Question)> Questions(UnitFinding finding)
    {
        var of = finding.Unit.Team is { } team ? $" in team {team}" : "";
        return finding is UnitFinding.ForecastMoved
            ? [("What changed", $"what changed in the last 7 days{of}?"), ("Outlook", $"what does this quarter look like{of}?")]
            : [("Coverage by owner", $"pipeline coverage {finding.Quarter.Label}{of} by owner"), ("Pull in", $"open deals closing next quarter{of}")];
    }

    private static CardButton[] Quiet(UnitFinding finding) =>
        finding is UnitFinding.CoverageLow ? [AlertCards.Snooze(finding.Subject, SnoozeDays), AlertCards.NotUseful(finding.Subject)] : [AlertCards.NotUseful(finding.Subject)];
}
