using Microsoft.Extensions.Configuration;
using RevBot.Channels.Teams.Auth;

namespace RevBot.Channels.Teams;

/// <summary>How the bot is known to Microsoft Teams, under the names people know (<c>MicrosoftAppId</c>) or <c>RevBot:Teams:*</c>.</summary>
public sealed class TeamsOptions
{
    public const string Section = "RevBot:Teams";

    private readonly List<string> _unreadable = [];

    /// <summary>The bot's application (client) id: what tokens from Teams are made out to.</summary>
    public string? AppId { get; set; }

    /// <summary>The client secret; a managed identity has none.</summary>
    public string? AppPassword { get; set; }

    public TeamsAppType AppType { get; set; } = TeamsAppType.SingleTenant;

    /// <summary>The organisation the app belongs to.</summary>
    public string? TenantId { get; set; }

    /// <summary>Other organisations whose people may talk to the bot.</summary>
    public IReadOnlyList<string> AllowedTenants { get; set; } = [];

    public TeamsCloud Cloud { get; set; } = TeamsCloud.Public;

    /// <summary>Instead of the cloud's own address.</summary>
    public Uri? OpenIdMetadataUrl { get; set; }

    /// <summary>Instead of the cloud's own address; ends in a slash.</summary>
    public Uri? LoginUrl { get; set; }

    /// <summary>Hosts beside the cloud's own that may serve conversations; one on this machine may do so without TLS.</summary>
    public IReadOnlyList<string> ConnectorHosts { get; set; } = [];

    /// <summary>Takes what comes without a token from Microsoft's emulators on this machine; for development only.</summary>
    public bool AllowAnonymousLoopback { get; set; }

    /// <summary>Where the process is to listen that other machines can reach.</summary>
    internal IReadOnlyList<string> OpenAddresses { get; private set; } = [];

    /// <summary>True when a Teams app is set up, which is more than an emulator on this machine.</summary>
    public bool IsConfigured => AppId is not null || AppPassword is not null;

    /// <summary>Whether anything that speaks Teams is wanted.</summary>
    public bool IsOpen => IsConfigured || AllowAnonymousLoopback;

    public Uri MetadataUrl => OpenIdMetadataUrl ?? Cloud.OpenIdMetadataUrl;

    /// <summary>Where the token for what goes out is asked for.</summary>
    public Uri TokenUrl => new(LoginUrl ?? Cloud.LoginUrl, $"{(AppType == TeamsAppType.MultiTenant ? Cloud.SharedTenant ?? TenantId : TenantId)}/oauth2/v2.0/token");

    /// <summary>Whether people of this organisation may talk to the bot.</summary>
    public bool Admits(string? tenant) =>
        tenant is { Length: > 0 }
        && (tenant.Equals(TenantId, StringComparison.OrdinalIgnoreCase) || AllowedTenants.Contains(tenant, StringComparer.OrdinalIgnoreCase));

    /// <summary>The address when the bot may send there, which is asked again each time before it does; null for all others.</summary>
    public Uri? FindService(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            return null;
        }

        var isHttps = url.Scheme == Uri.UriSchemeHttps;
        var isHere = url.IsLoopback && (isHttps || url.Scheme == Uri.UriSchemeHttp);
        if (AllowAnonymousLoopback)
        {
            return isHere ? url : null;
        }

