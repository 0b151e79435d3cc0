using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RevBot.Channels.Teams.Auth;
using RevBot.Channels.Teams.Protocol;

namespace RevBot.Channels.Teams;

/// <summary>Teams over HTTP: tells who wrote before it reads what, and gives on only what comes from an organisation that may use the bot.</summary>
internal sealed partial class TeamsHttpDoor(TeamsRequestHandler handler, TokenVerifier verifier, IOptions<TeamsOptions> options, ILogger<TeamsHttpDoor> logger)
{
    private const int MaxBody = 1024 * 1024;
    private const int MostTenantsTold = 1_000;
    private const int LongestTenant = 64;
    private const string TeamsChannelId = "msteams";

    private readonly TeamsOptions _options = options.Value;
    private readonly ConcurrentDictionary<string, bool> _toldTenants = new(StringComparer.OrdinalIgnoreCase);

    public async Task ReceiveAsync(HttpContext context)
    {
        TokenCheck.Genuine? token = null;
        if (_options.AllowAnonymousLoopback ? !IsLocal(context) : (token = await IdentifyAsync(context)) is null)
        {
            return;
        }

        if (await ReadAsync(context) is not { } body)
        {
            return;
        }

        if (Parse(body) is not { } activity)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (activity.Type is null)
        {
            // Theirs, but of a shape that is not known: something new, and a refusal would count as our failure.
            return;
        }

        if (Mismatch(activity, token) is { } mismatch)
        {
            Refuse(context, StatusCodes.Status403Forbidden, mismatch);
            return;
        }

        if (TenantOf(activity) is not { } tenant)
        {
            return;
        }

        if (activity.Type == "invoke")
        {
            await AnswerAsync(context, await handler.AnswerAsync(activity, tenant));
        }
        else
        {
            await handler.AcceptAsync(activity, tenant);
        }
    }

    private static async Task AnswerAsync(HttpContext context, InvokeAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        if (answer.Body is { } body)
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    /// <summary>Null when it was refused.</summary>
    private async Task<TokenCheck.Genuine?> IdentifyAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization;
        switch (await verifier.CheckAsync(header.Count == 1 ? header[0] : null, context.RequestAborted))
        {
            case TokenCheck.Genuine genuine:
                return genuine;
            case TokenCheck.Undecided:
                // Asked to come again rather than turned away: nothing is known against it.
                context.Response.Headers.RetryAfter = "5";
                Refuse(context, StatusCodes.Status503ServiceUnavailable, "no signing keys could be read yet");
                return null;
            case TokenCheck.Refused refused:
                Refuse(context, StatusCodes.Status401Unauthorized, refused.Reason);
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private bool IsLocal(HttpContext context)
    {
        if (LoopbackGate.Refuse(context) is not { } reason)
        {
            return true;
        }

        Refuse(context, StatusCodes.Status403Forbidden, reason);
        return false;
    }

    /// <summary>The whole body; null when it was refused.</summary>
    private async ValueTask<byte[]?> ReadAsync(HttpContext context)
    {
        if (await RequestBody.ReadAsync(context.Request, MaxBody, context.RequestAborted) is { } read)
        {
            var body = read.ToArray();
            context.Request.BodyReader.AdvanceTo(read.End);
            return body;
        }

        Refuse(context, StatusCodes.Status413PayloadTooLarge, "too large");
        return null;
    }

    /// <summary>Null for what is no activity; one without a type for an activity whose members have shapes we do not know.</summary>
    private Activity? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, TeamsJson.Default.Activity) is { Type.Length: > 0 } activity ? activity : null;
        }
        catch (JsonException)
        {
            if (!HasType(body))
            {
                return null;
            }

            LogUnknownShape();
            return new Activity();
        }
    }

    private static bool HasType(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = TeamsJson.Default.Options.MaxDepth });
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Why the activity does not go with its token, or is not for this bot; null when all is well.</summary>
    private string? Mismatch(Activity activity, TokenCheck.Genuine? token)
    {
        if (_options.FindService(activity.ServiceUrl) is null)
        {
            return "a service address that is not allowed";
        }

        if (token is null)
        {
            return null;
        }

        if (token.ServiceUrl is null || token.ServiceUrl != activity.ServiceUrl)
        {
            return "a token for another service address";
        }

        if (activity.ChannelId != TeamsChannelId || !token.Endorsements.Contains(activity.ChannelId))
        {
            return "a channel its key may not speak for";
        }

        return _options.AppId is { Length: > 0 } own && activity.Recipient?.Id?.EndsWith(own, StringComparison.OrdinalIgnoreCase) == true ? null : "meant for another bot";
    }

    /// <summary>The organisation, when both places that name it agree and its people may use the bot. Null for others: they are told nothing, and nothing happens.</summary>
    private string? TenantOf(Activity activity)
    {
        if (_options.AllowAnonymousLoopback)
        {
            return LocalMode.Tenant;
        }

        var named = activity.ChannelData?.Tenant?.Id;
        var tenant = named ?? activity.Conversation?.TenantId;
        var agrees = activity.Conversation?.TenantId is not { } other || other.Equals(tenant, StringComparison.OrdinalIgnoreCase);
        if (agrees && _options.Admits(tenant))
        {
            // However it was written this time, it is one organisation.
            return tenant?.ToLowerInvariant();
        }

        // What is too long for an id is neither kept nor logged.
        var told = tenant is { Length: > 0 and <= LongestTenant } ? tenant : "none";
        if (_toldTenants.Count < MostTenantsTold && _toldTenants.TryAdd(told, true))
        {
            LogForeignTenant(told);
        }

        return null;
    }

    private void Refuse(HttpContext context, int status, string reason)
    {
        LogRefused(reason);
        context.Response.StatusCode = status;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused a request to Teams' door: {Reason}.")]
    private partial void LogRefused(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Teams sent an activity of a shape we do not know; it was dropped.")]
    private partial void LogUnknownShape();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody of the organisation {Tenant} wrote to the bot and was not heard: to let them, add it to RevBot:Teams:AllowedTenants.")]
    private partial void LogForeignTenant(string tenant);
}
