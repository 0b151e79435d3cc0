using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RevBot.Models;

/// <summary>One request to a model's address and its answer, as both protocols have them. It follows no redirect, keeps no cookie and reads no more than an answer can have.</summary>
internal sealed class ModelWire(HttpClient http, ModelOptions options)
{
    /// <summary>A record has some hundred bytes; whoever sends more sends something else.</summary>
    public const int LongestAnswer = 64 * 1024;

    /// <exception cref="HttpRequestException">Not reached, answered with an error, or too long.</exception>
    /// <exception cref="JsonException">The answer is not of the protocol.</exception>
    public async Task<TAnswer> PostAsync<TRequest, TAnswer>(
        string path, TRequest body, JsonTypeInfo<TRequest> requestType, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken, params (string Name, string Value)[] headers)
    {
        // Sent with its length: small servers know no chunks.
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, requestType));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Url!, path)) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        options.Sign(request);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            // What the provider writes may quote what was sent; the status is enough.
            throw new HttpRequestException(null, null, answer.StatusCode);
        }

        var text = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        return JsonSerializer.Deserialize(text, answerType) ?? throw new JsonException();
    }
}
