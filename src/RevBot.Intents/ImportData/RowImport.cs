using RevBot.Pipeline;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.ImportData;

/// <summary>What is particular to one kind of file. The file is read twice: looked at as a whole, then taken row by row.</summary>
internal abstract class RowImport(ImportSession session)
{
    protected ImportSession Session { get; } = session;

    /// <summary>First pass: sees a row, changes nothing.</summary>
    public virtual void Look(ImportRow row)
    {
    }

    /// <summary>Between the passes: what the file teaches about the company, or null; a refusal stops the import.</summary>
    public virtual (CompanyProfile? Learned, bool Stages, string? Refusal) Learn() => (null, false, null);

    /// <summary>Second pass: takes the row, or notes its problems on it.</summary>
    public abstract void Take(ImportRow row);

    /// <summary>After the last row.</summary>
    public virtual Task FinishAsync(IPipelineReader reader, CancellationToken cancellationToken) => Task.CompletedTask;
}
