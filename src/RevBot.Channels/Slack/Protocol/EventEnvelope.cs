using System.Text.Json;

namespace RevBot.Channels.Slack.Protocol;

/// <summary>What the Events API delivers. Read by hand in one pass: this is the busiest door, and events of types we do not know may hold anything.</summary>
internal sealed record EventEnvelope
{
    public string? Type { get; init; }

    public string? Challenge { get; init; }

    public string? TeamId { get; init; }

    public string? EventId { get; init; }

    public SlackEvent? Event { get; init; }

    /// <summary>The bot user of the install that sees the event.</summary>
    public string? BotUserId { get; init; }

    /// <summary>The workspace of that install.</summary>
    public string? InstallTeamId { get; init; }

    /// <summary>Reads the envelope; throws <see cref="JsonException"/> for what is not JSON.</summary>
    public static EventEnvelope Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            var envelope = new EventEnvelope();
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                envelope = ReadEnvelope(ref reader);
            }
            else
            {
                reader.Skip();
            }

            // Whatever follows must not be there; the reader says so.
            while (reader.Read())
            {
            }

            return envelope;
        }
        catch (InvalidOperationException notText)
        {
            // Half an emoji, or bytes that are no UTF-8.
            throw new JsonException("A text of the event is not Unicode.", notText);
        }
    }

    private static EventEnvelope ReadEnvelope(ref Utf8JsonReader reader)
    {
        string? type = null, challenge = null, teamId = null, eventId = null, botUserId = null, installTeamId = null;
        SlackEvent? inner = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                type = ReadWord(ref reader);
            }
            else if (reader.ValueTextEquals("challenge"u8))
            {
                challenge = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("team_id"u8))
            {
                teamId = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("event_id"u8))
            {
                eventId = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("event"u8))
            {
                reader.Read();
                inner = reader.TokenType == JsonTokenType.StartObject ? ReadEvent(ref reader) : SkipValue(ref reader);
            }
            else if (reader.ValueTextEquals("authorizations"u8))
            {
                (botUserId, installTeamId) = ReadAuthorizations(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new EventEnvelope
        {
            Type = type,
            Challenge = challenge,
            TeamId = teamId,
            EventId = eventId,
            Event = inner,
            BotUserId = botUserId,
            InstallTeamId = installTeamId,
        };
    }

    private static SlackEvent ReadEvent(ref Utf8JsonReader reader)
    {
        string? type = null, subtype = null, user = null, botId = null, text = null, ts = null, threadTs = null, channel = null, channelType = null, inviter = null, tab = null;
        var isEdited = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                type = ReadWord(ref reader);
            }
            else if (reader.ValueTextEquals("subtype"u8))
            {
                subtype = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("user"u8))
            {
                user = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("bot_id"u8))
            {
                botId = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("text"u8))
            {
                text = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("ts"u8))
            {
                ts = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("thread_ts"u8))
            {
                threadTs = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("channel"u8))
            {
                channel = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("channel_type"u8))
            {
                channelType = ReadWord(ref reader);
            }
            else if (reader.ValueTextEquals("inviter"u8))
            {
                inviter = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("tab"u8))
            {
                tab = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("edited"u8))
            {
                reader.Read();
                isEdited = reader.TokenType != JsonTokenType.Null;
                reader.Skip();
            }
            else
            {
                reader.Skip();
            }
        }

        return new SlackEvent
        {
            Type = type,
            Subtype = subtype,
            User = user,
            BotId = botId,
            Text = text,
            Ts = ts,
            ThreadTs = threadTs,
            Channel = channel,
            ChannelType = channelType,
            Inviter = inviter,
            Tab = tab,
            IsEdited = isEdited,
        };
    }

    private static (string? BotUserId, string? TeamId) ReadAuthorizations(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return default;
        }

        (string?, string?) found = default;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            string? userId = null, teamId = null;
            var isBot = false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("user_id"u8))
                {
                    userId = ReadText(ref reader);
                }
                else if (reader.ValueTextEquals("team_id"u8))
                {
                    teamId = ReadText(ref reader);
                }
                else if (reader.ValueTextEquals("is_bot"u8))
                {
                    reader.Read();
                    isBot = reader.TokenType == JsonTokenType.True;
                    reader.Skip();
                }
                else
                {
                    reader.Skip();
                }
            }

            if (isBot)
            {
                found = (userId, teamId);
            }
        }

        return found;
    }

    /// <summary>The string that follows; null for anything that is not one.</summary>
    private static string? ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        reader.Skip();
        return null;
    }

    /// <summary>As <see cref="ReadText"/>, without a new string for the words that every event brings.</summary>
    private static string? ReadWord(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        return reader.ValueTextEquals("event_callback"u8) ? "event_callback"
            : reader.ValueTextEquals("app_mention"u8) ? "app_mention"
            : reader.ValueTextEquals("message"u8) ? "message"
            : reader.ValueTextEquals("im"u8) ? "im"
            : reader.ValueTextEquals("channel"u8) ? "channel"
            : reader.GetString();
    }

    private static SlackEvent? SkipValue(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return null;
    }
}
