namespace RevBot.Hosting;

/// <summary>Where one RevBot keeps everything: the store, <c>company.yaml</c> and the lock that says a server is running.</summary>
public sealed class DataFolder
{
    public const string Variable = "REVBOT_DATA";

    private DataFolder(string path) => Path = path;

    public string Path { get; }

    public string Store => System.IO.Path.Combine(Path, "revbot.db");

    public string Company => System.IO.Path.Combine(Path, "company.yaml");

    /// <summary>Exists while somebody asks the running server to read <see cref="Company"/> anew.</summary>
    public string ReloadRequest => System.IO.Path.Combine(Path, "company.reload");

    /// <summary>What the server said to the last request.</summary>
    public string ReloadAnswer => System.IO.Path.Combine(Path, "company.reload.answer");

    /// <summary>True when nothing was ever written here: no store and no <c>company.yaml</c>.</summary>
    public bool IsUnused => !File.Exists(Store) && !File.Exists(Company);

    /// <summary>A folder that is in use already: what only reads leaves no trace in an empty one, so that the first start still finds it empty.</summary>
    /// <exception cref="CommandException">Nothing is there.</exception>
    public static DataFolder Existing(string? given)
    {
        var folder = new DataFolder(PathOf(given));
        return folder.IsUnused
            ? throw new CommandException($"There is nothing in {folder.Path}. Write the demo company with `revbot demo`, or bring your own: `revbot import deals FILE.csv`. Another folder is named with --data DIR or {Variable}.")
            : folder;
    }

    /// <summary>Where the store of a folder would be, for speaking of it.</summary>
    public static string StoreOf(string? given) => new DataFolder(PathOf(given)).Store;

    /// <summary>Makes the folder when it is not there.</summary>
    /// <param name="given">What <c>--data</c> says, or null: then <c>REVBOT_DATA</c>, then <c>./data</c>.</param>
    /// <exception cref="CommandException">The folder cannot be made or written to.</exception>
    public static DataFolder Open(string? given)
    {
        var path = PathOf(given);
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The data folder {path} cannot be made: {error.Message} Name another one with --data DIR or {Variable}.");
        }

        return new DataFolder(path);
    }

    /// <summary>Takes the folder for sending messages; null while another process (a running server) has it. Freed by disposing, or by the end of the process.</summary>
    public IDisposable? TryLock()
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(Path, "revbot.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string PathOf(string? given) => System.IO.Path.GetFullPath(given ?? Environment.GetEnvironmentVariable(Variable) ?? "data");
}
