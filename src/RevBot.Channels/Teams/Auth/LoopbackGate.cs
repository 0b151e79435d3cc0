using System.Net;
using Microsoft.AspNetCore.Http;

namespace RevBot.Channels.Teams.Auth;

/// <summary>Lets in what comes without a token from an emulator on this machine, and nothing a browser or a proxy could bring along from elsewhere.</summary>
internal static class LoopbackGate
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "Via", "X-Real-IP"];

    /// <summary>Why the request is refused, for the log; null when it may come in.</summary>
    public static string? Refuse(HttpContext context)
    {
        var request = context.Request;
        if (!IsLoopback(context.Connection.RemoteIpAddress) || !IsLoopback(context.Connection.LocalIpAddress))
        {
            return "not from this machine";
        }

        if (request.Headers.Keys.Any(name => name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase) || ProxyHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            return "brought by a proxy";
        }

        // A name that a stranger lets point here would reach us too.
        if (!IsLocalName(request.Host.Host))
        {
            return "asked for by another name than this machine's own";
        }

        if (!request.HasJsonContentType())
        {
            return "not sent as JSON, as any page could";
        }

        return request.Headers.Origin.All(origin => Uri.TryCreate(origin, UriKind.Absolute, out var url) && IsLocalName(url.Host)) ? null : "sent by a page from elsewhere";
    }

    internal static bool IsLocalName(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host is "127.0.0.1" or "[::1]";

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
