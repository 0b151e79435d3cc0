using System.Text.Json;
using System.Text.Json.Nodes;

namespace RevBot.Testing.Slack;

/// <summary>Payloads as Slack makes them, with the fields we do not read as well.</summary>
public static class SlackPayloads
{
    public static JsonObject Event(string eventId, JsonObject happened, string teamId = FakeSlackServer.TeamId) => new()
    {
        ["token"] = "legacy",
        ["team_id"] = teamId,
        ["context_team_id"] = teamId,
        ["context_enterprise_id"] = null,
        ["api_app_id"] = "A1",
        ["event"] = happened,
        ["type"] = "event_callback",
        ["event_id"] = eventId,
        ["event_time"] = 1766458026,
        ["authorizations"] = new JsonArray(new JsonObject
        {
            ["enterprise_id"] = null,
            ["team_id"] = teamId,
            ["user_id"] = FakeSlackServer.BotUserId,
            ["is_bot"] = true,
            ["is_enterprise_install"] = false,
        }),
        ["is_ext_shared_channel"] = false,
        ["event_context"] = "4-eyJ",
    };

    public static JsonObject Mention(string eventId, string user, string text, string channel = "C1", string ts = "1766458026.240809", string? threadTs = null)
    {
        var happened = new JsonObject
        {
            ["type"] = "app_mention",
            ["user"] = user,
            ["text"] = $"<@{FakeSlackServer.BotUserId}> {text}",
            ["ts"] = ts,
            ["client_msg_id"] = "2f6e1a8e-6f0b-4a3e-9b2a-0d3a5f1c7b11",
            ["team"] = FakeSlackServer.TeamId,
            ["channel"] = channel,
            ["event_ts"] = ts,
            ["blocks"] = new JsonArray(new JsonObject { ["type"] = "rich_text", ["elements"] = new JsonArray() }),
        };
        if (threadTs is not null)
        {
            happened["thread_ts"] = threadTs;
        }

        return Event(eventId, happened);
    }

    public static JsonObject DirectMessage(string eventId, string user, string text, string channel = "D1", string ts = "1766458027.000100") => Event(eventId, new JsonObject
    {
        ["type"] = "message",
        ["channel_type"] = "im",
        ["user"] = user,
        ["text"] = text,
        ["ts"] = ts,
        ["team"] = FakeSlackServer.TeamId,
        ["channel"] = channel,
        ["event_ts"] = ts,
    });

    public static JsonObject Command(string user, string text, string trigger, string responseAddress, string channel = "C1", string channelName = "revenue") => new()
    {
        ["token"] = "legacy",
        ["team_id"] = FakeSlackServer.TeamId,
        ["team_domain"] = "acme",
        ["channel_id"] = channel,
        ["channel_name"] = channelName,
        ["user_id"] = user,
        ["user_name"] = "sara",
        ["command"] = "/revbot",
        ["text"] = text,
        ["api_app_id"] = "A1",
        ["is_enterprise_install"] = "false",
        ["response_url"] = responseAddress,
        ["trigger_id"] = trigger,
    };

