namespace RevBot.Channels.Teams;

/// <summary>Addresses and names of one of Microsoft's clouds: who signs what comes in, and where what goes out is allowed to go.</summary>
public sealed record TeamsCloud
{
    public static readonly TeamsCloud Public = new()
    {
        Name = "Public",
        Issuer = "https://api.botframework.com",
        OpenIdMetadataUrl = new Uri("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        LoginUrl = new Uri("https://login.microsoftonline.com/"),
        Resource = "https://api.botframework.com",
        SharedTenant = "botframework.com",
        DefaultService = "https://smba.trafficmanager.net/teams/",
        ServiceHosts = ["smba.trafficmanager.net", "*.botframework.com", "smba.infra.*.teams.microsoft.com"],
    };

    public static readonly TeamsCloud UsGovernment = new()
    {
        Name = "UsGovernment",
        Issuer = "https://api.botframework.us",
        OpenIdMetadataUrl = new Uri("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        LoginUrl = new Uri("https://login.microsoftonline.us/"),
        Resource = "https://api.botframework.us",
        SharedTenant = "MicrosoftServices.onmicrosoft.us",
        DefaultService = "https://smba.infra.gov.teams.microsoft.us/teams/",
        ServiceHosts = ["*.botframework.us", "*.botframework.azure.us", "smba.infra.*.teams.microsoft.us"],
    };

    public static readonly TeamsCloud China = new()
    {
        Name = "China",
        Issuer = "https://api.botframework.azure.cn",
        OpenIdMetadataUrl = new Uri("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration"),
        LoginUrl = new Uri("https://login.partner.microsoftonline.cn/"),
        Resource = "https://api.botframework.azure.cn",
        ServiceHosts = ["*.botframework.azure.cn"],
    };

    public required string Name { get; init; }

    /// <summary>Who signs the tokens of what comes in; compared exactly.</summary>
    public required string Issuer { get; init; }

    /// <summary>Where that issuer publishes its keys.</summary>
    public required Uri OpenIdMetadataUrl { get; init; }

    /// <summary>Where tokens for what goes out are asked for, under the tenant; ends in a slash.</summary>
    public required Uri LoginUrl { get; init; }

    /// <summary>What those tokens are for; with <c>/.default</c> behind it, the scope.</summary>
    public required string Resource { get; init; }

    /// <summary>The tenant that gives tokens to apps of the multi-tenant kind; null where there are none.</summary>
    public string? SharedTenant { get; init; }

    /// <summary>Where to send when no conversation has said where it is served; null when that cannot be known.</summary>
    public string? DefaultService { get; init; }

    /// <summary>Hosts a conversation may be served by; <c>*</c> stands for what may be between.</summary>
    public required IReadOnlyList<string> ServiceHosts { get; init; }

    public static IReadOnlyList<TeamsCloud> All => [Public, UsGovernment, China];

    /// <summary>The cloud of this name, or null.</summary>
    public static TeamsCloud? Find(string name) => All.FirstOrDefault(cloud => cloud.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    internal bool Serves(string host) => ServiceHosts.Any(pattern => Matches(pattern, host));

    internal static bool Matches(string pattern, string host)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        return star < 0
            ? host.Equals(pattern, StringComparison.OrdinalIgnoreCase)
            : host.Length >= pattern.Length
              && host.AsSpan().StartsWith(pattern.AsSpan(0, star), StringComparison.OrdinalIgnoreCase)
              && host.AsSpan().EndsWith(pattern.AsSpan(star + 1), StringComparison.OrdinalIgnoreCase);
    }
}
