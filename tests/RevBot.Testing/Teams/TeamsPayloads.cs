using System.Text.Json;
using System.Text.Json.Nodes;

namespace RevBot.Testing.Teams;

/// <summary>Activities as Teams makes them, with the members we do not read as well.</summary>
/// <param name="service">Where the conversation is served.</param>
public sealed class TeamsPayloads(string service, string tenantId = FakeTokenIssuer.TenantId)
{
    public const string BotId = "28:" + FakeTokenIssuer.AppId;
    public const string TeamId = "19:team@thread.tacv2";
    public const string ChannelId = "19:deals@thread.tacv2";
    public const string GroupChatId = "19:group@thread.v2";

    /// <summary>The personal chat of a user.</summary>
    public static string ChatOf(string user) => $"a:1-{user}";

    /// <summary>A sentence in the chat with the bot.</summary>
    public JsonObject Says(string user, string text, string id = "1700000000001") => In(Activity("message", user, id), ChatOf(user), "personal").With("text", text).With("textFormat", "plain");

    /// <summary>A sentence that mentions the bot, in a group chat.</summary>
    public JsonObject SaysInGroup(string user, string text, string id = "1700000000001") => Mentioning(In(Activity("message", user, id), GroupChatId, "groupChat"), text);

    /// <summary>A sentence that mentions the bot, in a channel.</summary>
    /// <param name="thread">The thread's first message; null for the first message itself.</param>
    public JsonObject SaysInChannel(string user, string text, string id = "1700000000001", string? thread = null, string channel = ChannelId) =>
        Mentioning(In(Activity("message", user, id), $"{channel};messageid={thread ?? id}", "channel"), text);

    /// <summary>The same sentence with other words.</summary>
    public static JsonObject Edited(JsonObject message, string text, string timestamp = "2026-11-21T09:05:00.000Z")
    {
        var edited = message.DeepClone().AsObject().With("type", "messageUpdate").With("timestamp", timestamp);
        edited["text"] = message["text"]!.ToString().Contains("<at>", StringComparison.Ordinal) ? $"<at>RevBot</at> {text}\n" : text;
        edited["channelData"]!["eventType"] = "editMessage";
        return edited;
    }

