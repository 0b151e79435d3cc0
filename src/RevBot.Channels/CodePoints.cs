using System.Text;

namespace RevBot.Channels;

/// <summary>Measures and cuts text in code points, so that an emoji is one and is never torn.</summary>
internal static class CodePoints
{
    /// <summary>What the dearest code point takes; text so short that it fits whatever it is made of need not be measured.</summary>
    private const int MostCost = 6;

    public static int Count(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                count--;
            }
        }

        return count;
    }

    /// <summary>At most <paramref name="max"/> code points, the last an ellipsis when something was cut.</summary>
    public static string Cut(string text, int max)
    {
        if (text.Length <= max || Count(text) <= max)
        {
            return text;
        }

        var end = 0;
        for (var left = max - 1; left > 0; left--)
        {
            end += char.IsHighSurrogate(text[end]) && end + 1 < text.Length && char.IsLowSurrogate(text[end + 1]) ? 2 : 1;
        }

        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }

    /// <summary>Pieces whose cost stays within <paramref name="max"/>, cut at line ends if possible, else between words, else anywhere but inside a code point.</summary>
    /// <param name="cost">What a code point will take once it is written (an escaped one takes more, at most <see cref="MostCost"/>).</param>
    public static IReadOnlyList<string> Split(string text, int max, Func<Rune, int> cost)
    {
        if (text.Length <= max / MostCost)
        {
            return string.IsNullOrWhiteSpace(text) ? [] : [text.TrimEnd()];
        }

        var pieces = new List<string>();
        var (start, position, used, line, word) = (0, 0, 0, -1, -1);
        while (position < text.Length)
        {
            Rune.DecodeFromUtf16(text.AsSpan(position), out var rune, out var consumed);
            var price = cost(rune);
            if (used + price > max && position > start)
            {
                var end = line > start ? line : word > start ? word : position;
                Keep(text.AsSpan(start, end - start));
                start = end < position && end is not 0 ? end + 1 : end;
                (position, used, line, word) = (start, 0, -1, -1);
                continue;
            }

            if (rune.Value == '\n')
            {
                line = position;
            }
            else if (rune.Value == ' ')
            {
                word = position;
            }

            used += price;
            position += consumed;
        }

        Keep(text.AsSpan(start));
        return pieces;

        void Keep(ReadOnlySpan<char> piece)
        {
            if (!piece.IsWhiteSpace())
            {
                pieces.Add(piece.TrimEnd().ToString());
            }
        }
    }
}
