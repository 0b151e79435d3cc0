using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Reads amounts written in words: "half a million", "two hundred thousand", "seventy five grand", "a quarter of a million".</summary>
internal static class SpelledAmount
{
    /// <summary>The amount that begins with a word and how many words it is; null when none does. A scale must be said, or any number would be one.</summary>
    public static (decimal Amount, int Count)? Read(Sentence sentence, int at)
    {
        var next = at;
        var value = Part(sentence, ref next) ?? Number(sentence, ref next);
        if (value is not { } number)
        {
            return null;
        }

        if (sentence[next] == "and" && sentence[next + 1] == "a" && sentence[next + 2] == "half")
        {
            (number, next) = (number + .5m, next + 3);
        }

        if (sentence[next] is "hundred")
        {
            (number, next) = (number * 100, next + 1);
            if (sentence[next] == "and" && CalendarWords.Number(sentence[next + 1]) is { } rest && Scale(sentence[next + 2]) is not null)
            {
                (number, next) = (number + rest, next + 2);
            }
        }

        if (Scale(sentence[next]) is not { } scale)
        {
            return null;
        }

        next++;
        next += sentence[next] is "dollar" or "dollars" or "bucks" or "usd" ? 1 : 0;
        return (number * scale, next - at);
    }

    /// <summary>"half a", "a quarter of a".</summary>
    private static decimal? Part(Sentence sentence, ref int next)
    {
        var at = next + (sentence[next] == "a" ? 1 : 0);
        decimal? part = sentence[at] switch { "half" => .5m, "quarter" => .25m, _ => null };
        if (part is null)
        {
            return null;
        }

        at++;
        at += sentence[at] == "of" ? 1 : 0;
        at += sentence[at] is "a" or "an" ? 1 : 0;
        if (Scale(sentence[at]) is not 1_000_000 and not 1_000_000_000)
        {
            return null;
        }

        next = at;
        return part;
    }

    private static decimal? Number(Sentence sentence, ref int next)
    {
        if (char.IsDigit(sentence[next].FirstOrDefault()) || CalendarWords.Number(sentence[next]) is not { } number)
        {
            return null;
        }

        next++;
        if (number == 1 && sentence[next] is "couple" or "few" && CalendarWords.Number(sentence[next]) is { } several)
        {
            (number, next) = (several, next + 1);
            next += sentence[next] == "of" ? 1 : 0;
        }
        else if (number is >= 20 and < 100 && CalendarWords.Number(sentence[next]) is { } units and > 0 and < 10 && !char.IsDigit(sentence[next][0]))
        {
            (number, next) = (number + units, next + 1);
        }

        return number;
    }

    private static decimal? Scale(string word) => word switch
    {
        "thousand" or "thousands" or "grand" or "k" => 1_000,
        "million" or "millions" or "mil" or "mill" or "mio" or "m" => 1_000_000,
        "billion" or "bn" => 1_000_000_000,
        _ => null,
    };
}
