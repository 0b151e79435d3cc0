using System.Net.Http.Headers;

namespace RevBot.Channels.Teams.Connector;

/// <summary>A call over HTTP whose faults are told as a <see cref="ConnectorException"/>.</summary>
internal static class ConnectorHttp
{
    /// <summary>The answer with its body, whatever it says; the client's timeout holds for both.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient http, string call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
        }
        catch (HttpRequestException)
        {
            throw new ConnectorException(call, 0, "unreachable");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ConnectorException(call, 0, "timeout");
        }
    }

    /// <param name="code">The platform's word, when the body had one.</param>
    public static ConnectorException Refusal(string call, HttpResponseMessage response, string? code, TimeProvider time)
    {
        var status = (int)response.StatusCode;
        return new ConnectorException(
            call,
            status,
            code is { Length: > 0 } ? code : FormattableString.Invariant($"http_{status}"),
            Wait(response.Headers.RetryAfter, time.GetUtcNow()),
            response.Headers.TryGetValues("MS-CV", out var correlations) ? correlations.FirstOrDefault() : null);
    }

    private static TimeSpan? Wait(RetryConditionHeaderValue? after, DateTimeOffset now) => after switch
    {
        { Delta: { } wait } => wait,
        { Date: { } moment } => moment > now ? moment - now : TimeSpan.Zero,
        _ => null,
    };
}
