using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Audits;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Approvals;

/// <summary>The exceptions of a period as a card: how many, by whom, of what, what came of them, and the one thing to do.</summary>
internal static class ExceptionReportCard
{
    private const int Named = 3;

    /// <summary>So often something must be waived before the rule itself is doubted.</summary>
    private const int Often = 4;

    public static Card Of(ExceptionReport report, Period period, ApprovalScene scene)
    {
        var heading = $"{CountText.OrNo(report.Exceptions.Count, "exception")} asked for {Where(period)}, {CountText.Number(report.LetThrough.Count)} let through";
        heading = report.Exceptions.Count == 0 ? $"No exceptions were asked for {Where(period)}" : heading;
        List<CardElement> elements = [new CardElement.Heading(heading)];
        if (Facts(report, scene).ToList() is { Count: > 0 } facts)
        {
            elements.Add(new CardElement.FactList(facts));
        }

        if (ToDo(report, scene) is { } next)
        {
            elements.Add(new CardElement.Paragraph($"Do next: {next}.", TextTone.Action));
        }

        elements.Add(new CardElement.Note($"Asked for {PeriodText.Dates(period)}; as it stands now."));
        return new Card(heading, elements, [.. report.StillLacking.Take(Named).Select(deal => new CardButton(ApprovalCards.LabelOf(deal), DealDesk.OpenDealAction, deal.Id.Value))]);
    }

    private static string Where(Period period) => period.Label.StartsWith("the ", StringComparison.Ordinal) ? $"in {period.Label}" : period.Label;

    private static IEnumerable<Fact> Facts(ExceptionReport report, ApprovalScene scene)
    {
        if (report.LetThrough.Count > 0)
        {
            yield return new Fact("Let through by", CountText.List(report.By.Select(one => $"{scene.NameOf(one.Person)} {CountText.Number(one.Count)}"), Named));
            yield return new Fact("Into", CountText.List(report.Stages.Select(one => $"{scene.NameOf(one.Stage)} {CountText.Number(one.Count)}"), Named));
            yield return new Fact("Without", CountText.List(report.Waived.Select(one => $"{ApprovalText.Waived([one.Key], scene)} {CountText.Number(one.Count)}"), Named));
            var deals = report.LetThrough.Select(one => one.Deal).DistinctBy(deal => deal.Id).ToList();
            yield return new Fact("Since then", CountText.List(new[] { (DealStatus.Won, "won"), (DealStatus.Lost, "lost"), (DealStatus.Open, "open") }
                .Select(status => (Count: deals.Count(deal => deal.Status == status.Item1), status.Item2)).Where(status => status.Count > 0).Select(status => $"{CountText.Number(status.Count)} {status.Item2}")));
        }

        if (Others(report.Exceptions, scene) is { Length: > 0 } others)
        {
            yield return new Fact("Not let through", others);
        }

        if (report.Gates.Count > 0)
        {
            yield return new Fact("Approvals", $"{CountText.Number(report.Gates.Count)} asked for, {CountText.Number(report.Gates.Count(one => one.IsGiven))} given");
        }
    }

    private static string Others(IReadOnlyList<DealApproval> exceptions, ApprovalScene scene) => CountText.List(
        new[] { (ApprovalState.Declined, "declined"), (ApprovalState.Waiting, "waiting"), (ApprovalState.Lapsed, "not answered in time"), (ApprovalState.Withdrawn, "taken back") }
            .Select(state => (Count: exceptions.Count(one => one.Approval.StateOn(scene.Today) == state.Item1), state.Item2)).Where(state => state.Count > 0).Select(state => $"{CountText.Number(state.Count)} {state.Item2}"));

    private static string? ToDo(ExceptionReport report, ApprovalScene scene) => report switch
    {
        { StillLacking: [_, ..] lacking } => $"let the owners fill in what {CountText.Of(lacking.Count, "deal")} still {(lacking.Count == 1 ? "lacks" : "lack")} though the exception ran out: {CountText.List(lacking.Select(deal => deal.Name), Named)}",
        { Waived: [{ Count: >= Often } most, ..] } when most.Count * 2 > report.LetThrough.Count => $"ask whether the process should ask for {ApprovalText.Waived([most.Key], scene)} where it does: it was waived {CountText.Number(most.Count)} times",
        _ => null,
    };
}
