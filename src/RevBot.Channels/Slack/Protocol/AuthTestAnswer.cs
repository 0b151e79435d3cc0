using System.Text.Json.Serialization;

namespace RevBot.Channels.Slack.Protocol;

/// <summary>Who we are, by <c>auth.test</c>.</summary>
internal sealed record AuthTestAnswer : ApiAnswer
{
    public string? UserId { get; init; }

    public string? User { get; init; }

    public string? TeamId { get; init; }

    public string? Team { get; init; }

    public string? EnterpriseId { get; init; }

    /// <summary>What the token may do; stands in the answer's header, not in its body.</summary>
    [JsonIgnore]
    public IReadOnlyList<string>? GrantedScopes { get; init; }
}
