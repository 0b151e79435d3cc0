using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using RevBot.Channels.Slack;
using RevBot.Channels.Slack.Protocol;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.LocalPage;

/// <summary>The local page: a chat as a person of one's choice, with the very messages and forms Slack would get. Only for this machine, and only for the page itself.</summary>
internal static class PageEndpoints
{
    private const int LongestBody = 256 * 1024;

    /// <summary>No other site's script can set it without asking, and none is allowed to.</summary>
    private const string PageHeader = "X-RevBot-Page";

    private static readonly JsonTypeInfo<PageMessage> MessageJson = PageJson.Default.PageMessage;

    public static void MapPage(this IEndpointRouteBuilder endpoints)
    {
        var page = endpoints.MapGroup(string.Empty).AddEndpointFilter(OnlyFromThisMachineAsync);
        page.MapGet("/", () => Asset("index.html", "text/html; charset=utf-8"));
        page.MapGet("/page/page.js", () => Asset("page.js", "text/javascript; charset=utf-8"));
        page.MapGet("/page/blocks.js", () => Asset("blocks.js", "text/javascript; charset=utf-8"));
        page.MapGet("/page/page.css", () => Asset("page.css", "text/css; charset=utf-8"));
        page.MapGet("/page/start", StartAsync);
        page.MapGet("/page/stream", StreamAsync);
        page.MapPost("/page/say", SayAsync).AddEndpointFilter(OnlyFromThePageAsync);
        page.MapPost("/page/interactivity", InteractAsync).AddEndpointFilter(OnlyFromThePageAsync);
    }

    private static FileStreamHttpResult Asset(string name, string contentType) => TypedResults.Stream(
        Assembly.GetExecutingAssembly().GetManifestResourceStream($"page/{name}") ?? throw new InvalidOperationException($"{name} is not in the assembly."),
        contentType);

