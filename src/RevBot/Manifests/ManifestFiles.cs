namespace RevBot.Manifests;

/// <summary>How the written files are called where nothing else is said, so that <c>doctor</c> finds them again.</summary>
internal static class ManifestFiles
{
    public const string Teams = "revbot-teams.zip";
    public const string Slack = "revbot-slack.yaml";
}
