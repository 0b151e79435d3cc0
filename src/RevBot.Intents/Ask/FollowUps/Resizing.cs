using System.Collections.Immutable;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>Gives a bound of the last question another size: "make it 3 weeks" after "not touched for 2 weeks", "make it 80k" after "over 50k".</summary>
internal static class Resizing
{
    private static readonly string[] Ties = ["make", "it", "that", "try", "what", "about", "say", "rather", "instead", "and", "with", "change", "to", "how", "ok", "now", "then", "please", "for"];

    /// <summary>The filters with the new size; null when the sentence says no more than a size that one of them has.</summary>
    public static ImmutableArray<DealFilter>? Of(SentenceParts parts, ImmutableArray<DealFilter> last)
    {
        var sentence = parts.Sentence;
        var at = 0;
        while (Ties.Contains(sentence[at]))
        {
            at++;
        }

        if (at == sentence.Count)
        {
            return null;
        }

        // "More than 60 days" of what stayed longer than 30.
        var bound = sentence[at] is "over" or "beyond" or "past" or "above" ? at + 1 : sentence[at] is "more" or "longer" or "older" or "greater" && sentence[at + 1] == "than" ? at + 2 : sentence[at] == "at" && sentence[at + 1] == "least" ? at + 2 : at;
        if (Durations.Read(sentence, bound) is { } length && EndsAt(sentence, bound + length.Count))
        {
            var days = Durations.Days(length.Number, length.Unit);
            return Changed(last, filter => filter switch
            {
                DealFilter.Untouched untouched => untouched with { Since = parts.Context.Today.AddDays(-days) },
                DealFilter.OpenLonger open => open with { Days = days },
                DealFilter.InStageLonger stage => stage with { Days = days },
                _ => filter,
            });
        }

        // "3 times or more" of what was pushed twice.
        var number = sentence[at] == "at" && sentence[at + 1] == "least" ? at + 2 : at;
        if (CalendarWords.Number(sentence[number]) is > 0 and var times && sentence[number + 1] is "times" or "x" or "pushes" && EndsAt(sentence, sentence[number + 2] is "or" or "and" && sentence[number + 3] is "more" or "over" or "up" ? number + 4 : number + 2))
        {
            return Changed(last, filter => filter is DealFilter.Pushed pushed ? pushed with { Times = times } : filter);
        }

        var start = sentence.Words[at].Start;
        if (AmountWords.Find(sentence.Text, start) is { } amount && amount.Start == start && !sentence.Text[(start + amount.Length)..].Any(char.IsLetterOrDigit) && (amount.Currency is not null || amount.Amount >= 1000))
        {
            return Changed(last, filter => filter switch
            {
                DealFilter.Amount { Min: not null, Max: null } least => least with { Min = amount.Amount },
                DealFilter.Amount { Min: null, Max: not null } most => most with { Max = amount.Amount },
                _ => filter,
            });
        }

        return null;
    }

    private static bool EndsAt(Sentence sentence, int at)
    {
        while (Ties.Contains(sentence[at]))
        {
            at++;
        }

        return at >= sentence.Count;
    }

    private static ImmutableArray<DealFilter>? Changed(ImmutableArray<DealFilter> filters, Func<DealFilter, DealFilter> resize)
    {
        ImmutableArray<DealFilter> changed = [.. filters.Select(resize)];
        return changed.AsSpan().SequenceEqual(filters.AsSpan()) ? null : changed;
    }
}
