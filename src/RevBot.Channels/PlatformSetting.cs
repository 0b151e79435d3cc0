using Microsoft.Extensions.Configuration;

namespace RevBot.Channels;

/// <summary>A setting that has two names: the one people know from the platform's own guides, and ours.</summary>
internal static class PlatformSetting
{
    /// <summary>The value without spaces around it; null when it is empty or not there.</summary>
    /// <param name="known">The platform's name, which goes before ours; null where it has none.</param>
    public static string? Read(IConfiguration configuration, string? known, string path) =>
        (known is null ? null : Given(configuration[known])) ?? Given(configuration[path]);

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
