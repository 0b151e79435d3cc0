using System.Collections.Frozen;

namespace RevBot.Intents.Slots;

/// <summary>The endings of company names that people leave out when they speak: Inc, GmbH, Ltd …</summary>
public static class LegalSuffixes
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "llp", "lp", "plc", "gmbh", "ag", "kg", "se", "sa", "sas", "sarl",
        "srl", "spa", "bv", "nv", "oy", "oyj", "ab", "aps", "pty", "pte", "kk", "group", "holding", "holdings",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string word) => Words.Contains(word);
}
