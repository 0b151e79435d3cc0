using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace RevBot.Testing.Slack;

/// <content>What each method checks and answers.</content>
public sealed partial class FakeSlackServer
{
    private (string? Error, IReadOnlyList<string> Problems, JsonObject Answer) Handle(string method, HttpRequest request, JsonElement arguments)
    {
        var isForm = method is "users.info" or "users.lookupByEmail" or "users.conversations" or "conversations.list" or "conversations.info" or "conversations.members";
        var isJson = request.ContentType == "application/json; charset=utf-8";
        string? authorization = request.Headers.Authorization;
        if (authorization != $"Bearer {(method == "apps.connections.open" ? AppToken : BotToken)}")
        {
            return Fail(authorization is null ? "not_authed" : "invalid_auth");
        }

        if (request.QueryString.HasValue)
        {
            return Fail("token_in_query");
        }

        // Form-only methods do not see a JSON body; JSON without its charset is warned of, which counts as refused here.
        if (arguments.ValueKind == JsonValueKind.Object && arguments.EnumerateObject().Any() && (isForm ? isJson : !isJson))
        {
            return Fail(isForm ? "user_not_found" : "missing_charset");
        }

        return method switch
        {
            "auth.test" => (null, [], new JsonObject { ["user_id"] = BotUserId, ["user"] = "revbot", ["team_id"] = TeamId, ["team"] = "Acme", ["bot_id"] = "B1" }),
            "chat.postMessage" => Post(arguments, ["channel", "text"], ["thread_ts", "blocks", "metadata", "unfurl_links", "unfurl_media"]),
            "chat.postEphemeral" => PostEphemeral(arguments),
            "chat.update" => Update(arguments),
            "views.open" => OpenView(arguments),
            "views.update" => UpdateView(arguments),
            "views.publish" => PublishHome(arguments),
            "assistant.threads.setSuggestedPrompts" => SuggestPrompts(arguments),
            "users.info" => GetUser(arguments),
            "users.lookupByEmail" => FindUser(arguments),
            "users.conversations" => ListRooms(arguments, isMember: true),
            "conversations.list" => ListRooms(arguments, isMember: false),
            "conversations.info" => GetRoom(arguments),
            "conversations.members" => ListMembers(arguments),
            "conversations.open" => (null, [], new JsonObject { ["channel"] = new JsonObject { ["id"] = "D" + Text(arguments, "users") } }),
            "apps.connections.open" => (null, [], new JsonObject { ["url"] = $"ws://{ApiUrl.Authority}/link?ticket={Next()}" }),
            _ => Fail("unknown_method"),
        };
    }

    private (string?, IReadOnlyList<string>, JsonObject) Post(JsonElement arguments, string[] required, string[] optional)
    {
        var problems = Problems(arguments, required, optional);
        var channel = Text(arguments, "channel") ?? "";
        var error = LostError(channel) is { } lost ? lost
            : string.IsNullOrEmpty(Text(arguments, "text")) ? "no_text"
            : problems.Count > 0 ? "invalid_blocks"
            : null;
        if (error is not null)
        {
            return Fail(error, problems);
        }

        var ts = $"1766458026.{Next():000000}";
        _messages[$"{channel}:{ts}"] = arguments.GetRawText();
        return (null, [], new JsonObject { ["channel"] = channel, ["ts"] = ts });
    }

    private string? LostError(string channel) =>
        !_rooms.TryGetValue(channel, out var room) ? null : !room.BotIsMember ? "channel_not_found" : room.IsArchived ? "is_archived" : null;

    private (string?, IReadOnlyList<string>, JsonObject) PostEphemeral(JsonElement arguments)
    {
        var (error, problems, answer) = Post(arguments, ["channel", "user", "text"], ["thread_ts", "blocks"]);
        return error is null ? (null, [], new JsonObject { ["message_ts"] = answer["ts"]?.GetValue<string>() }) : (error, problems, answer);
    }

    private (string?, IReadOnlyList<string>, JsonObject) Update(JsonElement arguments)
    {
        var problems = Problems(arguments, ["channel", "ts", "text"], ["blocks", "metadata"]);
        var (channel, ts) = (Text(arguments, "channel"), Text(arguments, "ts"));
        var error = LostError(channel ?? "") is { } lost ? lost
            : !_messages.ContainsKey($"{channel}:{ts}") ? "message_not_found"
            : (Text(arguments, "text") ?? "").EnumerateRunes().Count() > 4_000 ? "msg_too_long"
            : problems.Count > 0 ? "invalid_blocks"
            : null;
        return error is null ? (null, [], new JsonObject { ["channel"] = channel, ["ts"] = ts }) : Fail(error, problems);
    }

