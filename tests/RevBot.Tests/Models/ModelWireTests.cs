using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RevBot.Hosting;
using RevBot.Models;
using RevBot.Testing.Models;

namespace RevBot.Tests.Models;

/// <summary>What goes over the wire to a model, by both protocols, and what is made of what comes back.</summary>
public sealed class ModelWireTests : IAsyncLifetime
{
    private static readonly JsonElement Schema = JsonDocument.Parse("""{"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false}""").RootElement;

    private FakeModelServer _server = null!;

    public async Task InitializeAsync() => _server = await FakeModelServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Chat_completions_are_asked_for_json_of_a_schema()
    {
        _server.Record = """{"a":"b"}""";

        var answer = await AskAsync("openai");

        Assert.Equal("""{"a":"b"}""", answer.Text);
        var call = Assert.Single(_server.Calls);
        Assert.Equal("/v1/chat/completions", call.Path);
        Assert.Equal($"Bearer {FakeModelServer.Key}", call.Headers["Authorization"]);
        Assert.Equal("application/json", call.Headers["Content-Type"]);
        Assert.True(call.Headers.ContainsKey("Content-Length"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(call.Body), JsonNode.Parse(
            """
            {
              "model": "reader-1",
              "messages": [{ "role": "system", "content": "Read." }, { "role": "user", "content": "Hello" }],
              "max_completion_tokens": 50,
              "response_format": {
                "type": "json_schema",
                "json_schema": { "name": "thing", "description": "One thing.", "strict": true, "schema": { "type": "object", "properties": { "a": { "type": "string" } }, "required": ["a"], "additionalProperties": false } }
              }
            }
            """)), call.Body);
    }

    [Fact]
    public async Task Messages_are_asked_for_the_input_of_a_tool_that_must_be_called()
    {
        _server.Record = """{"a":"b"}""";

        await AskAsync("anthropic", "question");

        var call = Assert.Single(_server.Calls);
        Assert.Equal("/v1/messages", call.Path);
        Assert.Equal(FakeModelServer.Key, call.Headers["x-api-key"]);
        Assert.Equal("2023-06-01", call.Headers["anthropic-version"]);
        Assert.False(call.Headers.ContainsKey("Authorization"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(call.Body), JsonNode.Parse(
            """
            {
              "model": "reader-1",
              "max_tokens": 50,
              "system": "Read.",
              "messages": [{ "role": "user", "content": "Hello" }],
              "tools": [{ "name": "question", "description": "One thing.", "input_schema": { "type": "object", "properties": { "a": { "type": "string" } }, "required": ["a"], "additionalProperties": false } }],
              "tool_choice": { "type": "tool", "name": "question", "disable_parallel_tool_use": true }
            }
            """)), call.Body);
    }

    [Fact]
    public async Task The_input_of_the_tool_is_the_answer()
    {
        _server.Record = """{"a":"b"}""";
        Assert.Equal("""{"a":"b"}""", (await AskAsync("anthropic", "question")).Text);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task A_refusal_is_told_as_one(string provider)
    {
        _server.Fault = FakeModelFault.Refusal;
        var answer = await AskAsync(provider, "question");
        Assert.Equal((ChatFinishReason.ContentFilter, ""), (answer.FinishReason!.Value, answer.Text));
    }

    [Theory]
    [InlineData("openai", FakeModelFault.Error, 500)]
    [InlineData("anthropic", FakeModelFault.TooMany, 429)]
    [InlineData("openai", FakeModelFault.WrongKey, 401)]
    [InlineData("anthropic", FakeModelFault.Redirect, 307)]
    public async Task An_error_is_its_status_and_quotes_nothing(string provider, FakeModelFault fault, int status)
    {
        _server.Fault = fault;
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(provider, "question"));
        Assert.Equal(status, (int)failure.StatusCode!.Value);
        Assert.DoesNotContain("sk-", failure.ToString(), StringComparison.Ordinal);
        Assert.Single(_server.Calls);
    }

