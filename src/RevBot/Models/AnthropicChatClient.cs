using System.Text.Json;
using Microsoft.Extensions.AI;
using RevBot.Models.Protocol;

namespace RevBot.Models;

/// <summary>Speaks messages (<c>POST /v1/messages</c>); an answer bound to a schema is the input of a tool that must be called. Only what reading needs: no streaming.</summary>
internal sealed class AnthropicChatClient(ModelWire wire, string model) : ModelChatClient
{
    private const string Version = "2023-06-01";
    private const int UsualTokens = 1_024;

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var all = messages.ToList();
        var tool = options?.ResponseFormat is ChatResponseFormatJson { Schema: { } schema } json ? new AnthropicTool(json.SchemaName ?? "answer", json.SchemaDescription, schema) : null;
        var request = new AnthropicRequest(
            model,
            options?.MaxOutputTokens ?? UsualTokens,
            string.Join("\n\n", all.Where(message => message.Role == ChatRole.System).Select(message => message.Text)),
            [.. all.Where(message => message.Role != ChatRole.System).Select(message => new AnthropicMessage(message.Role.Value, message.Text))],
            tool is null ? null : [tool],
            tool is null ? null : new AnthropicChoice("tool", tool.Name, true));
        var answer = await wire.PostAsync("messages", request, ModelJson.Default.AnthropicRequest, ModelJson.Default.AnthropicAnswer, cancellationToken, ("anthropic-version", Version));
        if (answer.StopReason == "refusal")
        {
            return Declined();
        }

        var said = tool is null
            ? string.Concat((answer.Content ?? []).Where(block => block.Type == "text").Select(block => block.Text))
            : (answer.Content ?? []).FirstOrDefault(block => block.Type == "tool_use" && block.Name == tool.Name) is { Input: { ValueKind: JsonValueKind.Object } input } ? input.GetRawText()
            : throw new JsonException();
        return Said(said);
    }
}
