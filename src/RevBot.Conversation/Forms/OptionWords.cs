using System.Globalization;

namespace RevBot.Conversation.Forms;

/// <summary>Finds the option somebody means by its number, its label, the unique start of it, or the label with one typo.</summary>
internal static class OptionWords
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>The place in <paramref name="labels"/>, or null when none or several are meant.</summary>
    public static int? Find(IReadOnlyList<string> labels, string said)
    {
        var text = said.Trim().TrimEnd('.', ')', '!', '?');
        return Only(labels, label => string.Equals(label, text, StringComparison.OrdinalIgnoreCase))
            ?? Number(text) switch
            {
                { } number when number >= 1 && number <= labels.Count => number - 1,
                _ when text.Length < 3 => null,
                _ => Only(labels, label => label.StartsWith(text, StringComparison.OrdinalIgnoreCase)) ?? Only(labels, label => IsTypo(label, text)),
            };
    }

    /// <summary>"2", "2.", "option 2", "the second one".</summary>
    public static int? Number(string said)
    {
        var words = said.Trim().TrimEnd('.', ')', '!', '?').TrimStart('(', '[').TrimEnd(']').ToLowerInvariant()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word is not ("option" or "number" or "the" or "one"))
            .ToArray();
        if (words is not [var word])
        {
            return null;
        }

        return Array.IndexOf(Ordinals, word) is >= 0 and var place ? place + 1
            : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : null;
    }

    private static int? Only(IReadOnlyList<string> labels, Func<string, bool> matches)
    {
        var found = Enumerable.Range(0, labels.Count).Where(at => matches(labels[at])).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>One letter wrong, missing, too many, or two swapped, in labels of five letters or more.</summary>
    private static bool IsTypo(string label, string text)
    {
        var (a, b) = (label.ToUpperInvariant(), text.ToUpperInvariant());
        if (a.Length < 5 || Math.Abs(a.Length - b.Length) > 1)
        {
            return false;
        }

        var same = 0;
        while (same < a.Length && same < b.Length && a[same] == b[same])
        {
            same++;
        }

        var (restA, restB) = (a[same..], b[same..]);
        return Tail(restA, 1) == Tail(restB, 1)
            || Tail(restA, 1) == restB
            || restA == Tail(restB, 1)
            || (restA.Length > 1 && restB.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..] == restB[2..]);
    }

    private static string Tail(string text, int from) => text.Length <= from ? "" : text[from..];
}