    [Theory]
    [InlineData("openai", FakeModelFault.Oversize)]
    [InlineData("anthropic", FakeModelFault.Oversize)]
    [InlineData("openai", FakeModelFault.Cut)]
    public async Task Too_much_or_too_little_is_an_error(string provider, FakeModelFault fault)
    {
        _server.Record = """{"a":"b"}""";
        _server.Fault = fault;
        // The second protocol's answer is parsed by its server first, so its megabytes stand in a text.
        _server.Record = provider == "anthropic" ? JsonSerializer.Serialize(new { a = new string('x', 4_000_000) }) : _server.Record;
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(provider, "question"));
    }

    [Theory]
    [InlineData("openai", FakeModelFault.Garbage)]
    [InlineData("anthropic", FakeModelFault.Garbage)]
    [InlineData("anthropic", FakeModelFault.Chatter)]
    public async Task What_is_not_of_the_protocol_is_no_answer(string provider, FakeModelFault fault)
    {
        _server.Fault = fault;
        await Assert.ThrowsAsync<JsonException>(() => AskAsync(provider, "question"));
    }

    [Theory]
    [InlineData(null, null, null, "sk", "")]
    [InlineData("openai", null, "m", "sk", "")]
    [InlineData("Anthropic", null, "m", "sk", "")]
    [InlineData("openai", "http://127.0.0.1:11434/v1", "m", null, "")]
    [InlineData("openai", "http://localhost:8000/v1", "m", null, "")]
    [InlineData("openai", "http://models.example.com/v1", "m", "sk", "must be an https address")]
    [InlineData("openai", "https://me:secret@models.example.com/v1", "m", "sk", "must be an https address")]
    [InlineData("openai", "https://models.example.com/v1?key=secret", "m", "sk", "must be an https address")]
    [InlineData("openai", "file:///etc/passwd", "m", "sk", "must be an https address")]
    [InlineData("openai", "models.example.com", "m", "sk", "must be an https address")]
    [InlineData("openai", "https://models.example.com/v1", "m", null, "REVBOT_MODEL_KEY is not set")]
    [InlineData("openai", null, null, "sk", "REVBOT_MODEL_NAME is missing")]
    [InlineData(null, null, "m", "sk", "REVBOT_MODEL_PROVIDER is missing")]
    [InlineData("gemini", null, "m", "sk", "must be openai or anthropic")]
    [InlineData("openai", null, "m", "sk\nX-Other: 1", "signs that no key has")]
    public void Settings_that_cannot_work_are_refused_in_a_sentence(string? provider, string? address, string? name, string? key, string problem)
    {
        var options = Options(key, ("REVBOT_MODEL_PROVIDER", provider), ("REVBOT_MODEL_URL", address), ("REVBOT_MODEL_NAME", name));
        var problems = options.IsConfigured ? options.FindProblems() : [];
        Assert.Equal(problem.Length == 0, problems.Count == 0);
        Assert.True(problem.Length == 0 || problems.Any(one => one.Contains(problem, StringComparison.Ordinal)), string.Join('\n', problems));
        Assert.DoesNotContain("secret", string.Join('\n', problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_in_a_file_is_refused()
    {
        var options = Options("sk-env", ("RevBot:Model:Provider", "openai"), ("RevBot:Model:Name", "m"), ("RevBot:Model:Key", "sk-file"));
        Assert.Contains("stands in the settings", Assert.Single(options.FindProblems()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_is_told_to_nobody()
    {
        var options = Options("sk-secret", ("REVBOT_MODEL_PROVIDER", "openai"), ("REVBOT_MODEL_NAME", "m"));
        Assert.DoesNotContain("sk-secret", options.ToString() + JsonSerializer.Serialize(options), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_there_unless_it_is_named()
    {
        var services = new ServiceCollection().AddModel(Options("sk-secret"));
        Assert.Empty(services);
        Assert.Throws<CommandException>(() => new ServiceCollection().AddModel(Options(null, ("REVBOT_MODEL_PROVIDER", "openai"))));
    }

    private static ModelOptions Options(string? key, params (string Name, string? Value)[] settings) =>
        ModelOptions.From(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value))).Build(), key);

    private async Task<ChatResponse> AskAsync(string provider, string name = "thing")
    {
        var settings = _server.Settings(provider);
        var options = Options(FakeModelServer.Key, [.. settings.Where(pair => pair.Key != "REVBOT_MODEL_KEY").Select(pair => (pair.Key, pair.Value))]);
        await using var services = new ServiceCollection().AddModel(options).BuildServiceProvider();
        return await services.GetRequiredService<IChatClient>().GetResponseAsync(
            [new(ChatRole.System, "Read."), new(ChatRole.User, "Hello")],
            new ChatOptions { MaxOutputTokens = 50, ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema, name, "One thing.") });
    }
}
