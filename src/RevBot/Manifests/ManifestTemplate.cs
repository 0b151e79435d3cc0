using System.Text;

namespace RevBot.Manifests;

/// <summary>The manifests of the repository, carried in the program, so that what is written here is what stands there with the admin's values.</summary>
internal static class ManifestTemplate
{
    private const string Domain = "revbot.example.com";
    private const string AppId = "00000000-0000-0000-0000-000000000000";

    /// <summary>What is told apart when an app is updated: Teams takes a package anew only with a higher one.</summary>
    private const string Version = "\"version\": \"1.0.0\"";

    /// <summary>The Teams manifest of an app.</summary>
    public static string Teams(Guid appId, string domain, string version) => Text("teams/manifest.json")
        .Replace(AppId, appId.ToString("D"), StringComparison.Ordinal)
        .Replace(Domain, domain, StringComparison.Ordinal)
        .Replace(Version, $"\"version\": \"{version}\"", StringComparison.Ordinal);

    /// <summary>The Slack manifest of an app that is called at its address, or of one that connects by itself.</summary>
    /// <param name="domain">Null for Socket Mode, where Slack calls no address.</param>
    public static string Slack(string? domain)
    {
        var lines = Text("slack/manifest.yaml").Split('\n').SkipWhile(line => line.StartsWith('#'));
        return domain is not null
            ? string.Join('\n', lines).Replace(Domain, domain, StringComparison.Ordinal)
            : string.Join('\n', lines.Where(line => !line.Contains(Domain, StringComparison.Ordinal))).Replace("socket_mode_enabled: false", "socket_mode_enabled: true", StringComparison.Ordinal);
    }

    public static byte[] Bytes(string name)
    {
        using var stream = typeof(ManifestTemplate).Assembly.GetManifestResourceStream($"manifests/{name}") ?? throw new InvalidOperationException($"manifests/{name} is not in the program.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static string Text(string name) => Encoding.UTF8.GetString(Bytes(name)).ReplaceLineEndings("\n");
}
