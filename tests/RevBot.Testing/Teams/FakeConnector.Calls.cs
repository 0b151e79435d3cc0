using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace RevBot.Testing.Teams;

/// <content>What each call checks and answers.</content>
public sealed partial class FakeConnector
{
    /// <summary>What a message may have, counted as Teams counts.</summary>
    private const int LargestMessage = 100 * 1024;
    private const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
    private const string ThreadMark = ";messageid=";

    private Answer Handle(ConnectorCall call, HttpRequest request, int size)
    {
        if (AcceptsToken is { } accepts && !(request.Headers.Authorization.ToString() is { } given && given.StartsWith("Bearer ", StringComparison.Ordinal) && accepts(given[7..])))
        {
            return new Answer(401, "Unauthorized", "Authorization has been denied for this request.");
        }

        if (AcceptsToken is null && request.Headers.ContainsKey("Authorization"))
        {
            return new Answer(400, "TokenSentInTheClear", "The emulators want no token.");
        }

        if (size > LargestMessage)
        {
            return new Answer(413, "MessageSizeTooBig", "Message size too large.");
        }

        if (call.Body.ValueKind == JsonValueKind.Object && request.ContentType != "application/json; charset=utf-8")
        {
            return new Answer(415, "BadContentType");
        }

        return call.Call switch
        {
            "create" => Create(call.Body),
            "team" => Team(call.ConversationId),
            "rooms" => Rooms(call.ConversationId),
            _ => InRoom(call, request),
        };
    }