    /// <summary>A click on a button of a message.</summary>
    public static JsonObject Click(string user, string actionId, string value, string trigger, string responseAddress, string channel = "C1", string ts = "1766.0001", string? threadTs = null, bool isEphemeral = false)
    {
        var click = Interaction("block_actions", user, trigger);
        var container = new JsonObject { ["type"] = "message", ["message_ts"] = ts, ["channel_id"] = channel, ["is_ephemeral"] = isEphemeral };
        if (threadTs is not null)
        {
            container["thread_ts"] = threadTs;
        }

        click["container"] = container;
        click["channel"] = new JsonObject { ["id"] = channel, ["name"] = channel.StartsWith('D') ? "directmessage" : "revenue" };
        if (!isEphemeral)
        {
            click["message"] = new JsonObject { ["ts"] = ts, ["bot_id"] = "B1", ["text"] = "…", ["blocks"] = new JsonArray() };
        }

        click["state"] = new JsonObject { ["values"] = new JsonObject() };
        click["response_url"] = responseAddress;
        click["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = actionId,
            ["block_id"] = "buttons-1",
            ["value"] = value,
            ["action_ts"] = "1766.12",
            ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Go", ["emoji"] = false },
        });
        return click;
    }

    /// <summary>A choice in an open modal that other fields depend on was changed.</summary>
    public static JsonObject Change(string user, JsonElement view, string field, string trigger, params (string Field, string? Value)[] values)
    {
        var change = Interaction("block_actions", user, trigger);
        change["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.GetProperty("id").GetString() };
        change["view"] = Filled(view, values);
        change["actions"] = new JsonArray(new JsonObject { ["type"] = "static_select", ["action_id"] = "v", ["block_id"] = field, ["action_ts"] = "1766.13" });
        return change;
    }

    /// <summary>Somebody types into a list that is searched. Slack sends the view, but nothing of what stands in its fields.</summary>
    public static JsonObject Suggestion(string user, JsonElement view, string field, string typed)
    {
        var suggestion = Interaction("block_suggestion", user, trigger: null);
        suggestion["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.GetProperty("id").GetString() };
        suggestion["action_id"] = "v";
        suggestion["block_id"] = field;
        suggestion["value"] = typed;
        suggestion["view"] = JsonNode.Parse(view.GetRawText());
        suggestion["view"]!["state"] = new JsonObject { ["values"] = new JsonObject() };
        return suggestion;
    }

    public static JsonObject Submission(string user, JsonElement view, string trigger, params (string Field, string? Value)[] values)
    {
        var submission = Interaction("view_submission", user, trigger);
        submission["view"] = Filled(view, values);
        submission["response_urls"] = new JsonArray();
        return submission;
    }

    /// <summary>Somebody opens a tab of the app: <c>home</c> or <c>messages</c>.</summary>
    public static JsonObject AppOpened(string eventId, string user, string tab, string channel) => Event(eventId, new JsonObject
    {
        ["type"] = "app_home_opened",
        ["user"] = user,
        ["channel"] = channel,
        ["tab"] = tab,
        ["event_ts"] = "1766458027.000200",
        ["context"] = new JsonObject { ["entities"] = new JsonArray() },
    });

    /// <summary>A click on a button of the Home tab: there is no message and no room, and no address to answer by.</summary>
    public static JsonObject HomeClick(string user, JsonElement home, string actionId, string value, string trigger)
    {
        var click = Interaction("block_actions", user, trigger);
        var view = home.ValueKind == JsonValueKind.Object ? JsonNode.Parse(home.GetRawText())!.AsObject() : new JsonObject { ["id"] = "VHOME", ["type"] = "home", ["callback_id"] = "", ["private_metadata"] = "" };
        view["state"] = new JsonObject { ["values"] = new JsonObject() };
        click["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view["id"]?.GetValue<string>() };
        click["view"] = view;
        click["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = actionId,
            ["block_id"] = "buttons-1",
            ["value"] = value,
            ["action_ts"] = "1766.14",
            ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Go", ["emoji"] = false },
        });
        return click;
    }

    /// <summary>A shortcut of the app's menu.</summary>
    public static JsonObject Shortcut(string user, string callbackId, string trigger)
    {
        var shortcut = Interaction("shortcut", user, trigger);
        (shortcut["callback_id"], shortcut["action_ts"]) = (callbackId, "1766.15");
        return shortcut;
    }

    /// <summary>A shortcut in the menu of somebody's message.</summary>
    public static JsonObject MessageShortcut(string user, string callbackId, string text, string trigger, string responseAddress, string channel = "C1", string ts = "1766.0001")
    {
        var shortcut = Interaction("message_action", user, trigger);
        (shortcut["callback_id"], shortcut["action_ts"], shortcut["message_ts"], shortcut["response_url"]) = (callbackId, "1766.16", ts, responseAddress);
        shortcut["channel"] = new JsonObject { ["id"] = channel, ["name"] = channel.StartsWith('D') ? "directmessage" : "revenue" };
        shortcut["message"] = new JsonObject { ["type"] = "message", ["user"] = "UCUSTOMER", ["ts"] = ts, ["text"] = text, ["team"] = FakeSlackServer.TeamId };
        return shortcut;
    }

    private static JsonObject Interaction(string type, string user, string? trigger)
    {
        var payload = Interaction(type, user);
        if (trigger is not null)
        {
            payload["trigger_id"] = trigger;
        }

        return payload;
    }

    private static JsonObject Interaction(string type, string user) => new()
    {
        ["type"] = type,
        ["team"] = new JsonObject { ["id"] = FakeSlackServer.TeamId, ["domain"] = "acme" },
        ["user"] = new JsonObject { ["id"] = user, ["username"] = "sara", ["name"] = "sara", ["team_id"] = FakeSlackServer.TeamId },
        ["api_app_id"] = "A1",
        ["token"] = "legacy",
        ["enterprise"] = null,
        ["is_enterprise_install"] = false,
    };

    /// <summary>The view with the state the client would send: what was typed, else what stood there at first.</summary>
    private static JsonObject Filled(JsonElement view, (string Field, string? Value)[] values)
    {
        var filled = JsonNode.Parse(view.GetRawText())!.AsObject();
        var state = new JsonObject();
        foreach (var block in view.GetProperty("blocks").EnumerateArray().Where(block => block.GetProperty("type").GetString() == "input"))
        {
            var id = block.GetProperty("block_id").GetString()!;
            var element = block.GetProperty("element");
            var type = element.GetProperty("type").GetString();
            var typed = values.FirstOrDefault(value => value.Field == id);
            state[id] = new JsonObject
            {
                [element.GetProperty("action_id").GetString()!] = type switch
                {
                    "static_select" or "external_select" => new JsonObject { ["type"] = type, ["selected_option"] = typed.Field is null ? Initial(element, "initial_option") : OptionNode(typed.Value) },
                    "datepicker" => new JsonObject { ["type"] = type, ["selected_date"] = typed.Field is null ? Initial(element, "initial_date") : typed.Value },
                    _ => new JsonObject { ["type"] = type, ["value"] = typed.Field is null ? Initial(element, "initial_value") : typed.Value },
                },
            };
        }

        filled["state"] = new JsonObject { ["values"] = state };
        return filled;

        static JsonNode? Initial(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? JsonNode.Parse(value.GetRawText()) : null;

        static JsonNode? OptionNode(string? value) => value is null ? null : new JsonObject
        {
            ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = value },
            ["value"] = value,
        };
    }
}
