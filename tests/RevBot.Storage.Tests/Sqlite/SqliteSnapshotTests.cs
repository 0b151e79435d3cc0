using RevBot.Storage.Tests.Compliance;

namespace RevBot.Storage.Tests.Sqlite;

public sealed class SqliteSnapshotTests : SnapshotCompliance
{
    protected override Store OpenStore() => OpenCopy(Path.Combine(Folder, "revbot.db"));

    protected override Store OpenCopy(string file) => new(file, Time);
}
