using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace RevBot.Channels.Teams.Auth;

/// <summary>The keys the Bot Framework publishes: read daily, and once more when a token names one that is not known yet. What was read stands until something newer was; without any, nothing is believed.</summary>
/// <remarks>The framework's own configuration cache reads in the background and refuses the first tokens after a change of keys.</remarks>
internal sealed partial class SigningKeys(HttpClient http, IOptions<TeamsOptions> options, TimeProvider time, ILogger<SigningKeys> logger) : IDisposable
{
    private const int FewestKeyBits = 2048;

    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(24);
    private static readonly TimeSpan BetweenSearches = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WhileEmpty = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile FrozenDictionary<string, SigningKey> _keys = FrozenDictionary<string, SigningKey>.Empty;
    private long _refreshAt = long.MinValue;
    private long _searchAt = long.MinValue;

    /// <summary>False while no keys could be read at all: then nobody can be told from anybody.</summary>
    public bool AreKnown => _keys.Count > 0;

    /// <summary>The key of this id as published; null when there is none.</summary>
    public async ValueTask<SigningKey?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcTicks;
        if (_keys.TryGetValue(id, out var known))
        {
            if (now >= Interlocked.Read(ref _refreshAt))
            {
                // What is known goes on being used meanwhile.
                Interlocked.Exchange(ref _refreshAt, now + AfterFailure.Ticks);
                _ = ReadAsync();
            }

            return known;
        }

        await _reading.WaitAsync(cancellationToken);
        try
        {
            // Somebody else may have read them while this one waited.
            if (!_keys.ContainsKey(id) && time.GetUtcNow().UtcTicks >= _searchAt)
            {
                // The first reading is none for a newer key.
                var wereKnown = AreKnown;
                var isRead = await ReadAsync();
                _searchAt = time.GetUtcNow().UtcTicks + (isRead ? wereKnown ? BetweenSearches : TimeSpan.Zero : wereKnown ? AfterFailure : WhileEmpty).Ticks;
            }
        }
        finally
        {
            _reading.Release();
        }

        return _keys.GetValueOrDefault(id);
    }

    public void Dispose() => _reading.Dispose();

    private async Task<bool> ReadAsync()
    {
        try
        {
            using var metadata = JsonDocument.Parse(await http.GetByteArrayAsync(options.Value.MetadataUrl));
            var address = metadata.RootElement.GetProperty("jwks_uri").GetString();
            if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback && options.Value.MetadataUrl.IsLoopback)))
            {
                throw new JsonException("jwks_uri is no https address.");
            }

            var keys = Read(await http.GetStringAsync(url));
            if (keys.Count == 0)
            {
                throw new JsonException("No usable key is published.");
            }

            _keys = keys;
            Interlocked.Exchange(ref _refreshAt, time.GetUtcNow().Add(FreshFor).UtcTicks);
            LogRead(keys.Count);
            return true;
        }
        catch (Exception failure)
        {
            // Whatever comes back instead of keys, those that are known stay, and no others.
            LogNotRead(failure, AreKnown ? "those read before stay in use" : "nothing from Teams is believed until then");
            return false;
        }
    }

    private static FrozenDictionary<string, SigningKey> Read(string json)
    {
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var key in new JsonWebKeySet(json).Keys)
        {
            if (key is { Kty: "RSA", Kid.Length: > 0, N.Length: > 0, E.Length: > 0, Use: null or "" or "sig" } && key.KeySize >= FewestKeyBits)
            {
                var parameters = new RSAParameters { Modulus = Base64UrlEncoder.DecodeBytes(key.N), Exponent = Base64UrlEncoder.DecodeBytes(key.E) };
                keys.TryAdd(key.Kid, new SigningKey(key.Kid, new RsaSecurityKey(parameters) { KeyId = key.Kid }, EndorsementsOf(key)));
            }
        }

        return keys.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenSet<string> EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } endorsements
            ? endorsements.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()).OfType<string>().ToFrozenSet(StringComparer.Ordinal)
            : FrozenSet<string>.Empty;

    [LoggerMessage(Level = LogLevel.Debug, Message = "Read {Count} signing keys of the Bot Framework.")]
    private partial void LogRead(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The signing keys of the Bot Framework could not be read; {Consequence}.")]
    private partial void LogNotRead(Exception failure, string consequence);
}