    /// <summary>A press on a card that is answered in place.</summary>
    /// <param name="message">The message the card stands on.</param>
    public JsonObject Executes(string user, string message, JsonElement data, string verb = "click", string id = "f:1", string? conversation = null, string trigger = "manual") =>
        Invoke(user, "adaptiveCard/action", id, conversation, message).With("value", new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = "Go", ["verb"] = verb, ["data"] = Node(data) },
            ["trigger"] = trigger,
            ["state"] = string.Empty,
            ["authentication"] = null,
        });

    /// <summary>A press that came as a message without words.</summary>
    public JsonObject Submits(string user, string message, JsonElement data, string id = "1700000000002", string? conversation = null) =>
        Place(Activity("message", user, id), user, conversation).With("replyToId", message).With("value", Node(data));

    /// <summary>A press that asks for a dialog, or one's inputs.</summary>
    /// <param name="name"><c>task/fetch</c> or <c>task/submit</c>.</param>
    public JsonObject Dialog(string user, string name, JsonElement data, string id = "f:2", string? conversation = null, string? message = null) =>
        Invoke(user, name, id, conversation, message).With("value", new JsonObject { ["data"] = Node(data), ["context"] = new JsonObject { ["theme"] = "default" }, ["tabContext"] = null });

    /// <summary>An entry of a message's menu is picked, in a chat that the bot need not be in.</summary>
    public JsonObject PicksMessage(string user, string entry, string html, string message = "1700000000077", string conversation = GroupChatId) =>
        Invoke(user, "composeExtension/fetchTask", "f:5", conversation, null).With("value", new JsonObject
        {
            ["commandId"] = entry,
            ["commandContext"] = "message",
            ["context"] = new JsonObject { ["theme"] = "default" },
            ["messagePayload"] = new JsonObject
            {
                ["id"] = message,
                ["messageType"] = "message",
                ["createdDateTime"] = "2026-11-21T08:00:00.000Z",
                ["from"] = new JsonObject { ["user"] = new JsonObject { ["id"] = "aad-29:customer", ["displayName"] = "Carla" }, ["device"] = null, ["application"] = null },
                ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = html },
                ["attachments"] = new JsonArray(),
                ["mentions"] = new JsonArray(),
                ["reactions"] = new JsonArray(),
            },
        });

    /// <summary>The inputs of the dialog that followed.</summary>
    public JsonObject SubmitsPicked(string user, string entry, JsonElement data, string conversation = GroupChatId) =>
        Invoke(user, "composeExtension/submitAction", "f:6", conversation, null).With("value", new JsonObject { ["commandId"] = entry, ["commandContext"] = "message", ["data"] = Node(data), ["context"] = new JsonObject { ["theme"] = "default" } });

    /// <summary>Somebody types into a choice.</summary>
    public JsonObject Searches(string user, string dataset, string typed, JsonObject? inputs = null, string? conversation = null) =>
        Invoke(user, "application/search", "f:3", conversation, null).With("value", new JsonObject
        {
            ["kind"] = "search",
            ["queryText"] = typed,
            ["queryOptions"] = new JsonObject { ["skip"] = 0, ["top"] = 15 },
            ["dataset"] = dataset,
            ["data"] = inputs,
        });

    public JsonObject Invoke(string user, string name, string id, string? conversation, string? message)
    {
        var invoke = Place(Activity("invoke", user, id), user, conversation).With("name", name);
        if (message is not null)
        {
            invoke["replyToId"] = message;
        }

        return invoke;
    }

    /// <summary>Installed for a person: their chat begins.</summary>
    public JsonObject FirstContact(string user) => In(Activity("conversationUpdate", user, "f:4"), ChatOf(user), "personal")
        .With("membersAdded", new JsonArray(new JsonObject { ["id"] = user, ["aadObjectId"] = $"aad-{user}" }, new JsonObject { ["id"] = BotId }));

    /// <summary>Something happened to a team, its channels or its members.</summary>
    /// <param name="channel">Id and name of the channel, if it is about one.</param>
    public JsonObject TeamUpdate(string? eventType, string user = "29:admin", (string Id, string Name)? channel = null, bool addsBot = false, bool removesBot = false)
    {
        var update = In(Activity("conversationUpdate", user, "f:5"), TeamId, "channel");
        var data = update["channelData"]!.AsObject();
        data["eventType"] = eventType;
        data["team"] = new JsonObject { ["id"] = TeamId, ["aadGroupId"] = "group" };
        if (channel is var (id, name))
        {
            data["channel"] = new JsonObject { ["id"] = id, ["name"] = name };
        }

        if (addsBot || removesBot)
        {
            update[addsBot ? "membersAdded" : "membersRemoved"] = new JsonArray(new JsonObject { ["id"] = BotId });
        }

        return update;
    }

    /// <param name="action"><c>add</c>, <c>remove</c>, <c>add-upgrade</c>, <c>remove-upgrade</c>.</param>
    /// <param name="user">In whose chat; null in the team.</param>
    public JsonObject Installation(string action, string? user = null)
    {
        var update = user is null ? In(Activity("installationUpdate", "29:admin", "f:6"), TeamId, "channel") : In(Activity("installationUpdate", user, "f:6"), ChatOf(user), "personal");
        if (user is null)
        {
            update["channelData"]!["team"] = new JsonObject { ["id"] = TeamId };
        }

        return update.With("action", action);
    }

    /// <summary>An activity of any type in somebody's chat.</summary>
    public JsonObject Any(string type, string user = "29:u") => In(Activity(type, user, "f:7"), ChatOf(user), "personal");

    private JsonObject Activity(string type, string user, string id) => new()
    {
        ["type"] = type,
        ["id"] = id,
        ["timestamp"] = "2026-11-21T09:00:00.000Z",
        ["localTimestamp"] = "2026-11-21T10:00:00.000+01:00",
        ["localTimezone"] = "Europe/Berlin",
        ["channelId"] = "msteams",
        ["serviceUrl"] = service,
        ["from"] = new JsonObject { ["id"] = user, ["name"] = "Nora", ["aadObjectId"] = $"aad-{user}" },
        ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "RevBot" },
        ["locale"] = "en-US",
        ["deliveryMode"] = "default",
        ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-US", ["country"] = "US", ["platform"] = "Windows", ["timezone"] = "Europe/Berlin" }),
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenantId }, ["source"] = new JsonObject { ["name"] = "message" }, ["unheardOf"] = new JsonArray(1, "x") },
        ["unheardOf"] = new JsonObject { ["deep"] = true },
    };

    private JsonObject Place(JsonObject activity, string user, string? conversation) => conversation is null || conversation == ChatOf(user)
        ? In(activity, ChatOf(user), "personal")
        : In(activity, conversation, conversation.Contains(".tacv2", StringComparison.Ordinal) ? "channel" : "groupChat");

    private JsonObject In(JsonObject activity, string conversation, string kind)
    {
        activity["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = kind, ["tenantId"] = tenantId };
        if (kind != "personal")
        {
            activity["conversation"]!["isGroup"] = true;
        }

        if (kind == "channel")
        {
            activity["channelData"]!["team"] = new JsonObject { ["id"] = TeamId };
            activity["channelData"]!["channel"] = new JsonObject { ["id"] = conversation.Split(';')[0] };
        }

        return activity;
    }

    private static JsonObject Mentioning(JsonObject message, string text)
    {
        message["entities"]!.AsArray().Add(new JsonObject
        {
            ["type"] = "mention",
            ["mentioned"] = new JsonObject { ["id"] = BotId, ["name"] = "RevBot" },
            ["text"] = "<at>RevBot</at>",
        });
        return message.With("text", $"<at>RevBot</at>\u00A0{text}\n").With("textFormat", "plain")
            .With("attachments", new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = "<div>…</div>" }));
    }

    private static JsonNode? Node(JsonElement data) => data.ValueKind == JsonValueKind.Undefined ? null : JsonNode.Parse(data.GetRawText());
}
