using RevBot.Storage.Tests.Compliance;

namespace RevBot.Storage.Tests.Sqlite;

public sealed class SqliteRecordTests : RecordCompliance
{
    protected override Store OpenStore() => new(Path.Combine(Folder, "revbot.db"), Time);
}
