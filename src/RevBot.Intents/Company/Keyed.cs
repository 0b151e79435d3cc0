using System.Text;

namespace RevBot.Intents.Company;

/// <summary>Makes the lasting key of a thing from its name: "Closed Won" → <c>closed_won</c>.</summary>
internal static class Keyed
{
    public static string From(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var letter in name.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter))
            {
                key.Append(letter);
            }
            else if (key.Length > 0 && key[^1] != '_')
            {
                key.Append('_');
            }
        }

        return key.ToString().TrimEnd('_');
    }
}
