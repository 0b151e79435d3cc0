using System.Text;

namespace RevBot.Intents.ImportData;

/// <summary>A file's own text as it may stand in a sentence: short, and without what would steer a terminal.</summary>
internal static class Shown
{
    private const int Longest = 80;

    public static string Of(string text)
    {
        if (text.Length <= Longest && !text.Any(char.IsControl))
        {
            return text;
        }

        var shown = new StringBuilder(Longest + 1);
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, Longest)))
        {
            shown.Append(char.IsControl(letter) ? ' ' : letter);
        }

        return text.Length > Longest ? shown.Append('…').ToString() : shown.ToString();
    }
}
