using System.Globalization;
using RevBot.Intents.AssistedReading;

namespace RevBot.Models;

/// <summary>Which model may help to read sentences: none, unless it is named (<c>REVBOT_MODEL_PROVIDER</c> … or <c>RevBot:Model:*</c>). The key comes from the environment alone, so that it stands in no file.</summary>
internal sealed record ModelOptions
{
    public const string Section = "RevBot:Model";
    public const string ProviderVariable = "REVBOT_MODEL_PROVIDER";
    public const string UrlVariable = "REVBOT_MODEL_URL";
    public const string NameVariable = "REVBOT_MODEL_NAME";
    public const string KeyVariable = "REVBOT_MODEL_KEY";
    public const string CallsVariable = "REVBOT_MODEL_CALLS_A_MINUTE";
    public const string ShareVariable = "REVBOT_MODEL_SHARE_NAMES";

    private const int DefaultCalls = 6;
    private const int MostCalls = 60;

    /// <summary>As written: <c>openai</c> or <c>anthropic</c>.</summary>
    public string? ProviderName { get; init; }

    /// <summary>As written: the address up to and with its version, <c>https://api.openai.com/v1</c>.</summary>
    public string? Address { get; init; }

    /// <summary>The model's name at the provider.</summary>
    public string? Name { get; init; }

    public string? Key { private get; init; }

    /// <summary>True when a key stands in the settings and not in the environment.</summary>
    public bool HasKeyInSettings { get; init; }

    public string? Calls { get; init; }

    public string? Share { get; init; }

    public bool IsConfigured => ProviderName is not null || Address is not null || Name is not null;

    public bool HasKey => Key is not null;

    public ModelProvider? Provider => ProviderName?.ToUpperInvariant() switch
    {
        "OPENAI" => ModelProvider.OpenAi,
        "ANTHROPIC" => ModelProvider.Anthropic,
        _ => null,
    };

    /// <summary>Ends in a slash, so that paths are put behind it; null when it is no address.</summary>
    public Uri? Url => Uri.TryCreate((Address ?? (Provider == ModelProvider.Anthropic ? "https://api.anthropic.com/v1" : "https://api.openai.com/v1")).TrimEnd('/') + "/", UriKind.Absolute, out var url) ? url : null;

    public AssistedReadingOptions Reading => new()
    {
        CallsAMinute = CallsRead ?? DefaultCalls,
        SharesNames = Share is not null && Share.Equals("true", StringComparison.OrdinalIgnoreCase),
    };

    private int? CallsRead => int.TryParse(Calls, NumberStyles.None, CultureInfo.InvariantCulture, out var calls) && calls is > 0 and <= MostCalls ? calls : null;

    public static ModelOptions From(IConfiguration configuration) => From(configuration, Environment.GetEnvironmentVariable(KeyVariable));

    /// <param name="key">What the environment says.</param>
    public static ModelOptions From(IConfiguration configuration, string? key)
    {
        var written = Get(KeyVariable, "Key") ?? Get(null, "ApiKey");
        key = string.IsNullOrWhiteSpace(key) ? null : key.Trim();
        return new ModelOptions
        {
            ProviderName = Get(ProviderVariable, "Provider"),
            Address = Get(UrlVariable, "Url"),
            Name = Get(NameVariable, "Name"),
            Calls = Get(CallsVariable, "CallsAMinute"),
            Share = Get(ShareVariable, "ShareNames"),
            Key = key,
            HasKeyInSettings = written is not null && written != key,
        };

        string? Get(string? variable, string setting) => Given(variable is null ? null : configuration[variable]) ?? Given(configuration[$"{Section}:{setting}"]);
    }

    /// <summary>What is wrong with the settings, each with its fix; empty when all is well.</summary>
    public IReadOnlyList<string> FindProblems()
    {
        var problems = new List<string>();
        if (Provider is null)
        {
            problems.Add(ProviderName is null
                ? $"{ProviderVariable} is missing: set it to openai (OpenAI and every server that speaks its chat completions) or anthropic."
                : $"{ProviderVariable} is \"{ProviderName}\": it must be openai or anthropic.");
        }

        if (Name is null)
        {
            problems.Add($"{NameVariable} is missing: set it to the model's name at the provider.");
        }

        if (Url is not { } url || (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)) || url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            problems.Add($"{UrlVariable} must be an https address such as https://api.openai.com/v1, without name, password or query (http only for this machine), because messages and the key are sent there.");
        }
        else if (Key is null && !url.IsLoopback)
        {
            problems.Add($"{KeyVariable} is not set: set it in the environment of the process.");
        }

        if (HasKeyInSettings)
        {
            problems.Add($"The model's key stands in the settings: take it out there and set {KeyVariable} in the environment of the process. A key in a file is soon a key in a repository.");
        }

        if (Key is not null && Key.Any(sign => char.IsControl(sign) || sign > 126))
        {
            problems.Add($"{KeyVariable} has signs that no key has; set it again, in one line.");
        }

        if (Calls is not null && CallsRead is null)
        {
            problems.Add($"{CallsVariable} must be a number from 1 to {MostCalls}.");
        }

        if (Share is not null && !bool.TryParse(Share, out _))
        {
            problems.Add($"{ShareVariable} must be true or false.");
        }

        return problems;
    }

    /// <summary>Puts the key where the provider looks for it, and nowhere else.</summary>
    public void Sign(HttpRequestMessage request)
    {
        if (Key is null)
        {
            return;
        }

        if (Provider == ModelProvider.Anthropic)
        {
            request.Headers.TryAddWithoutValidation("x-api-key", Key);
        }
        else
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Key}");
        }
    }

    /// <summary>Never with the key.</summary>
    public override string ToString() => $"{ProviderName} {Name} at {Url}";

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
