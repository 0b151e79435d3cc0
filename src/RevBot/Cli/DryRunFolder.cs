using RevBot.Hosting;
using RevBot.Storage.Upkeep;

namespace RevBot.Cli;

/// <summary>A throw-away copy of a data folder: what a dry run writes into.</summary>
internal sealed class DryRunFolder : IDisposable
{
    private DryRunFolder(DataFolder folder) => Folder = folder;

    public DataFolder Folder { get; }

    public static async Task<DryRunFolder> CopyAsync(DataFolder folder, CancellationToken cancellationToken)
    {
        var copy = DataFolder.Open(Directory.CreateTempSubdirectory("revbot-dry-run-").FullName);
        await using var tools = Tools.Open(folder);
        await tools.Services.GetRequiredService<StoreBackup>().BackupAsync(copy.Store, cancellationToken);
        if (File.Exists(folder.Company))
        {
            File.Copy(folder.Company, copy.Company);
        }

        return new DryRunFolder(copy);
    }

    public void Dispose() => Directory.Delete(Folder.Path, recursive: true);
}
