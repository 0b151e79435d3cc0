using RevBot.Conversation.Replies;
using RevBot.Intents.AuditDeals;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts.Digests;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Digests;

/// <summary>The part of a digest that asks why deals were lost: a line, and buttons that open the form.</summary>
internal static class LossQuestions
{
    private const int Named = 3;

    /// <summary>The others are asked about when these are answered.</summary>
    private const int MostButtons = 2;

    public static IEnumerable<CardElement> Lines(DayDigest digest, Person reader, PipelineSnapshot snapshot)
    {
        if (digest.Losses.Count == 0)
        {
            yield break;
        }

        var more = digest.Losses.Count > Named ? $" and {CountText.Number(digest.Losses.Count - Named)} more" : "";
        yield return new CardElement.Paragraph($"Lost, and nobody says why: {string.Join("; ", digest.Losses.Take(Named).Select(loss => Of(loss, reader, snapshot)))}{more}.");
    }

    public static IEnumerable<CardButton> Buttons(DayDigest digest) => digest.Losses.Take(MostButtons).Select(loss => AuditFixes.AskWhyLost(loss.Deal));

    public static string? Summary(DayDigest digest) =>
        digest.Losses.Count == 0 ? null : $"{CountText.Of(digest.Losses.Count, "lost deal")} {(digest.Losses.Count == 1 ? "has" : "have")} no reason";

    private static string Of(UnexplainedLoss loss, Person reader, PipelineSnapshot snapshot)
    {
        var amount = loss.Deal.Amount is { } money ? $", {MoneyText.Brief(money)}" : "";
        var owner = loss.Deal.Owner == reader.Id ? "" : $", {snapshot.OwnerOf(loss.Deal)?.Name ?? "no owner"}";
        return $"{loss.Deal.Name} ({PeriodText.Day(loss.Day)}{amount}{owner})";
    }
}