    private (string?, IReadOnlyList<string>, JsonObject) OpenView(JsonElement arguments)
    {
        var trigger = Text(arguments, "trigger_id") ?? "";
        if (!_triggers.TryGetValue(trigger, out var issued))
        {
            return Fail("invalid_trigger_id");
        }

        _triggers[trigger] = (issued.IssuedAt, issued.Uses + 1);
        var problems = ViewProblems(arguments, "trigger_id");
        var error = issued.Uses > 0 ? "exchanged_trigger_id"
            : _time.GetUtcNow() - issued.IssuedAt > TimeSpan.FromSeconds(3) ? "expired_trigger_id"
            : problems.Count > 0 ? "invalid_arguments"
            : null;
        return error is null ? Show($"V{Next()}", arguments) : Fail(error, problems);
    }

    private (string?, IReadOnlyList<string>, JsonObject) UpdateView(JsonElement arguments)
    {
        var problems = ViewProblems(arguments, "view_id");
        var id = Text(arguments, "view_id") ?? "";
        var error = !_views.TryGetValue(id, out var shown) ? "not_found"
            : Text(arguments, "hash") is { } hash && hash != Text(shown, "hash") ? "hash_conflict"
            : problems.Count > 0 ? "invalid_arguments"
            : null;
        return error is null ? Show(id, arguments) : Fail(error, problems);
    }

    private (string?, IReadOnlyList<string>, JsonObject) PublishHome(JsonElement arguments)
    {
        var problems = arguments.EnumerateObject().Select(property => property.Name).Except(["user_id", "view", "hash"]).Select(name => $"[ERROR] unknown argument: {name}").ToList();
        problems.AddRange(arguments.TryGetProperty("view", out var view) ? BlockKitValidator.FindHomeProblems(view) : ["[ERROR] missing required field: view"]);
        var user = Text(arguments, "user_id") ?? "";
        var error = !HasHomeTab ? "not_enabled" : user.Length == 0 || problems.Count > 0 ? "invalid_arguments" : null;
        if (error is not null)
        {
            return Fail(error, problems);
        }

        var shown = JsonNode.Parse(view.GetRawText())!.AsObject();
        (shown["id"], shown["hash"], shown["app_installed_team_id"]) = ($"V{Next()}", $"{Next()}.h", TeamId);
        _homes[user] = JsonSerializer.SerializeToElement(shown);
        return (null, [], new JsonObject { ["view"] = shown.DeepClone() });
    }

