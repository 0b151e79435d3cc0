using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace RevBot.Tests.House;

public sealed partial class NamingTests
{
    [Fact]
    public void No_namespace_shares_a_name_with_a_type()
    {
        var types = HouseAssemblies.All.SelectMany(HouseAssemblies.WrittenTypes).ToList();
        var namespaces = types.Select(type => type.Namespace ?? string.Empty).SelectMany(name => name.Split('.')).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(types, type => !type.IsNested && namespaces.Contains(type.Name));
    }

    [Fact]
    public void Only_the_slack_door_has_types_named_for_slack() => Assert.All(
        HouseAssemblies.All.SelectMany(HouseAssemblies.WrittenTypes).Where(type => type.Name.StartsWith("Slack", StringComparison.Ordinal)),
        type => Assert.True(
            type.Namespace?.StartsWith("RevBot.Channels.Slack", StringComparison.Ordinal) == true || type.Namespace == "RevBot.Doctor",
            $"{type.FullName} stands outside the Slack door."));

    [Fact]
    public void Nothing_is_called_helper_manager_utils_or_service() => Assert.DoesNotContain(
        HouseAssemblies.All.SelectMany(HouseAssemblies.WrittenTypes),
        type => VagueName().IsMatch(type.Name));

    [Fact]
    public void Every_public_type_says_what_it_is_for()
    {
        var silent = new List<string>();
        foreach (var assembly in HouseAssemblies.All)
        {
            var documented = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"))
                .Descendants("member")
                .Where(member => !string.IsNullOrWhiteSpace(member.Element("summary")?.Value))
                .Select(member => (string?)member.Attribute("name"))
                .ToHashSet();
            silent.AddRange(HouseAssemblies.WrittenTypes(assembly)
                .Where(type => type.IsVisible && !documented.Contains("T:" + type.FullName?.Replace('+', '.')))
                .Where(type => !(type.IsNested && type.DeclaringType is { IsAbstract: true }))
                .Select(type => type.FullName ?? type.Name));
        }

        Assert.Empty(silent);
    }

    [GeneratedRegex("(Helper|Helpers|Manager|Util|Utils|Service|Services|Misc)$")]
    private static partial Regex VagueName();
}