    private static async ValueTask<object?> OnlyFromThisMachineAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var isLocal = http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);

        // A proxy on this machine brings the world along.
        var isForwarded = http.Request.Headers.ContainsKey("X-Forwarded-For") || http.Request.Headers.ContainsKey("Forwarded") || http.Request.Headers.ContainsKey("Via");

        // A name that a stranger lets point here would reach us too; the page is asked for by this machine's own names.
        if (!isLocal || isForwarded || http.Request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
        {
            return TypedResults.NotFound();
        }

        // Nothing but our own files runs, and no other page may show this one and have it clicked.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return await next(context);
    }

    private static async ValueTask<object?> OnlyFromThePageAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!request.Headers.ContainsKey(PageHeader))
        {
            return Problem($"The header {PageHeader} is missing: this address serves the page alone.", StatusCodes.Status403Forbidden);
        }

        return request.ContentLength <= LongestBody
            ? await next(context)
            : Problem($"At most {LongestBody} bytes are read, and their number must be told.", StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<IResult> StartAsync(IPageDirectory directory, CancellationToken cancellationToken)
    {
        var people = await directory.GetPeopleAsync(cancellationToken);
        var rooms = directory.GetRooms().Select(name => new PageRoom(PageChannel.RoomId(name), name));
        return TypedResults.Json(new PageStart(people, [.. rooms]), PageJson.Default.PageStart);
    }

    /// <summary>Server-sent events: all that was said in the person's direct chat and in the rooms, then what comes. Ends when the page is closed or the bot stops.</summary>
    private static async Task StreamAsync(
        string? @as, HttpContext http, IOutbox outbox, IPageDirectory directory, PageFeed feed, IHostApplicationLifetime host, CancellationToken cancellationToken)
    {
        var person = @as ?? string.Empty;
        var transcript = new PageTranscript(outbox, person, [PageChannel.DirectRoomId(person), .. directory.GetRooms().Select(PageChannel.RoomId)]);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, host.ApplicationStopping);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            for (var isFirst = true; ; isFirst = false)
            {
                foreach (var message in await transcript.ReadNewAsync(ending.Token))
                {
                    await http.Response.WriteAsync($"data: {JsonSerializer.Serialize(message, MessageJson)}\n\n", ending.Token);
                }

                if (isFirst)
                {
                    await http.Response.WriteAsync("event: caught-up\ndata: {}\n\n", ending.Token);
                }

                await http.Response.Body.FlushAsync(ending.Token);
                await feed.WaitAsync(ending.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the bot stops.
        }
    }

    private static async Task<IResult> SayAsync(HttpRequest request, IInbox inbox, IPageDirectory directory, TimeProvider clock, CancellationToken cancellationToken)
    {
        var said = await ReadAsync(request, PageJson.Default.PageUtterance, cancellationToken);
        if (said is not { As: { Length: > 0 } person, Room: { Length: > 0 } room, Text: { } text } || string.IsNullOrWhiteSpace(text))
        {
            return Problem("Send JSON with as (an e-mail address), room and text.", StatusCodes.Status400BadRequest);
        }

        var people = await directory.GetPeopleAsync(cancellationToken);
        var isDirect = room == PageChannel.DirectRoomId(person);
        if (people.All(known => known.Email != person) || (!isDirect && !directory.GetRooms().Select(PageChannel.RoomId).Contains(room)))
        {
            return Problem($"There is no room {room} for {person} on this page.", StatusCodes.Status400BadRequest);
        }

        var now = clock.GetUtcNow();
        var id = $"{PageChannel.ChannelName}:{Guid.CreateVersion7(now):n}";
        await inbox.AcceptAsync(
            new Turn
            {
                Id = id,
                ReceivedAt = now,
                Actor = new Actor(PageChannel.ChannelName, string.Empty, person),
                Conversation = new ConversationReference(PageChannel.ChannelName, string.Empty, room, isDirect ? null : said.Thread ?? id, isDirect),
                Input = new TurnInput.Said(text.Trim()),
            },
            cancellationToken);
        return TypedResults.Json(new PageAccepted(id, now), PageJson.Default.PageAccepted);
    }

    /// <summary>Takes what Slack would send for a click, a changed field, a search for options or a submission, and answers what Slack would be told.</summary>
    private static async Task<IResult> InteractAsync(HttpRequest request, ITurnRunner runner, IFormOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var interaction = await ReadAsync(request, SlackJson.Default.Interaction, cancellationToken);
        if (interaction is not null && SlackSuggestion.Read(interaction, clock.GetUtcNow()) is { } suggestion)
        {
            var found = await (suggestion with { Asked = OnThePage(suggestion.Asked) }).FindAsync(options, cancellationToken);
            return TypedResults.Json(found, SlackJson.Default.OptionsAnswer);
        }

        if (interaction is null || SlackTranslator.FromInteraction(interaction, clock.GetUtcNow()) is not { } translated)
        {
            return Problem("Send an interaction as Slack does: type, user, and actions or view.", StatusCodes.Status400BadRequest);
        }

        var turn = OnThePage(translated);
        var result = await runner.RunAsync(turn, cancellationToken);
        if (result.Errors.Count > 0 && !SlackModalRenderer.LacksFields(result.Errors, result.Form, interaction.View?.State))
        {
            return Answer(new PageAnswer("errors", null, SlackModalRenderer.RenderErrors(result.Errors, interaction.View?.State)));
        }

        if (result.Form is not { } form)
        {
            return Answer(new PageAnswer(null, null, null));
        }

        var message = (turn.Input as TurnInput.ButtonClick)?.Message ?? (turn.Input as TurnInput.FormOpening)?.Message;
        var metadata = new ViewMetadata(form.Session.Id, turn.Conversation.RoomId, turn.Conversation.ThreadId, turn.Conversation.IsDirect, message?.MessageId);
        return Answer(new PageAnswer(interaction.View is null ? "open" : "update", SlackModalRenderer.Render(form, metadata), null));

        static IResult Answer(PageAnswer answer) => TypedResults.Json(answer, PageJson.Default.PageAnswer);
    }

    private static Turn OnThePage(Turn turn) => turn with
    {
        Id = $"{PageChannel.ChannelName}:{turn.Id}",
        Actor = turn.Actor with { Channel = PageChannel.ChannelName, Tenant = string.Empty },
        Conversation = turn.Conversation with { Channel = PageChannel.ChannelName, Tenant = string.Empty, ReplyAddress = null },
        Input = turn.Input switch
        {
            TurnInput.ButtonClick click => click with { Message = Local(click.Message) },
            TurnInput.FormOpening opening => opening with { Message = Local(opening.Message) },
            var other => other,
        },
    };

    private static MessageReference? Local(MessageReference? message) =>
        message is null ? null : message with { Channel = PageChannel.ChannelName, Tenant = string.Empty, ReplyAddress = null };

    private static async Task<T?> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return request.HasJsonContentType() ? await JsonSerializer.DeserializeAsync(request.Body, type, cancellationToken) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonHttpResult<PageProblem> Problem(string sentence, int status) => TypedResults.Json(new PageProblem(sentence), PageJson.Default.PageProblem, statusCode: status);
}
