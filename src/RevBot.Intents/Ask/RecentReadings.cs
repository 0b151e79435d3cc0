using System.Runtime.CompilerServices;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Ask;

/// <summary>Keeps what sentences were read as until the data, the company or the day change: a person asks the same again in the same words, and a button asks what its card asked. A singleton.</summary>
public sealed class RecentReadings
{
    private const int Kept = 2_048;

    /// <summary>Nobody writes a long message twice.</summary>
    private const int LongestKept = 200;

    private readonly DataMemo<(string Text, string What, PersonId? Me, DateOnly Today), object?> _memo = new(Kept);

    /// <param name="read">Depends on nothing but what is given here.</param>
    /// <param name="what">Tells the readings of one sentence apart.</param>
    internal T Of<T>(string text, PipelineSnapshot snapshot, CompanyProfile company, Person? me, DateOnly today, Func<T> read, [CallerMemberName] string what = "") =>
        text.Length > LongestKept ? read() : (T)_memo.Of((text, what, me?.Id, today), snapshot, company, () => read())!;
}
