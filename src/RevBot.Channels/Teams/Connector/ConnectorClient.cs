using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using RevBot.Channels.Teams.Protocol;

namespace RevBot.Channels.Teams.Connector;

/// <summary>The Bot Connector's calls we make, and nothing else of it. Fails with <see cref="ConnectorException"/>; retries belong to the outbox.</summary>
/// <remarks>Each takes the address the conversation is served at, which is checked again here: the token goes to no other.</remarks>
internal sealed class ConnectorClient(HttpClient http, ConnectorTokens tokens, IOptions<TeamsOptions> options, TimeProvider time)
{
    private const int MostMembersOnAPage = 500;

    private readonly TeamsOptions _options = options.Value;

    /// <summary>A new message; in a channel the conversation's id names the thread.</summary>
    public Task<ResourceResponse> SendAsync(string? service, string conversation, Activity activity, CancellationToken cancellationToken) =>
        WriteAsync("send", HttpMethod.Post, service, $"v3/conversations/{Escape(conversation)}/activities", activity, cancellationToken);

    /// <summary>A new message that answers another. Teams shows it like any other, since the conversation's id names the thread already, and chats have none: so the bot just sends.</summary>
    public Task<ResourceResponse> ReplyAsync(string? service, string conversation, string messageId, Activity activity, CancellationToken cancellationToken) =>
        WriteAsync("reply", HttpMethod.Post, service, MessagePath(conversation, messageId), activity with { ReplyToId = messageId }, cancellationToken);

    public Task<ResourceResponse> UpdateAsync(string? service, string conversation, string messageId, Activity activity, CancellationToken cancellationToken) =>
        WriteAsync("update", HttpMethod.Put, service, MessagePath(conversation, messageId), activity with { Id = messageId }, cancellationToken);

    /// <summary>Takes a message back. The bot never does: Teams leaves a "deleted" where it stood, a card with what became of it tells more, and people may have read it.</summary>
    public async Task DeleteAsync(string? service, string conversation, string messageId, CancellationToken cancellationToken) =>
        await CallAsync("delete", HttpMethod.Delete, service, MessagePath(conversation, messageId), null, cancellationToken);

    /// <summary>The chat with one person, the same each time it is asked for; the app must be installed for them.</summary>
    public async Task<string> OpenPersonalChatAsync(string? service, string tenant, string userId, CancellationToken cancellationToken)
    {
        var opened = await CreateConversationAsync(
            service,
            new ConversationParameters { IsGroup = false, Members = [new ChannelAccount { Id = userId }], TenantId = tenant, Bot = Bot },
            cancellationToken);
        return opened.Id is { Length: > 0 } id ? id : throw new ConnectorException("create", 0, "invalid_answer");
    }

    /// <summary>A new thread in a channel, begun by its first message.</summary>
    public Task<ConversationResource> BeginThreadAsync(string? service, string tenant, string room, Activity activity, CancellationToken cancellationToken) =>
        CreateConversationAsync(
            service,
            new ConversationParameters
            {
                IsGroup = true,
                TenantId = tenant,
                Bot = Bot,
                ChannelData = new TeamsChannelData { Channel = new TeamsRoom(room), Tenant = new TeamsTenant(tenant) },
                Activity = activity with { From = Bot },
            },
            cancellationToken);

    public async Task<ConversationResource> CreateConversationAsync(string? service, ConversationParameters parameters, CancellationToken cancellationToken) =>
        ReadSent(
            await CallAsync("create", HttpMethod.Post, service, "v3/conversations", JsonOf(parameters, TeamsJson.Default.ConversationParameters), cancellationToken),
            TeamsJson.Default.ConversationResource) ?? new ConversationResource(null);

    /// <summary>Who somebody is, as the roster of a conversation they are in says.</summary>
    public Task<ChannelAccount> GetMemberAsync(string? service, string conversation, string userId, CancellationToken cancellationToken) =>
        ReadAsync("member", service, $"v3/conversations/{Escape(conversation)}/members/{Escape(userId)}", TeamsJson.Default.ChannelAccount, cancellationToken);

    /// <param name="continuation">Where the page before ended; null for the first.</param>
    public Task<PagedMembers> ListMembersAsync(string? service, string conversation, string? continuation, CancellationToken cancellationToken) =>
        ReadAsync(
            "members",
            service,
            FormattableString.Invariant($"v3/conversations/{Escape(conversation)}/pagedmembers?pageSize={MostMembersOnAPage}{(continuation is null ? string.Empty : $"&continuationToken={Escape(continuation)}")}"),
            TeamsJson.Default.PagedMembers,
            cancellationToken);

    public Task<TeamsTeam> GetTeamAsync(string? service, string teamId, CancellationToken cancellationToken) =>
        ReadAsync("team", service, $"v3/teams/{Escape(teamId)}", TeamsJson.Default.TeamsTeam, cancellationToken);

    /// <summary>The channels of a team.</summary>
    public async Task<IReadOnlyList<TeamsRoom>> ListRoomsAsync(string? service, string teamId, CancellationToken cancellationToken) =>
        (await ReadAsync("rooms", service, $"v3/teams/{Escape(teamId)}/conversations", TeamsJson.Default.RoomList, cancellationToken)).Conversations ?? [];

    private ChannelAccount? Bot => _options.AppId is { } id ? new ChannelAccount { Id = $"28:{id}" } : null;

    private async Task<ResourceResponse> WriteAsync(string call, HttpMethod method, string? service, string path, Activity activity, CancellationToken cancellationToken) =>
        ReadSent(
            await CallAsync(call, method, service, path, JsonOf(activity with { From = activity.From ?? Bot }, TeamsJson.Default.Activity), cancellationToken),
            TeamsJson.Default.ResourceResponse) ?? new ResourceResponse(null);

    private async Task<T> ReadAsync<T>(string call, string? service, string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        ReadSent(await CallAsync(call, HttpMethod.Get, service, path, null, cancellationToken), type) ?? throw new ConnectorException(call, 0, "invalid_answer");

    private async Task<byte[]> CallAsync(string call, HttpMethod method, string? service, string path, byte[]? body, CancellationToken cancellationToken)
    {
        if (_options.FindService(service) is not { } address)
        {
            throw new ConnectorException(call, 0, "address_not_allowed");
        }

        var url = new Uri($"{address.AbsoluteUri.TrimEnd('/')}/{path}");
        for (var isSecond = false; ; isSecond = true)
        {
            var token = await tokens.GetAsync(cancellationToken);
            using var request = new HttpRequestMessage(method, url);
            if (token is not null)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            }

            if (body is not null)
            {
                request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
            }

            using var response = await ConnectorHttp.SendAsync(http, call, request, cancellationToken);
            var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return answer;
            }

            if (token is not null && response.StatusCode == HttpStatusCode.Unauthorized)
            {
                tokens.Drop(token);
                if (!isSecond)
                {
                    continue;
                }
            }

            throw ConnectorHttp.Refusal(call, response, ReadSent(answer, TeamsJson.Default.ConnectorError)?.Error?.Code, time);
        }
    }

    /// <summary>Null for a body that is empty or unreadable: what was sent has arrived all the same.</summary>
    private static T? ReadSent<T>(byte[] body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string MessagePath(string conversation, string messageId) => $"v3/conversations/{Escape(conversation)}/activities/{Escape(messageId)}";

    /// <summary>As one part of the path. Dots cannot be escaped and would lead out of it, to another call.</summary>
    private static string Escape(string id) => id is "." or ".." ? throw new ConnectorException("id_not_allowed") : Uri.EscapeDataString(id);

    private static byte[] JsonOf<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);
}
