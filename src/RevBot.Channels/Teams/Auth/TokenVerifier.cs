using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace RevBot.Channels.Teams.Auth;

/// <summary>Tells whether the Bot Framework wrote a token, for this bot and for now: signature, issuer, audience, lifetime. Anything short of that is refused.</summary>
internal sealed class TokenVerifier(SigningKeys keys, IOptions<TeamsOptions> options, TimeProvider time)
{
    private const string Scheme = "Bearer ";
    private const int LongestToken = 16 * 1024;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };
    private readonly string _appId = options.Value.AppId ?? string.Empty;
    private readonly string _issuer = options.Value.Cloud.Issuer;

    /// <param name="authorization">The header as it came.</param>
    public async ValueTask<TokenCheck> CheckAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return new TokenCheck.Refused("no token");
        }

        if (_appId.Length == 0 || Read(authorization[Scheme.Length..]) is not { } token)
        {
            return new TokenCheck.Refused("not a token");
        }

        // Before any key is looked for: what names another algorithm or no key is not theirs.
        if (token.Alg != SecurityAlgorithms.RsaSha256 || token.IsEncrypted || string.IsNullOrEmpty(token.Kid))
        {
            return new TokenCheck.Refused("not signed as the Bot Framework signs");
        }

        if (await keys.FindAsync(token.Kid, cancellationToken) is not { } key)
        {
            return keys.AreKnown ? new TokenCheck.Refused("signed with an unknown key") : new TokenCheck.Undecided();
        }

        var result = await _handler.ValidateTokenAsync(token, ParametersFor(key));
        return result.IsValid
            ? new TokenCheck.Genuine(token.TryGetPayloadValue<string>("serviceurl", out var serviceUrl) ? serviceUrl : null, key.Endorsements)
            : new TokenCheck.Refused(result.Exception?.GetType().Name ?? "invalid");
    }

    private JsonWebToken? Read(string text)
    {
        try
        {
            return text.Length <= LongestToken && text.Count(character => character == '.') == 2 ? _handler.ReadJsonWebToken(text) : null;
        }
        catch (Exception failure) when (failure is ArgumentException or SecurityTokenException or FormatException)
        {
            return null;
        }
    }

    private TokenValidationParameters ParametersFor(SigningKey key) => new()
    {
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        IssuerSigningKey = key.Key,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        IssuerValidator = (issuer, _, _) => issuer == _issuer ? issuer : throw new SecurityTokenInvalidIssuerException(),
        AudienceValidator = (audiences, _, _) => audiences.Contains(_appId, StringComparer.OrdinalIgnoreCase),
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) => IsAlive(notBefore, expires),
    };

    private bool IsAlive(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now <= end + Skew && (notBefore is not { } begin || now >= begin - Skew);
    }
}
