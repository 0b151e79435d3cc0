using System.Text.Json;
using Microsoft.Extensions.AI;
using RevBot.Models.Protocol;

namespace RevBot.Models;

/// <summary>Speaks chat completions (<c>POST /v1/chat/completions</c>) with an answer bound to a schema. Only what reading needs: no tools, no streaming.</summary>
internal sealed class OpenAiChatClient(ModelWire wire, string model) : ModelChatClient
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var format = options?.ResponseFormat is ChatResponseFormatJson { Schema: { } schema } json
            ? new OpenAiFormat("json_schema", new OpenAiSchema(json.SchemaName ?? "answer", json.SchemaDescription, true, schema))
            : null;
        var request = new OpenAiRequest(model, [.. messages.Select(message => new OpenAiMessage(message.Role.Value, message.Text))], options?.MaxOutputTokens, format);
        var answer = await wire.PostAsync("chat/completions", request, ModelJson.Default.OpenAiRequest, ModelJson.Default.OpenAiAnswer, cancellationToken);
        if (answer.Choices is not [{ Message: { } said } choice, ..])
        {
            throw new JsonException();
        }

        return said.Refusal is { Length: > 0 } || choice.FinishReason == "content_filter" ? Declined() : Said(said.Content ?? string.Empty);
    }
}
