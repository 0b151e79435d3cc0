using System.Text;

namespace RevBot.Pipeline.Audits;

/// <summary>Whether two deals are called the same: without case, signs and the order of words, but for a slip of the finger.</summary>
internal static class NameLikeness
{
    /// <summary>From which share of equal letters on two names are one.</summary>
    public const double Alike = .9;

    /// <summary>"Renewal – Acme!" → "acme renewal".</summary>
    public static string Normalize(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            plain.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        }

        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Array.Sort(words, StringComparer.Ordinal);
        return string.Join(' ', words);
    }

    /// <summary>Names that differ in a number ("Acme 2026", "Acme 2027") are names of two things.</summary>
    /// <param name="one">Normalised, as is <paramref name="other"/>.</param>
    public static bool AreAlike(string one, string other) =>
        one.Length > 0 && (one == other || (DigitsOf(one) == DigitsOf(other) && Share(one, other) >= Alike));

    /// <summary>1 less the share of letters that must be changed, added or taken away to make one the other.</summary>
    public static double Share(string one, string other)
    {
        var longest = Math.Max(one.Length, other.Length);
        if (longest == 0 || Math.Min(one.Length, other.Length) < longest * Alike)
        {
            return longest == 0 ? 1 : 0;
        }

        var before = new int[other.Length + 1];
        var row = new int[other.Length + 1];
        for (var column = 0; column <= other.Length; column++)
        {
            before[column] = column;
        }

        for (var line = 1; line <= one.Length; line++)
        {
            row[0] = line;
            for (var column = 1; column <= other.Length; column++)
            {
                var change = before[column - 1] + (one[line - 1] == other[column - 1] ? 0 : 1);
                row[column] = Math.Min(change, Math.Min(before[column], row[column - 1]) + 1);
            }

            (before, row) = (row, before);
        }

        return 1 - ((double)before[other.Length] / longest);
    }

    private static string DigitsOf(string name) => string.Concat(name.Where(char.IsDigit));
}
