using System.Collections.Frozen;

namespace RevBot.Channels.Slack;

/// <summary>What the code needs of the Slack app; the manifest is held against it, and <c>doctor</c> says it.</summary>
public static class SlackRequirements
{
    /// <summary>The bot scopes each called method needs.</summary>
    public static readonly FrozenDictionary<string, IReadOnlyList<string>> ScopesByMethod = new Dictionary<string, IReadOnlyList<string>>
    {
        ["auth.test"] = [],
        ["apps.connections.open"] = [],
        ["chat.postMessage"] = ["chat:write"],
        ["chat.postEphemeral"] = ["chat:write"],
        ["chat.update"] = ["chat:write"],
        ["views.open"] = [],
        ["views.update"] = [],
        ["views.publish"] = [],
        ["assistant.threads.setSuggestedPrompts"] = ["assistant:write"],
        ["users.info"] = ["users:read", "users:read.email"],
        ["users.lookupByEmail"] = ["users:read.email"],
        ["conversations.open"] = ["im:write"],
        ["conversations.info"] = ["channels:read", "groups:read"],
        ["conversations.members"] = ["channels:read", "groups:read"],
        ["conversations.list"] = ["channels:read", "groups:read"],
        ["users.conversations"] = ["channels:read", "groups:read"],
    }.ToFrozenDictionary();

    /// <summary>Scopes without which the bot only does less, each with what is missing then.</summary>
    public static readonly FrozenDictionary<string, string> OptionalScopes = new Dictionary<string, string>
    {
        ["assistant:write"] = "no sentences are suggested when somebody opens their chat with it",
    }.ToFrozenDictionary();

    /// <summary>The bot scopes each handled event needs.</summary>
    public static readonly FrozenDictionary<string, IReadOnlyList<string>> ScopesByEvent = new Dictionary<string, IReadOnlyList<string>>
    {
        ["app_mention"] = ["app_mentions:read"],
        ["message.im"] = ["im:history"],
        ["app_home_opened"] = [],
        ["member_joined_channel"] = ["channels:read", "groups:read"],
    }.ToFrozenDictionary();

    public static IReadOnlyList<string> Commands { get; } = ["/revbot"];

    /// <summary>The shortcuts of the app's menu and of messages' menus; each is the id of what is done.</summary>
    public static IReadOnlyList<string> Shortcuts { get; } = ["create-deal.open", "pick-deal.update", "my-day.show", "log-activity.message"];

    /// <summary>All bot scopes, in order.</summary>
    public static IReadOnlyList<string> BotScopes { get; } =
        [.. ScopesByMethod.Values.Concat(ScopesByEvent.Values).SelectMany(scopes => scopes).Append("commands").Distinct().Order(StringComparer.Ordinal)];
}