    private Answer InRoom(ConnectorCall call, HttpRequest request)
    {
        var roomId = call.ConversationId.Split(ThreadMark)[0];
        if (!_rooms.TryGetValue(roomId, out var room))
        {
            return new Answer(404, "ConversationNotFound", "Conversation not found.");
        }

        if (!room.BotIsMember)
        {
            return new Answer(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
        }

        return call.Call switch
        {
            "send" or "reply" => Check(call.Body) ?? Post(room, call.ConversationId, call.Body),
            "update" => Check(call.Body) ?? Update(call),
            "delete" => Take(call) ? new Answer(200) : NoMessage,
            "member" => room.Members.FirstOrDefault(member => call.MessageId is { } id && (id == member.Id || id == member.AadObjectId || id == member.UserPrincipalName)) is { } found
                ? new Answer(200, Body: Account(found, "objectId"))
                : new Answer(404, "MemberNotFoundInConversation", "Member not found in conversation."),
            _ => Page(room, request),
        };
    }

    private static Answer NoMessage { get; } = new(404, "ActivityNotFoundInConversation", "Message does not exist in the thread.");

    private static Answer Bad(string code, string sentence) => new(400, code, sentence);

    /// <summary>Null when it may stand.</summary>
    private static Answer? Check(JsonElement activity)
    {
        var type = Text(activity, "type");
        if (type is not ("message" or "typing"))
        {
            return Bad("BadArgument", "Unknown activity type");
        }

        var text = Text(activity, "text") ?? "";
        var attachments = activity.TryGetProperty("attachments", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToList() : [];
        if (type == "typing")
        {
            return null;
        }

        if (text.Length == 0 && attachments.Count == 0)
        {
            return Bad("BadSyntax", "Activity must include non empty 'text' field or at least 1 attachment");
        }

        if (text.Length > 0 && attachments.Count > 0)
        {
            return Bad("BadSyntax", "Activity resulted into multiple skype activities");
        }

        if (Text(activity, "textFormat") is not (null or "plain" or "markdown" or "xml"))
        {
            return Bad("BadArgument", "Unknown text format");
        }

        if (attachments.Exists(card => Text(card, "contentType") != AdaptiveCard || !card.TryGetProperty("content", out var content) || Text(content, "type") != "AdaptiveCard" || Text(content, "version") is null))
        {
            return Bad("BadArgument", "Not an Adaptive Card");
        }

        attachments.ForEach(EmittedCards.KeepIn);
        var mentions = activity.TryGetProperty("entities", out var entities) ? entities.EnumerateArray().Where(entity => Text(entity, "type") == "mention").ToList() : [];
        return mentions.Exists(mention => Text(mention, "text") is not { Length: > 0 } mark || !text.Contains(mark, StringComparison.Ordinal))
            ? Bad("BadArgument", "Mention entity does not match text")
            : null;
    }

    /// <summary>Said to a channel itself, a message begins a thread.</summary>
    private Answer Post(FakeTeamsRoom room, string conversationId, JsonElement activity)
    {
        if (Text(activity, "type") == "typing")
        {
            return new Answer(202);
        }

        lock (_gate)
        {
            var id = (++_lastId).ToString(CultureInfo.InvariantCulture);
            var place = room.Kind == "channel" && !conversationId.Contains(ThreadMark, StringComparison.Ordinal) ? conversationId + ThreadMark + id : conversationId;
            _places[id] = _messages.Count;
            _messages.Add(new FakeTeamsMessage(id, place, [activity]));
            return new Answer(201, Body: new JsonObject { ["id"] = id }, Id: id);
        }
    }

    private Answer Update(ConnectorCall call)
    {
        if (Text(call.Body, "type") == "typing")
        {
            return Bad("BadArgument", "Bot Activities of type Typing cannot be edited");
        }

        lock (_gate)
        {
            if (Place(call) is not { } at)
            {
                return NoMessage;
            }

            _messages[at] = _messages[at] with { Faces = [.. _messages[at].Faces, call.Body] };
            return new Answer(200, Body: new JsonObject { ["id"] = call.MessageId }, Id: call.MessageId);
        }
    }

    private bool Take(ConnectorCall call)
    {
        lock (_gate)
        {
            return Place(call) is not null && _places.Remove(call.MessageId ?? "");
        }
    }

    /// <summary>A message is known in its thread and by its channel.</summary>
    private int? Place(ConnectorCall call) =>
        _places.TryGetValue(call.MessageId ?? "", out var at) && (_messages[at].ConversationId == call.ConversationId || _messages[at].RoomId == call.ConversationId) ? at : null;

    private Answer Create(JsonElement parameters)
    {
        if (Text(parameters, "tenantId") != TenantId)
        {
            return Bad("BadSyntax", "Bad format of conversation: tenantId");
        }

        if (parameters.TryGetProperty("isGroup", out var isGroup) && isGroup.ValueKind == JsonValueKind.True)
        {
            return BeginThread(parameters);
        }

        var member = parameters.TryGetProperty("members", out var members) && members.GetArrayLength() == 1 ? Text(members[0], "id") : null;
        if (member is null || !_users.TryGetValue(member, out var user))
        {
            return Bad("BadSyntax", "Bad format of conversation: members");
        }

        if (!user.HasApp)
        {
            return new Answer(403, "ForbiddenOperationException", "The app is not installed for this user.");
        }

        var room = _rooms.Values.FirstOrDefault(room => room.Kind == "personal" && room.Members.Any(known => known.Id == member))
            ?? Add(new FakeTeamsRoom($"a:1{member}", "personal") { Members = [user] });
        return new Answer(201, Body: new JsonObject { ["id"] = room.Id });
    }

    private Answer BeginThread(JsonElement parameters)
    {
        var channel = parameters.TryGetProperty("channelData", out var data) && data.TryGetProperty("channel", out var named) ? Text(named, "id") : null;
        if (channel is null)
        {
            return Bad("BadSyntax", "Group chats cannot be created.");
        }

        if (!_rooms.TryGetValue(channel, out var room) || room.Kind != "channel")
        {
            return new Answer(404, "ConversationNotFound", "Conversation not found.");
        }

        if (!room.BotIsMember)
        {
            return new Answer(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
        }

        if (!parameters.TryGetProperty("activity", out var activity))
        {
            return Bad("BadSyntax", "Incorrect conversation creation parameters: activity");
        }

        return Check(activity) ?? (Post(room, channel, activity) is { Id: { } id }
            ? new Answer(201, Body: new JsonObject { ["id"] = channel + ThreadMark + id, ["activityId"] = id }, Id: id)
            : Bad("BadArgument", "A thread cannot begin with a sign of typing."));
    }

    private Answer Page(FakeTeamsRoom room, HttpRequest request)
    {
        var size = Math.Clamp(int.TryParse(request.Query["pageSize"], CultureInfo.InvariantCulture, out var asked) ? asked : 200, 50, 500);
        var start = 0;
        if (request.Query["continuationToken"].ToString() is { Length: > 0 } token && !(token.StartsWith("page+", StringComparison.Ordinal) && int.TryParse(token.AsSpan(5), CultureInfo.InvariantCulture, out start)))
        {
            return Bad("BadArgument", "Failed to decrypt members continuationToken");
        }

        var body = new JsonObject { ["members"] = new JsonArray([.. room.Members.Skip(start).Take(size).Select(member => (JsonNode)Account(member, "aadObjectId"))]) };
        if (start + size < room.Members.Count)
        {
            body["continuationToken"] = string.Create(CultureInfo.InvariantCulture, $"page+{start + size}");
        }

        return new Answer(200, Body: body);
    }

    private Answer Team(string id) => _teams.TryGetValue(id, out var name)
        ? new Answer(200, Body: new JsonObject { ["id"] = id, ["name"] = name, ["tenantId"] = TenantId })
        : new Answer(404, "NotFound", "Team not found.");

    /// <summary>The General channel has no name here.</summary>
    private Answer Rooms(string teamId) => _teams.ContainsKey(teamId)
        ? new Answer(200, Body: new JsonObject
        {
            ["conversations"] = new JsonArray([.. _rooms.Values.Where(room => room.TeamId == teamId).Select(room =>
                (JsonNode)new JsonObject { ["id"] = room.Id, ["name"] = room.Id == teamId ? null : room.Name?.Split('/')[^1] })]),
        })
        : new Answer(404, "NotFound", "Team not found.");

    /// <summary>The directory's id has another name in each kind of answer.</summary>
    private static JsonObject Account(FakeTeamsUser user, string directoryId)
    {
        var account = new JsonObject { ["id"] = user.Id, [directoryId] = user.AadObjectId, ["name"] = user.Name, ["tenantId"] = user.TenantId };
        foreach (var (name, value) in new[] { ("email", user.Email), ("userPrincipalName", user.UserPrincipalName), ("userRole", user.UserRole) })
        {
            if (value is not null)
            {
                account[name] = value;
            }
        }

        return account;
    }
}
