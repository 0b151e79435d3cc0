namespace RevBot.Storage.Upkeep;

/// <summary>Copies the store while it is in use.</summary>
public sealed class StoreBackup
{
    private readonly ISqlDatabase _database;

    internal StoreBackup(ISqlDatabase database) => _database = database;

    /// <summary>Writes a copy as of one moment. A copy that was interrupted leaves no file of that name.</summary>
    /// <exception cref="InvalidOperationException">There is a file of that name.</exception>
    public async Task BackupAsync(string file, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(file);
        if (File.Exists(target) || Directory.Exists(target))
        {
            throw new InvalidOperationException($"{target} is there already, and a backup overwrites nothing. Name another file.");
        }

        if (Path.GetDirectoryName(target) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var unfinished = target + ".unfinished";
        File.Delete(unfinished);
        try
        {
            await Task.Run(() => CopyDurably(unfinished), cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            File.Move(unfinished, target, overwrite: false);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private void CopyDurably(string file)
    {
        _database.CopyTo(file);
        using var copy = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        copy.Flush(flushToDisk: true);
    }
}
