using System.Reflection;

namespace RevBot.Tests.House;

public sealed class LayerTests
{
    [Fact]
    public void Pipeline_knows_nobody() => Assert.Empty(References(HouseAssemblies.Pipeline));

    [Fact]
    public void Conversation_knows_nobody() => Assert.Empty(References(HouseAssemblies.Conversation));

    [Fact]
    public void Channels_cannot_see_deals() => Assert.Equal(["RevBot.Conversation"], References(HouseAssemblies.Channels));

    [Fact]
    public void Intents_speak_both_vocabularies_and_nothing_else() =>
        Assert.Equal(["RevBot.Conversation", "RevBot.Pipeline"], References(HouseAssemblies.Intents));

    [Fact]
    public void Storage_sees_the_two_vocabularies() =>
        Assert.Equal(["RevBot.Conversation", "RevBot.Pipeline"], References(HouseAssemblies.Storage));

    [Fact]
    public void Pipeline_uses_the_base_library_alone() => Assert.All(
        HouseAssemblies.Pipeline.GetReferencedAssemblies(),
        reference => Assert.True(reference.Name?.StartsWith("System", StringComparison.Ordinal), $"RevBot.Pipeline uses {reference.Name}."));

    [Fact]
    public void Conversation_and_intents_use_no_web_framework_and_no_store()
    {
        foreach (var assembly in new[] { HouseAssemblies.Conversation, HouseAssemblies.Intents })
        {
            Assert.DoesNotContain(assembly.GetReferencedAssemblies(), reference =>
                reference.Name?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true
                || reference.Name?.StartsWith("Microsoft.Data", StringComparison.Ordinal) == true);
        }
    }

    [Fact]
    public void Sql_is_spoken_in_storage_alone() => Assert.All(
        HouseAssemblies.All.Where(assembly => assembly != HouseAssemblies.Storage),
        assembly => Assert.DoesNotContain(assembly.GetReferencedAssemblies(), reference => reference.Name == "Microsoft.Data.Sqlite"));

    [Fact]
    public void A_capability_never_mentions_a_platform()
    {
        var offenders = Directory
            .EnumerateFiles(Path.Combine(SourceTree.Root, "src", "RevBot.Intents"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}Company{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file) is var text
                && (text.Contains("slack", StringComparison.OrdinalIgnoreCase) || text.Contains("block kit", StringComparison.OrdinalIgnoreCase) || text.Contains("adaptive", StringComparison.OrdinalIgnoreCase)))
            .Select(file => Path.GetRelativePath(SourceTree.Root, file));
        Assert.Empty(offenders);
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(reference => reference.Name ?? string.Empty)
        .Where(name => name.StartsWith("RevBot", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
