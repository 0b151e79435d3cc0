using RevBot.Conversation.Replies;
using RevBot.Intents.Digests;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Audits;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.LossReasons;

/// <summary>The quality of loss reasons as a card: what is given how often, and the one thing to do about it.</summary>
internal static class LossReasonsCard
{
    private const int Named = 4;

    public static Card Of(LossReasonQuality quality, Period period, string? team, LossReasonCatalog catalog)
    {
        var where = $"{(team is null ? "" : $" of team {team}")} in {period.Label}";
        if (quality.Losses == 0)
        {
            return Card.Text($"No deals{where} were lost, so there are no loss reasons to look at.");
        }

        var heading = $"{CountText.Number(quality.Explained)} of {CountText.Of(quality.Losses, "loss")}{where} {(quality.Explained == 1 ? "says" : "say")} why";
        List<CardElement> elements = [new CardElement.Heading(heading)];
        if (quality.Explained > 0)
        {
            elements.Add(new CardElement.FactList([.. Facts(quality, catalog)]));
        }

        elements.Add(new CardElement.Paragraph($"Do next: {ToDo(quality)}.", TextTone.Action));
        elements.Add(new CardElement.Note($"Losses of {PeriodText.Dates(period)}; shares are of those that say why."));
        return new Card($"{heading}{Shares(quality, catalog)}", elements, quality.Losses > quality.Explained ? [new CardButton("Hygiene audit", ReviewPartAction.Id, team is null ? "hygiene audit" : $"hygiene audit of team {team}")] : []);
    }

    /// <summary>What a line of a review has room for.</summary>
    private static string Shares(LossReasonQuality quality, LossReasonCatalog catalog) => quality.Explained == 0 ? "" :
        $": {CountText.List(new[]
        {
            catalog.Reasons.Any(reason => reason.AsksForCompetitor) ? $"{CountText.Number(quality.ToCompetitor)} lost to a competitor" : null,
            catalog.Reasons.Any(reason => reason.IsNoDecision) ? $"{CountText.Number(quality.NoDecision)} to no decision" : null,
            $"{CountText.Number(quality.Others)} Other",
        }.OfType<string>())}";

    private static IEnumerable<Fact> Facts(LossReasonQuality quality, LossReasonCatalog catalog)
    {
        if (catalog.Reasons.Any(reason => reason.AsksForCompetitor))
        {
            yield return new Fact("Lost to a competitor", Share(quality.ToCompetitor, quality));
        }

        yield return new Fact("No decision", catalog.Reasons.Any(reason => reason.IsNoDecision)
            ? Share(quality.NoDecision, quality)
            : "not among your loss reasons; without it a buyer who buys nothing counts as lost to something else");
        yield return new Fact("Other", $"{Share(quality.Others, quality)}{(quality.Unlisted > 0 ? $"; {CountText.Number(quality.Unlisted)} more are not in company.yaml" : "")}");
        yield return new Fact("Most given", $"{quality.Given[0].Name}, {Share(quality.Given[0].Count, quality)}");
        if (quality is { Unused.Count: > 0, Explained: >= LossReasonQuality.Few })
        {
            yield return new Fact("Never given", CountText.List(quality.Unused.Select(one => one.Name), Named));
        }
    }

    /// <summary>Of few, a percentage would say more than is known.</summary>
    private static string Share(int count, LossReasonQuality quality) =>
        $"{CountText.Number(count)} of {CountText.Number(quality.Explained)}{(quality.Explained >= LossReasonQuality.Many ? $" ({PercentText.Of((decimal)count / quality.Explained)})" : "")}";

    private static string ToDo(LossReasonQuality quality) => quality.Flaw switch
    {
        LossReasonFlaw.Unexplained => $"let the owners of the {CountText.Of(quality.Losses - quality.Explained, "loss")} without a reason say why; their digest asks them, and the audit lists them",
        LossReasonFlaw.TooFew => $"wait: of {CountText.Of(quality.Explained, "given reason")} nothing can be told yet",
        LossReasonFlaw.Other => $"read the notes of the {CountText.Number(quality.Others)} that say Other, and add what they share to loss_reasons in company.yaml",
        LossReasonFlaw.Concentrated => $"split “{quality.Given[0].Name}” in company.yaml: a reason that half of all losses give tells nobody what to change",
        LossReasonFlaw.Unused => $"drop or merge what nobody gives ({CountText.List(quality.Unused.Select(one => one.Name), 2)}) in company.yaml: a short list is read",
        _ => "nothing: the reasons are given, told apart and in use",
    };
}
