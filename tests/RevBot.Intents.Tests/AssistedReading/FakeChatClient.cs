using Microsoft.Extensions.AI;

namespace RevBot.Intents.Tests.AssistedReading;

/// <summary>A model that says what it is told to say, late or not at all, and keeps what it was sent.</summary>
internal sealed class FakeChatClient : IChatClient
{
    /// <summary>What it answers; a test may throw here or wait.</summary>
    public Func<CancellationToken, Task<ChatResponse>> Answer { get; set; } = _ => throw new InvalidOperationException("Nobody told it what to say.");

    public List<(string Instruction, string Message, ChatOptions? Options)> Calls { get; } = [];

    public void Says(string text) => Answer = _ => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, text)));

    public void Declines() => Answer = _ => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, string.Empty)) { FinishReason = ChatFinishReason.ContentFilter });

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var all = messages.ToList();
        Calls.Add((all[0].Text, all[1].Text, options));
        return Answer(cancellationToken);
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
