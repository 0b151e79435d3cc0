using RevBot.Conversation.Replies;
using RevBot.Intents.Access;
using RevBot.Intents.Alerts;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Audits;

namespace RevBot.Intents.AuditDeals;

/// <summary>What one check has found, deal by deal: a line of evidence each, and the buttons that put it right.</summary>
internal static class AuditDealsCard
{
    private const int Shown = 5;

    /// <param name="page">From 0.</param>
    public static Card Of(AuditScene scene, AuditCheck check, int page)
    {
        var back = new CardButton("All issues", AuditPageAction.Id, new AuditCall(scene.Scope.Who).Write());
        if (scene.Audit.Lines.FirstOrDefault(line => line.Check == check) is not { Issues: var issues })
        {
            var none = $"{AuditText.Title(check)}: none of {scene.Scope.Whose} deals any more. Well done.";
            return new Card(none, [new CardElement.Paragraph(none)], [back]);
        }

        var first = Math.Clamp(page, 0, (issues.Count - 1) / Shown) * Shown;
        var shown = issues.Skip(first).Take(Shown).ToList();
        var title = $"{AuditText.Title(check)}: {CountText.Number(issues.Count)} of {scene.Scope.Whose} deals";
        List<CardElement> elements = [new CardElement.Heading(title)];
        List<CardButton> buttons = [];
        foreach (var (at, issue) in shown.Index())
        {
            var owner = scene.Scope.HasReps ? $" · {scene.NameOf(issue.Deal.Owner)}" : "";
            elements.Add(new CardElement.Paragraph($"{CountText.Number(first + at + 1)}. {FindingText.Title(issue.Deal, scene.Company)}{owner}: {AuditText.Evidence(issue, scene.Company)}"));
            buttons.AddRange(AuditFixes.Of(issue, first + at + 1, DealRights.MayWrite(scene.Reader, issue.Deal, scene.Snapshot, scene.Company), scene.Company, scene.Audit.Day));
        }

        var range = issues.Count > Shown ? $"{CountText.Number(first + 1)}–{CountText.Number(first + shown.Count)} of {CountText.Number(issues.Count)} · " : "";
        elements.Add(new CardElement.Note($"{range}To do: {AuditText.Fix(check)}. What a button changes can be undone for 24 hours."));
        if (first + Shown < issues.Count)
        {
            buttons.Add(new CardButton("Next", AuditPageAction.Id, new AuditCall(scene.Scope.Who, check, (first / Shown) + 1).Write()));
        }

        buttons.Add(back);
        return new Card(title, elements, buttons);
    }
}
