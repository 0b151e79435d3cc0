using System.Globalization;
using RevBot.Pipeline.Audits;

namespace RevBot.Intents.AuditDeals;

/// <summary>Which page of which audit is asked for; what a sentence is read as and what the buttons carry.</summary>
/// <param name="Who">Whose deals, in words that <see cref="AuditScope"/> reads; empty for the asker's own.</param>
/// <param name="Check">Whose deals are shown one by one; null for the overview.</param>
/// <param name="Page">From 0.</param>
public sealed record AuditCall(string Who, AuditCheck? Check = null, int Page = 0)
{
    /// <summary>A button's value: page, check and whose, which may hold anything.</summary>
    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Page}|{Check}|{Who}");

    /// <summary>Null for what is none.</summary>
    public static AuditCall? Read(string value)
    {
        var parts = value.Split('|', 3);
        return parts.Length == 3 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? parts[1].Length == 0 ? new AuditCall(parts[2], null, page) : Enum.TryParse<AuditCheck>(parts[1], out var check) && Enum.IsDefined(check) ? new AuditCall(parts[2], check, page) : null
            : null;
    }
}