    private (string?, IReadOnlyList<string>, JsonObject) SuggestPrompts(JsonElement arguments)
    {
        // A thread is for the older assistants: an agent's call would fail without a word.
        var problems = arguments.EnumerateObject().Select(property => property.Name).Except(["channel_id", "prompts", "title"]).Select(name => $"[ERROR] unknown argument: {name}").ToList();
        var prompts = arguments.TryGetProperty("prompts", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToList() : [];
        if (prompts.Count is < 1 or > 4 || prompts.Exists(prompt => string.IsNullOrEmpty(Text(prompt, "title")) || string.IsNullOrEmpty(Text(prompt, "message")) || prompt.EnumerateObject().Count() != 2))
        {
            problems.Add("[ERROR] one to four prompts with a title and a message each");
        }

        return !Scopes.Split(',').Contains("assistant:write") ? Fail("missing_scope")
            : !IsAgent ? Fail("not_agent_app")
            : Text(arguments, "channel_id") is not ['D', ..] ? Fail("channel_not_found")
            : problems.Count > 0 ? Fail("invalid_arguments", problems)
            : (null, [], []);
    }

    private (string?, IReadOnlyList<string>, JsonObject) Show(string id, JsonElement arguments)
    {
        var view = JsonNode.Parse(arguments.GetProperty("view").GetRawText())!.AsObject();
        view["id"] = id;
        view["hash"] = $"{Next()}.h";
        view["app_installed_team_id"] = TeamId;
        _views[id] = JsonSerializer.SerializeToElement(view);
        LastViewId = id;
        return (null, [], new JsonObject { ["view"] = view.DeepClone() });
    }

    private (string?, IReadOnlyList<string>, JsonObject) GetUser(JsonElement arguments) =>
        _users.TryGetValue(Text(arguments, "user") ?? "", out var user) ? Tell(user, Text(arguments, "include_locale") == "true") : Fail("user_not_found");

    private (string?, IReadOnlyList<string>, JsonObject) FindUser(JsonElement arguments) =>
        _users.Values.FirstOrDefault(user => user.Email is not null && user.Email.Equals(Text(arguments, "email"), StringComparison.OrdinalIgnoreCase)) is { } user
            ? Tell(user, withLocale: false)
            : Fail("users_not_found");

    private static (string?, IReadOnlyList<string>, JsonObject) Tell(FakeSlackUser user, bool withLocale) => (null, [], new JsonObject
    {
        ["user"] = new JsonObject
        {
            ["id"] = user.Id,
            ["team_id"] = user.TeamId,
            ["tz"] = user.TimeZone,
            ["tz_offset"] = 3600,
            ["locale"] = withLocale ? user.Locale : null,
            ["deleted"] = user.IsDeleted,
            ["is_restricted"] = user.IsGuest,
            ["is_ultra_restricted"] = user.IsSingleRoomGuest,
            ["is_stranger"] = user.IsStranger,
            ["is_bot"] = user.IsBot,
            ["profile"] = new JsonObject { ["real_name"] = user.Name, ["email"] = user.Email },
        },
    });

    private (string?, IReadOnlyList<string>, JsonObject) GetRoom(JsonElement arguments) => RoomOf(arguments) is not { BotIsMember: true } room
        ? Fail("channel_not_found")
        : (null, [], new JsonObject
        {
            ["channel"] = new JsonObject { ["id"] = room.Id, ["name"] = room.Name, ["is_ext_shared"] = room.IsExtShared, ["num_members"] = Text(arguments, "include_num_members") == "true" ? room.Members.Count + 1 : null },
        });

    /// <summary>Two members a page, so that pages are followed; the bot is one of them.</summary>
    private (string?, IReadOnlyList<string>, JsonObject) ListMembers(JsonElement arguments)
    {
        const int page = 2;
        if (RoomOf(arguments) is not { BotIsMember: true } room)
        {
            return Fail("channel_not_found");
        }

        string[] members = [BotUserId, .. room.Members];
        var start = int.TryParse(Text(arguments, "cursor"), NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? cursor : 0;
        return (null, [], new JsonObject
        {
            ["members"] = new JsonArray([.. members.Skip(start).Take(page).Select(member => (JsonNode)member)]),
            ["response_metadata"] = new JsonObject { ["next_cursor"] = start + page < members.Length ? (start + page).ToString(CultureInfo.InvariantCulture) : "" },
        });
    }

    /// <summary>A room that nobody described has the bot in it and nobody else; rooms are known by their ids alone.</summary>
    private FakeSlackRoom? RoomOf(JsonElement arguments) => Text(arguments, "channel") is not { Length: > 0 } id ? null : _rooms.GetValueOrDefault(id) ?? new FakeSlackRoom(id, id);

    /// <summary>Two rooms a page, so that pages are followed.</summary>
    private (string?, IReadOnlyList<string>, JsonObject) ListRooms(JsonElement arguments, bool isMember)
    {
        if (Text(arguments, "types") != "public_channel,private_channel")
        {
            return Fail("invalid_types");
        }

        const int page = 2;
        var rooms = _rooms.Values.Where(room => isMember ? room.BotIsMember : room.BotIsMember || !room.IsPrivate).OrderBy(room => room.Id, StringComparer.Ordinal).ToList();
        var start = int.TryParse(Text(arguments, "cursor"), NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? cursor : 0;
        return (null, [], new JsonObject
        {
            ["channels"] = new JsonArray([.. rooms.Skip(start).Take(page).Select(room => new JsonObject
            {
                ["id"] = room.Id,
                ["name"] = room.Name,
                ["is_private"] = room.IsPrivate,
                ["is_archived"] = room.IsArchived,
                ["is_ext_shared"] = room.IsExtShared,
            })]),
            ["response_metadata"] = new JsonObject { ["next_cursor"] = start + page < rooms.Count ? (start + page).ToString(CultureInfo.InvariantCulture) : "" },
        });
    }

    private List<string> Problems(JsonElement arguments, string[] required, string[] optional)
    {
        var problems = new List<string>();
        problems.AddRange(required.Where(name => Text(arguments, name) is null).Select(name => $"[ERROR] missing required field: {name}"));
        problems.AddRange(arguments.EnumerateObject().Select(property => property.Name).Except([.. required, .. optional]).Select(name => $"[ERROR] unknown argument: {name}"));
        if (arguments.TryGetProperty("blocks", out var blocks))
        {
            problems.AddRange(BlockKitValidator.FindProblems(blocks));
            problems.AddRange(blocks.EnumerateArray().Select(block => block.GetProperty("type").GetString() ?? "").Where(UnsupportedBlocks.Contains).Select(type => $"[ERROR] unsupported type: {type}"));
        }

        return problems;
    }

    private static List<string> ViewProblems(JsonElement arguments, string key)
    {
        var problems = arguments.EnumerateObject().Select(property => property.Name).Except(["view", "hash", key]).Select(name => $"[ERROR] unknown argument: {name}").ToList();
        problems.AddRange(arguments.TryGetProperty("view", out var view) ? BlockKitValidator.FindViewProblems(view) : ["[ERROR] missing required field: view"]);
        return problems;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static (string?, IReadOnlyList<string>, JsonObject) Fail(string error, IReadOnlyList<string>? problems = null) => (error, problems ?? [], []);
}
