namespace RevBot.Storage.Deals;

/// <summary>What a reader compares to know whether it is up to date.</summary>
internal readonly record struct StoreVersions(long Pipeline, long Directory, long Lists)
{
    private const string Sql = "SELECT pipeline_version, directory_version, lists_version FROM meta";

    public static StoreVersions Read(SqlSession session)
    {
        using var reader = session[Sql].Query();
        reader.Read();
        return new StoreVersions(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }
}
