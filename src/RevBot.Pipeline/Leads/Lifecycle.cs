using System.Collections.Frozen;
using System.Text;

namespace RevBot.Pipeline.Leads;

/// <summary>The words of a lead's lifecycle: what CRMs call its stages, and what they are called here.</summary>
public static class Lifecycle
{
    private static readonly (LifecycleStage Stage, string Name, string Words)[] Rows =
    [
        (LifecycleStage.New, "New", "new raw rawlead lead subscriber open opennotcontacted notcontacted unworked untouched unread"),
        (LifecycleStage.Working, "Working", "working workingcontacted contacted inprogress attempted attemptingcontact attemptedtocontact connected engaged"),
        (LifecycleStage.Mql, "MQL", "mql marketingqualified marketingqualifiedlead"),
        (LifecycleStage.Sal, "SAL", "sal accepted salesaccepted salesacceptedlead"),
        (LifecycleStage.Sql, "SQL", "sql qualified salesqualified salesqualifiedlead"),
        (LifecycleStage.Converted, "Converted", "converted closedconverted opportunity opendeal"),
        (LifecycleStage.Customer, "Customer", "customer evangelist"),
        (LifecycleStage.Recycled, "Recycled", "recycled recycle nurture nurturing badtiming returned"),
        (LifecycleStage.Disqualified, "Disqualified", "disqualified unqualified closednotconverted notconverted rejected junk spam invalid"),
    ];

    private static readonly FrozenDictionary<string, LifecycleStage> ByWord = Rows
        .SelectMany(row => row.Words.Split(' ').Select(word => KeyValuePair.Create(word, row.Stage)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>All stages by name, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Rows.Select(row => row.Name)];

    public static string NameOf(LifecycleStage stage) => Rows[(int)stage].Name;

    /// <summary>The stage a CRM's status means; null for a word of the company's own.</summary>
    public static LifecycleStage? OfStatus(string? status) =>
        status is { Length: > 0 } && (ByWord.TryGetValue(status, out var stage) || ByWord.TryGetValue(Letters(status), out stage)) ? stage : null;

    /// <summary>The stage of one of <see cref="Names"/>.</summary>
    public static LifecycleStage? Find(string name) => Rows.FirstOrDefault(row => row.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { Name: not null } found ? found.Stage : null;

    private static string Letters(string status)
    {
        var letters = new StringBuilder(status.Length);
        foreach (var letter in status)
        {
            if (char.IsLetterOrDigit(letter))
            {
                letters.Append(char.ToLowerInvariant(letter));
            }
        }

        return letters.ToString();
    }
}
