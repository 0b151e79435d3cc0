using System.Reflection;
using System.Text.RegularExpressions;

namespace RevBot.Tests.House;

public sealed partial class LayerTests
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

    /// <remarks>In comments too: a capability written with one platform in mind is soon written for it.</remarks>
    [Fact]
    public void A_capability_never_mentions_a_platform() =>
        // The company's file names the rooms of each platform; it is read in Company and nowhere else.
        Assert.Empty(PlatformWordsIn("RevBot.Intents", comments: true, except: "Company"));

    [Fact]
    public void Company_names_platforms_only_as_keys_of_rooms() =>
        Assert.Equal(["CompanyParser.cs", "CompanyText.cs"], PlatformWordsIn("RevBot.Intents", comments: false).Select(found => found.Split(':')[0]).Distinct());

    /// <remarks>Comments may say what a contract is like on one; the code may not know.</remarks>
    [Fact]
    public void The_conversation_knows_no_platform() => Assert.Empty(PlatformWordsIn("RevBot.Conversation", comments: false));

    [Theory]
    [InlineData("if (turn.Actor.Channel == \"teams\")", true)]
    [InlineData("if (turn.Actor.Channel is \"slack\")", true)]
    [InlineData("var card = new AdaptiveCard();", true)]
    [InlineData("Say(\"Open Microsoft Teams and try again.\")", true)]
    [InlineData("Send(\"task/fetch\")", true)]
    [InlineData("Reply(responseUrl)", true)]
    [InlineData("rooms[\"teams\"]", true)]
    [InlineData("Section(\"teams\", [\"name\"])", false)]
    [InlineData("profile.Teams.FirstOrDefault(team => team.Name == name)", false)]
    [InlineData("\"my team|our team|my teams\"", false)]
    [InlineData("(give them rooms in company.yaml) teams: EMEA", false)]
    [InlineData("await source.FetchAsync(reminders)", false)]
    public void A_word_of_a_platform_is_told_from_one_of_the_business(string code, bool isPlatforms) => Assert.Equal(isPlatforms, PlatformWord().IsMatch(code));

    private static List<string> PlatformWordsIn(string project, bool comments, string? except = null)
    {
        var root = Path.Combine(SourceTree.Root, "src", project);
        var parts = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(file => Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)[0] is var folder && folder != "obj" && folder != except);
        return
        [
            .. from file in parts
               from line in File.ReadLines(file)
               let code = comments || line.IndexOf("//", StringComparison.Ordinal) is not (>= 0 and var at) ? line : line[..at]
               from Match word in PlatformWord().Matches(code)
               select $"{Path.GetFileName(file)}: {word.Value}",
        ];
    }

    /// <summary>Platforms, and what only one of them has. A company has teams and a capability may fetch: the platform called so is written with a capital after a preposition or its maker, or as the name of a channel that something is held against.</summary>
    [GeneratedRegex(
        """slack|ms-?teams|(?-i:(Microsoft|in|on|to) Teams)|(==|!=|\b(is|or|not|case)\b|\[|Equals\()\s*"(teams|page|terminal)"|adaptive ?card|block ?kit|mrkdwn|bot ?framework|task/(fetch|submit)|service ?url|response_?url|trigger_?id|views\.(open|update|publish)|Action\.(Execute|Submit)|azure""",
        RegexOptions.IgnoreCase)]
    private static partial Regex PlatformWord();

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(reference => reference.Name ?? string.Empty)
        .Where(name => name.StartsWith("RevBot", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
