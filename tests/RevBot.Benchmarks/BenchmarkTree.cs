namespace RevBot.Benchmarks;

/// <summary>Finds the checkout the benchmarks were built from.</summary>
internal static class BenchmarkTree
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RevBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("RevBot.sln was not found above the benchmarks.");
    }
}
