using System.Text.Json;
using Microsoft.Extensions.Options;
using RevBot.Channels.Teams.Protocol;

namespace RevBot.Channels.Teams.Connector;

/// <summary>The token that goes with every call: asked for once for all who wait for it, kept, and renewed some minutes before it ends.</summary>
internal sealed class ConnectorTokens(HttpClient http, IOptions<TeamsOptions> options, ManagedIdentity identity, TimeProvider time)
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly TeamsOptions _options = options.Value;
    private readonly Lock _gate = new();
    private ConnectorToken? _known;
    private Task<ConnectorToken>? _asking;

    /// <summary>Null when the bot has no app of its own and speaks to an emulator on this machine.</summary>
    public async ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (_options.AppId is null)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var known = _known;
        if (known is not null && now < known.RenewAt)
        {
            return known.Value;
        }

        try
        {
            return (await AskOnce().WaitAsync(cancellationToken)).Value;
        }
        catch (ConnectorException) when (known is not null && now < known.ExpiresAt)
        {
            // It is good for some minutes yet.
            return known.Value;
        }
    }

    /// <summary>The token is not taken any more; unless another one has come since, the next call asks for a new one.</summary>
    public void Drop(string token)
    {
        lock (_gate)
        {
            if (_known?.Value == token)
            {
                _known = null;
            }
        }
    }

    private Task<ConnectorToken> AskOnce()
    {
        lock (_gate)
        {
            // Nobody's own patience ends it: the others wait for it too, and the client has a timeout.
            return _asking ??= AskAsync();
        }
    }

    private async Task<ConnectorToken> AskAsync()
    {
        await Task.Yield();
        try
        {
            var token = await RequestAsync();
            lock (_gate)
            {
                _known = token;
            }

            return token;
        }
        finally
        {
            lock (_gate)
            {
                _asking = null;
            }
        }
    }

    private async Task<ConnectorToken> RequestAsync()
    {
        using var request = Request();
        using var response = await ConnectorHttp.SendAsync(http, ConnectorException.TokenCall, request, CancellationToken.None);
        var answer = Read(await response.Content.ReadAsByteArrayAsync());
        if (!response.IsSuccessStatusCode)
        {
            throw ConnectorHttp.Refusal(ConnectorException.TokenCall, response, CodeOf(answer), time);
        }

        if (answer?.AccessToken is not { Length: > 0 } value)
        {
            throw new ConnectorException(ConnectorException.TokenCall, (int)response.StatusCode, "invalid_answer");
        }

        var now = time.GetUtcNow();
        var end = answer switch
        {
            { ExpiresIn: { } seconds } => now + TimeSpan.FromSeconds(seconds),
            { ExpiresOn: { } moment } => DateTimeOffset.FromUnixTimeSeconds(moment),
            _ => now,
        };
        var life = end - now;
        return new ConnectorToken(value, end, end - (life / 2 < RenewBefore ? life / 2 : RenewBefore));
    }

    private HttpRequestMessage Request() => _options.AppType == TeamsAppType.UserAssignedMSI
        ? identity.Request(_options.Cloud.Resource, _options.AppId ?? string.Empty)
        : new HttpRequestMessage(HttpMethod.Post, _options.TokenUrl)
        {
            Content = new FormUrlEncodedContent(
            [
                new("grant_type", "client_credentials"),
                new("client_id", _options.AppId),
                new("client_secret", _options.AppPassword),
                new("scope", $"{_options.Cloud.Resource}/.default"),
            ]),
        };

    /// <summary>The number of the login's error says more than its word; its sentence may quote what was sent.</summary>
    private static string? CodeOf(TokenAnswer? answer)
    {
        if (answer?.ErrorDescription is { } sentence && sentence.StartsWith("AADSTS", StringComparison.Ordinal))
        {
            var end = sentence.AsSpan(6).IndexOfAnyExceptInRange('0', '9');
            return end > 0 ? sentence[..(6 + end)] : answer.Error;
        }

        return answer?.Error;
    }

    private static TokenAnswer? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, TeamsJson.Default.TokenAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
