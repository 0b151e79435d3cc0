using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Ask.Periods;

/// <summary>Reads lengths of time and what is said before them: "more than 30 days", "over 2 weeks", "90+ days", "a fortnight".</summary>
internal static class Durations
{
    /// <summary>"more than", "over", "at least" …: how many words; 0 for none of them.</summary>
    public static int More(Sentence sentence, int at) => (sentence[at], sentence[at + 1]) switch
    {
        ("more" or "longer" or "greater" or "older" or "better", "than") => 2,
        ("at", "least") => 2,
        ("over" or "above" or "beyond" or "exceeding" or "past" or "atleast" or ">" or ">=", _) => 1,
        _ => 0,
    };

    /// <summary>"less than", "under", "at most" …</summary>
    public static int Less(Sentence sentence, int at) => (sentence[at], sentence[at + 1]) switch
    {
        ("less" or "fewer" or "shorter" or "younger" or "newer", "than") => 2,
        ("at", "most") => 2,
        ("under" or "below" or "within" or "<" or "<=", _) => 1,
        _ => 0,
    };

    /// <summary>The length that begins with a word; "+" and "or more" behind it are its own.</summary>
    public static (int Number, PeriodUnit Unit, int Count, bool IsOpen)? Read(Sentence sentence, int at)
    {
        if (sentence[at] is "fortnight" || (sentence[at] is "a" && sentence[at + 1] is "fortnight"))
        {
            return (2, PeriodUnit.Week, sentence[at] == "a" ? 2 : 1, false);
        }

        if (sentence[at] is "half" && sentence[at + 1] is "a" or "of" && CalendarWords.Unit(sentence.Stem(at + 2)) is PeriodUnit.Year)
        {
            return (6, PeriodUnit.Month, 3, false);
        }

        var word = sentence[at].TrimEnd('+');
        if (CalendarWords.Number(word) is not { } number)
        {
            return null;
        }

        var count = 1;
        if (sentence[at + count] is "couple" or "few" && CalendarWords.Number(sentence[at + count]) is { } several)
        {
            (number, count) = (several, count + 1);
        }

        count += sentence[at + count] == "of" ? 1 : 0;
        count += sentence[at + count] is "calendar" or "full" or "whole" ? 1 : 0;
        if (CalendarWords.Unit(sentence.Stem(at + count)) is not { } unit)
        {
            return null;
        }

        count++;
        var open = word.Length < sentence[at].Length;
        if (sentence[at + count] is "or" or "and" && sentence[at + count + 1] is "more" or "longer" or "over" or "up" or "above")
        {
            (open, count) = (true, count + 2);
        }

        return (number, unit, count, open);
    }

    /// <summary>As days: a month is 30 of them, a quarter 90 and a year 365.</summary>
    public static int Days(int number, PeriodUnit unit) => number * unit switch
    {
        PeriodUnit.Week => 7,
        PeriodUnit.Month => 30,
        PeriodUnit.Quarter => 90,
        PeriodUnit.Half => 182,
        PeriodUnit.Year => 365,
        _ => 1,
    };
}
