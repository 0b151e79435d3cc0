namespace RevBot.Manifests;

/// <summary>The values of a Teams app package that stands somewhere.</summary>
internal sealed record PackedApp(string BotId, string Domain, string Version, string Manifest);
