using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Testing;

namespace RevBot.Storage.Tests;

/// <summary>What tests of every contract share: a store in a folder of its own, a clock that stands still, and the few things people say.</summary>
public abstract class StoreTests : IAsyncLifetime
{
    private readonly List<Store> _stores = [];
    private Store? _store;

    protected static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token;

    protected static Actor Dana { get; } = new("slack", "T1", "U-dana");

    protected FakeTime Time { get; } = new();

    protected string Folder { get; } = Directory.CreateTempSubdirectory("revbot-store-").FullName;

    protected Store Store => _store ??= Open();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        _stores.ForEach(store => store.Dispose());
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Another process on the same store, or the same one after a crash (the first is left as it is).</summary>
    protected Store Open()
    {
        var store = OpenStore();
        _stores.Add(store);
        return store;
    }

    protected abstract Store OpenStore();

    protected static ConversationReference Room(string room, string? thread = null) => new("slack", "T1", room, thread);

    protected Turn Said(string id, string text = "hello", string room = "C1") => new()
    {
        Id = id,
        ReceivedAt = Time.GetUtcNow(),
        Actor = Dana,
        Conversation = Room(room),
        Input = new TurnInput.Said(text),
    };

    protected OutboundMessage Message(string id, string room = "C1", string text = "hi", string? cardKey = null, OutboundKind kind = OutboundKind.Post) => new()
    {
        Id = id,
        TurnId = "turn-1",
        Kind = kind,
        To = Room(room),
        Card = Card.Text(text),
        CardKey = cardKey,
        CreatedAt = Time.GetUtcNow(),
    };

    protected static MessageReference Posted(string id, string room = "C1") => new("slack", "T1", room, id);
}
