namespace RevBot.Tests.House;

/// <summary>Finds the checkout the tests were built from.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RevBot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("RevBot.sln was not found above the tests.");
    }
}
