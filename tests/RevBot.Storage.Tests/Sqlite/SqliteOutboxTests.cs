using RevBot.Storage.Tests.Compliance;

namespace RevBot.Storage.Tests.Sqlite;

public sealed class SqliteOutboxTests : OutboxCompliance
{
    protected override Store OpenStore() => new(Path.Combine(Folder, "revbot.db"), Time);
}
