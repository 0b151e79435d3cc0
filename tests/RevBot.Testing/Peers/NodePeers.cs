using System.Diagnostics;

namespace RevBot.Testing.Peers;

/// <summary>The platforms' own clients, from npm: installed by <c>npm ci</c> in <c>tests/peers</c> and run with Node.</summary>
public static class NodePeers
{
    private static readonly string[] NodePlaces = ["/usr/bin/node", "/usr/local/bin/node"];

    /// <summary>The folder they are installed from.</summary>
    public static string Folder { get; } = Find();

    /// <summary>Null when they are there.</summary>
    public static string? WhyMissing =>
        NodeProgram is null ? "needs Node 20 (apt-get install nodejs npm)"
        : Directory.Exists(Path.Combine(Folder, "node_modules", "adaptivecards")) ? null
        : "needs the platforms' own clients: npm ci --ignore-scripts in tests/peers";

    private static string? NodeProgram { get; } = NodePlaces
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "node")))
        .FirstOrDefault(File.Exists);

    /// <summary>How a script of this folder, or a file of a package in it, is run.</summary>
    /// <param name="script">Relative to <see cref="Folder"/>.</param>
    public static ProcessStartInfo Prepare(string script, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(NodeProgram ?? throw new InvalidOperationException(WhyMissing))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Folder,
        };
        start.ArgumentList.Add(Path.Combine(Folder, script));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RevBot.sln")))
            {
                return Path.Combine(folder.FullName, "tests", "peers");
            }
        }

        throw new InvalidOperationException("RevBot.sln was not found above the tests.");
    }
}
