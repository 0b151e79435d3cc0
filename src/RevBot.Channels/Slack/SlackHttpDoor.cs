using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RevBot.Channels.Slack.Protocol;

namespace RevBot.Channels.Slack;

/// <summary>Slack over HTTP: reads the bytes once, checks who signed them, and only then reads what they say.</summary>
internal sealed partial class SlackHttpDoor(SlackRequestHandler handler, IOptions<SlackOptions> options, TimeProvider time, ILogger<SlackHttpDoor> logger)
{
    private const int MaxBody = 1024 * 1024;

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(options.Value.SigningSecret ?? string.Empty);
    private readonly byte[]? _previousSecret = options.Value.PreviousSigningSecret is { } previous ? Encoding.UTF8.GetBytes(previous) : null;

    public bool IsOpen => _secret.Length > 0;

    public async Task ReceiveEventAsync(HttpContext context)
    {
        EventEnvelope envelope;
        if (await ReadAsync(context) is not { } body)
        {
            return;
        }

        try
        {
            if (!IsSigned(context, body))
            {
                return;
            }

            envelope = Parse(body);
        }
        catch (JsonException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        finally
        {
            context.Request.BodyReader.AdvanceTo(body.End);
        }

        if (envelope.Type == "url_verification")
        {
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync(envelope.Challenge ?? string.Empty, context.RequestAborted);
            return;
        }

        await handler.AcceptAsync(envelope);
    }

    public async Task ReceiveCommandAsync(HttpContext context)
    {
        if (await ReadFormAsync(context, allowSslCheck: true) is { } form)
        {
            await handler.AcceptAsync(new SlashCommand
            {
                Command = Field(form, "command"),
                Text = Field(form, "text"),
                UserId = Field(form, "user_id"),
                ChannelId = Field(form, "channel_id"),
                ChannelName = Field(form, "channel_name"),
                TeamId = Field(form, "team_id"),
                TriggerId = Field(form, "trigger_id"),
                ResponseUrl = Field(form, "response_url"),
            });
        }
    }

    public async Task ReceiveInteractionAsync(HttpContext context)
    {
        if (await ReadFormAsync(context, allowSslCheck: false) is not { } form)
        {
            return;
        }

        if (Field(form, "payload") is not { } payload)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        Interaction? interaction;
        try
        {
            interaction = JsonSerializer.Deserialize(payload, SlackJson.Default.Interaction);
        }
        catch (JsonException)
        {
            // Well-formed but of another shape: signed by Slack, so it is something new, and a refusal would count as our failure.
            LogUnknownShape();
            context.Response.StatusCode = IsJson(payload) ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
            return;
        }

        if (interaction is not null && await handler.AnswerAsync(interaction) is { } answer)
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer, SlackJson.Default.InteractionAnswer), context.RequestAborted);
        }
    }

    private async Task<Dictionary<string, Microsoft.Extensions.Primitives.StringValues>?> ReadFormAsync(HttpContext context, bool allowSslCheck)
    {
        if (await ReadAsync(context) is not { } body)
        {
            return null;
        }

        string text;
        try
        {
            // Slack checks the certificate of a command's address without a signature; nothing else of that body counts.
            var isUnsigned = allowSslCheck && !context.Request.Headers.ContainsKey(SlackSignature.SignatureHeader);
            text = isUnsigned ? Encoding.UTF8.GetString(body) : string.Empty;
            if (isUnsigned && Field(FormOf(text), "ssl_check") == "1")
            {
                return null;
            }

            if (!IsSigned(context, body))
            {
                return null;
            }

            text = Encoding.UTF8.GetString(body);
        }
        catch (InvalidDataException)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return null;
        }
        finally
        {
            context.Request.BodyReader.AdvanceTo(body.End);
        }

        try
        {
            return FormOf(text);
        }
        catch (InvalidDataException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return null;
        }
    }

    /// <summary>The whole body, still in the reader's hands: the caller advances over it. Null when it was refused.</summary>
    private async ValueTask<ReadOnlySequence<byte>?> ReadAsync(HttpContext context)
    {
        if (await RequestBody.ReadAsync(context.Request, MaxBody, CancellationToken.None) is { } body)
        {
            return body;
        }

        LogRefused("too large");
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return null;
    }

    private bool IsSigned(HttpContext context, in ReadOnlySequence<byte> body)
    {
        var bytes = body.IsSingleSegment ? body.FirstSpan : body.ToArray();
        var headers = context.Request.Headers;
        string? timestamp = headers[SlackSignature.TimestampHeader];
        string? signature = headers[SlackSignature.SignatureHeader];
        var now = time.GetUtcNow();
        var check = SlackSignature.Check(_secret, timestamp, signature, bytes, now);
        if (check == SignatureCheck.Wrong && _previousSecret is not null)
        {
            check = SlackSignature.Check(_previousSecret, timestamp, signature, bytes, now);
        }

        if (check == SignatureCheck.Valid)
        {
            return true;
        }

        LogRefused(check switch
        {
            SignatureCheck.Stale => "signed more than five minutes ago or ahead",
            SignatureCheck.Wrong => "wrong signature",
            _ => "no signature",
        });
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return false;
    }

    private static EventEnvelope Parse(in ReadOnlySequence<byte> body) => EventEnvelope.Parse(body.IsSingleSegment ? body.FirstSpan : body.ToArray());

    private static Dictionary<string, Microsoft.Extensions.Primitives.StringValues> FormOf(string text)
    {
        using var reader = new FormReader(text) { ValueLengthLimit = MaxBody };
        return reader.ReadForm();
    }

    private static string? Field(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> form, string name) => form.TryGetValue(name, out var value) ? value.ToString() : null;

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused a request to Slack's door: {Reason}.")]
    private partial void LogRefused(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack sent an interaction of a shape we do not know; it was dropped.")]
    private partial void LogUnknownShape();
}
