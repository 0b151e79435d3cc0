using System.Buffers;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Slots;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Tells the money a number is told in ("bookings this year, usd") from the money deals are priced in ("USD deals", "open pipeline in EUR").</summary>
internal static class ReportingCurrency
{
    private static readonly SearchValues<char> Signs = SearchValues.Create(",()-–—;");

    /// <summary>Takes the company's own currency where it stands for itself between signs or at the end: it says which number, and not which deals.</summary>
    public static void Take(Sentence sentence, List<NameHit> hits, List<LexiconSpan> spans, string currency)
    {
        spans.RemoveAll(span => span is { Kind: LexiconKind.Aspect, Value: "amount" } && sentence[span.End - 1].Equals(currency, StringComparison.OrdinalIgnoreCase) && sentence.Stem(span.End) is "deal" or "opp" or "opportunity" or "contract");
        foreach (var hit in hits.FindAll(hit => hit is { Count: 1, Only.Kind: NameKind.Currency } && hit.First + 1 == sentence.Count && sentence[hit.First - 1] == "not" && hit.First > 1 && Gap(sentence, hit.First - 1).AsSpan().IndexOfAny(Signs) >= 0 && spans.Exists(span => span is { Kind: LexiconKind.Aspect, Value: "count" })))
        {
            // "A headcount of deals, not euros": they are counted.
            hits.Remove(hit);
            spans.RemoveAll(span => span.First == hit.First - 1);
            spans.Add(new LexiconSpan(hit.First - 1, 2, new LexiconEntry(LexiconKind.Small, string.Empty)));
        }

        foreach (var hit in hits.FindAll(hit => hit is { Count: 1, Only: { Kind: NameKind.Currency, Key: var key } } && key == currency && sentence.Words[hit.First].Quote == 0))
        {
            if (hit.First > 0 && Gap(sentence, hit.First).AsSpan().IndexOfAny(Signs) >= 0 && (hit.First + 1 == sentence.Count || Gap(sentence, hit.First + 1).AsSpan().IndexOfAny(Signs) >= 0))
            {
                hits.Remove(hit);
                spans.Add(new LexiconSpan(hit.First, 1, new LexiconEntry(LexiconKind.Aspect, "amount")));
            }
        }
    }

    private static string Gap(Sentence sentence, int at) => sentence.Words[at - 1].End is var end && sentence.Words[at].Start is var start && end < start ? sentence.Text[end..start] : string.Empty;
}
