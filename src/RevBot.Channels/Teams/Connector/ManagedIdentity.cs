using Microsoft.Extensions.Configuration;

namespace RevBot.Channels.Teams.Connector;

/// <summary>Where a machine in Azure gives out tokens for its own identity: App Service says it in its environment, a virtual machine always has it at the same address.</summary>
/// <param name="Secret">What App Service wants to see in <c>X-IDENTITY-HEADER</c>; null on a virtual machine.</param>
internal sealed record ManagedIdentity(Uri Endpoint, string? Secret)
{
    private static readonly Uri OfVirtualMachines = new("http://169.254.169.254/metadata/identity/oauth2/token");

    public static ManagedIdentity From(IConfiguration configuration) =>
        Uri.TryCreate(configuration["IDENTITY_ENDPOINT"], UriKind.Absolute, out var endpoint) && configuration["IDENTITY_HEADER"] is { Length: > 0 } secret
            ? new ManagedIdentity(endpoint, secret)
            : new ManagedIdentity(OfVirtualMachines, null);

    public HttpRequestMessage Request(string resource, string appId)
    {
        var version = Secret is null ? "2018-02-01" : "2019-08-01";
        var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri(Endpoint, $"?api-version={version}&resource={Uri.EscapeDataString(resource)}&client_id={Uri.EscapeDataString(appId)}"));
        request.Headers.Add(Secret is null ? "Metadata" : "X-IDENTITY-HEADER", Secret ?? "true");
        return request;
    }

    public override string ToString() => Endpoint.ToString();
}