        var isNamed = ConnectorHosts.Any(host => TeamsCloud.Matches(host, url.Host));
        var isMicrosofts = isHttps && url.IsDefaultPort && url.HostNameType == UriHostNameType.Dns && !url.IsLoopback && (isNamed || Cloud.Serves(url.Host));
        return isMicrosofts || (isNamed && isHere) ? url : null;
    }

    /// <summary>What is wrong with the settings, each with its fix; empty when all is well.</summary>
    public IReadOnlyList<string> FindProblems()
    {
        var problems = new List<string>(_unreadable);
        if (AllowAnonymousLoopback)
        {
            if (IsConfigured)
            {
                problems.Add($"{Section}:AllowAnonymousLoopback is for Microsoft's emulators and cannot stand beside MicrosoftAppId or MicrosoftAppPassword: remove the one or the others.");
            }

            return problems;
        }

        if (AppId is null)
        {
            problems.Add("MicrosoftAppId is missing: copy the Application (client) ID of your bot's app registration.");
        }

        if (AppType == TeamsAppType.UserAssignedMSI ? AppPassword is not null : AppPassword is null)
        {
            problems.Add(AppPassword is null
                ? "MicrosoftAppPassword is missing: make a client secret for the app registration and copy its value (not its id)."
                : "MicrosoftAppPassword is set, but a bot of MicrosoftAppType UserAssignedMSI has no secret: remove it.");
        }

        if (TenantId is null && (AppType != TeamsAppType.MultiTenant || AllowedTenants.Count == 0))
        {
            problems.Add("MicrosoftAppTenantId is missing: copy the Directory (tenant) ID of your organisation; only its people may talk to the bot.");
        }

        if (AppType == TeamsAppType.MultiTenant && Cloud.SharedTenant is null)
        {
            problems.Add($"MicrosoftAppType MultiTenant is not known in the cloud {Cloud.Name}: set SingleTenant or UserAssignedMSI.");
        }

        CheckAddress(OpenIdMetadataUrl, nameof(OpenIdMetadataUrl), "whoever answers there decides who is believed");
        CheckAddress(LoginUrl, nameof(LoginUrl), "the secret is sent there");
        problems.AddRange(ConnectorHosts.Where(host => Uri.CheckHostName(host.Replace('*', 'x')) == UriHostNameType.Unknown).Select(host =>
            $"{Section}:ConnectorHosts names {host}, which is no host: write one such as smba.trafficmanager.net, without https:// and without a path."));
        problems.AddRange(ConnectorHosts.Where(IsAnybodys).Select(host =>
            $"{Section}:ConnectorHosts names {host}, which may be anybody's, and the bot's token is sent there: write hosts of one organisation, such as *.botframework.com."));
        return problems;

        // What stands behind the star must be a domain somebody owns.
        static bool IsAnybodys(string host) => host.LastIndexOf('*') is >= 0 and var star && !(host.AsSpan(star + 1) is ['.', .. var rest] && rest.Trim('.').Contains('.'));

        void CheckAddress(Uri? url, string name, string why)
        {
            if (url is not null && (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))))
            {
                problems.Add($"{Section}:{name} is no https address: write one (http only for this machine), because {why}.");
            }
        }
    }

    /// <summary>Reads the settings; empty ones count as absent.</summary>
    public static TeamsOptions From(IConfiguration configuration)
    {
        var options = new TeamsOptions();
        options.Read(configuration);
        return options;
    }

    internal void Read(IConfiguration configuration)
    {
        AppId = Get("MicrosoftAppId", nameof(AppId));
        AppPassword = Get("MicrosoftAppPassword", nameof(AppPassword));

        // However an organisation's id is written, it is kept in one way.
        TenantId = Get("MicrosoftAppTenantId", nameof(TenantId))?.ToLowerInvariant();
        AllowedTenants = [.. List(nameof(AllowedTenants)).Select(tenant => tenant.ToLowerInvariant())];
        ConnectorHosts = List(nameof(ConnectorHosts));
        OpenIdMetadataUrl = Address(nameof(OpenIdMetadataUrl), isFolder: false);
        LoginUrl = Address(nameof(LoginUrl), isFolder: true);
        if (Get("MicrosoftAppType", nameof(AppType)) is { } type)
        {
            AppType = Enum.TryParse<TeamsAppType>(type, ignoreCase: true, out var known) && Enum.IsDefined(known)
                ? known
                : Unreadable($"MicrosoftAppType is {type}, which is none: write {string.Join(" or ", Enum.GetNames<TeamsAppType>())}.", TeamsAppType.SingleTenant);
        }

        if (Get(null, nameof(Cloud)) is { } cloud)
        {
            Cloud = TeamsCloud.Find(cloud) ?? Unreadable($"{Section}:Cloud is {cloud}, which is none: write {string.Join(" or ", TeamsCloud.All.Select(known => known.Name))}.", TeamsCloud.Public);
        }

        if (Get(null, nameof(AllowAnonymousLoopback)) is { } allow)
        {
            AllowAnonymousLoopback = bool.TryParse(allow, out var isAllowed) ? isAllowed : Unreadable($"{Section}:AllowAnonymousLoopback is {allow}: write true or false.", false);
        }

        // Endpoints of Kestrel's own section hold instead of the addresses.
        OpenAddresses = [.. (configuration["urls"] ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>())
            .Where(address => !Uri.TryCreate(address, UriKind.Absolute, out var url) || !LoopbackGate.IsLocalName(url.Host))];

        string? Get(string? known, string key) => PlatformSetting.Read(configuration, known, $"{Section}:{key}");

        // One text with commas, as an environment variable has it, or a list.
        IReadOnlyList<string> List(string key) => Get(null, key) is { } text
            ? text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [.. configuration.GetSection($"{Section}:{key}").GetChildren().Select(child => child.Value?.Trim()).OfType<string>().Where(value => value.Length > 0)];

        Uri? Address(string key, bool isFolder) => Get(null, key) is { } text
            ? new Uri(isFolder && !text.EndsWith('/') ? text + "/" : text, UriKind.RelativeOrAbsolute)
            : null;
    }

    private T Unreadable<T>(string problem, T instead)
    {
        _unreadable.Add(problem);
        return instead;
    }
}
