using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace RevBot.Testing.Teams;

/// <summary>The Bot Framework's sign-in service on loopback, with keys of our own: what it publishes, and tokens good and bad.</summary>
public sealed class FakeTokenIssuer : IAsyncDisposable
{
    public const string AppId = FakeConnector.AppId;
    public const string AppPassword = FakeConnector.AppPassword;
    public const string TenantId = FakeConnector.TenantId;
    public const string FirstKey = "key-1";

    /// <summary>Made once for all tests: making one takes longer than most of them.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<RSA>> Made = new();

    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (RSA Key, string[]? Endorsements)> _keys = [];
    private int _keyReads;

    private FakeTokenIssuer(WebApplication app, TimeProvider time)
    {
        _app = app;
        _time = time;
        AddKey(FirstKey, "msteams", "webchat");
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Answers 503 to all, as when the service is out of order.</summary>
    public bool IsDown { get; set; }

    /// <summary>How often the keys were read.</summary>
    public int KeyReads => Volatile.Read(ref _keyReads);

    public static async Task<FakeTokenIssuer> StartAsync(TimeProvider? time = null)
    {
        var app = LoopbackServer.Build();
        var issuer = new FakeTokenIssuer(app, time ?? TimeProvider.System);
        app.MapGet("/v1/.well-known/openidconfiguration", issuer.Metadata);
        app.MapGet("/v1/.well-known/keys", issuer.Keys);
        issuer.Address = await LoopbackServer.StartAsync(app);
        return issuer;
    }

    /// <summary>What a bot must be told to believe this issuer and to be served from loopback.</summary>
    public Dictionary<string, string?> Settings() => new()
    {
        ["MicrosoftAppId"] = AppId,
        ["MicrosoftAppPassword"] = AppPassword,
        ["MicrosoftAppTenantId"] = TenantId,
        ["RevBot:Teams:OpenIdMetadataUrl"] = new Uri(Address, "/v1/.well-known/openidconfiguration").ToString(),
        ["RevBot:Teams:ConnectorHosts"] = "127.0.0.1",
    };

    /// <summary>The same for a process.</summary>
    public Dictionary<string, string?> Environment() => Settings().ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);

    /// <param name="endorsements">Channels it may speak for; none at all leaves the member out.</param>
    public void AddKey(string id, params string[] endorsements)
    {
        lock (_gate)
        {
            _keys[id] = (KeyOf(id), endorsements.Length == 0 ? null : endorsements);
        }
    }

    public void RemoveKey(string id)
    {
        lock (_gate)
        {
            _keys.Remove(id);
        }
    }

    /// <summary>A good token for activities of this service.</summary>
    public string Sign(string service) => Sign(new TokenPlan { Service = service });

    public string Sign(TokenPlan plan)
    {
        var now = _time.GetUtcNow();
        var payload = new JsonObject();
        Put("iss", plan.Issuer);
        Put("aud", plan.Audience);
        Put(plan.ServiceClaim, plan.Service);
        Put("nbf", plan.NotBefore is { } begin ? (now + begin).ToUnixTimeSeconds() : null);
        Put("exp", plan.Expires is { } end ? (now + end).ToUnixTimeSeconds() : null);
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = plan.Algorithm };
        if (plan.KeyId is not null)
        {
            header["kid"] = plan.KeyId;
        }

        var text = $"{Base64(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Base64(Encoding.UTF8.GetBytes(payload.ToJsonString()))}";
        return $"{text}.{Base64(SignatureOf(Encoding.ASCII.GetBytes(text), plan))}";

        void Put(string name, JsonNode? value)
        {
            if (value is not null)
            {
                payload[name] = value;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static RSA KeyOf(string id) => Made.GetOrAdd(id, _ => new Lazy<RSA>(() => RSA.Create(2048))).Value;

    /// <summary>With HMAC the "secret" is what is published of the key: the oldest trick there is.</summary>
    private byte[] SignatureOf(byte[] text, TokenPlan plan)
    {
        RSA key;
        lock (_gate)
        {
            key = plan.IsRogue || plan.KeyId is null || !_keys.TryGetValue(plan.KeyId, out var known) ? KeyOf("rogue") : known.Key;
        }

        lock (key)
        {
            return SignatureOf(text, plan.Algorithm, key);
        }
    }

    private static byte[] SignatureOf(byte[] text, string algorithm, RSA key) => algorithm switch
    {
        "none" => [],
        "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()), text),
        "RS384" => key.SignData(text, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        "PS256" => key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        _ => key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
    };

    private IResult Metadata() => IsDown ? Results.StatusCode(503) : Json(new JsonObject
    {
        ["issuer"] = "https://api.botframework.com",
        ["authorization_endpoint"] = "https://invalid.botframework.com",
        ["jwks_uri"] = new Uri(Address, "/v1/.well-known/keys").ToString(),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
    });

    private IResult Keys()
    {
        if (IsDown)
        {
            return Results.StatusCode(503);
        }

        Interlocked.Increment(ref _keyReads);
        lock (_gate)
        {
            return Json(new JsonObject { ["keys"] = new JsonArray([.. _keys.Select(key => Publish(key.Key, key.Value.Key, key.Value.Endorsements))]) });
        }
    }

    private static JsonObject Publish(string id, RSA key, string[]? endorsements)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        var published = new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = id, ["x5t"] = id, ["n"] = Base64(parameters.Modulus!), ["e"] = Base64(parameters.Exponent!) };
        if (endorsements is not null)
        {
            published["endorsements"] = new JsonArray([.. endorsements.Select(channel => JsonValue.Create(channel))]);
        }

        return published;
    }

    private static IResult Json(JsonObject body) => Results.Text(body.ToJsonString(), "application/json");

    private static string Base64(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
