using RevBot.Intents.Slots;
using RevBot.Pipeline;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Ask;

/// <summary>Makes what every question needs of the newest snapshot (the index of names, the columns of the deals), so that nobody who asks waits for it. Once it is made, asking again costs nothing.</summary>
public sealed class Readiness(IPipelineReader reader, ICompany company, NameDirectory names)
{
    /// <returns>The snapshot that is ready to be asked.</returns>
    public async Task<PipelineSnapshot> PrepareAsync(CancellationToken cancellationToken)
    {
        var (snapshot, profile) = (await reader.GetSnapshotAsync(null, cancellationToken), company.Profile);
        await Task.WhenAll(
            Task.Run(() => names.For(snapshot, profile), cancellationToken),
            Task.Run(() => MetricCatalog.Prepare(snapshot, profile), cancellationToken));
        return snapshot;
    }
}
