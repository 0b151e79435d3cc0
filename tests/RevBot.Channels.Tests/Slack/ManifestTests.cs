using System.Runtime.CompilerServices;
using RevBot.Channels.Slack;

namespace RevBot.Channels.Tests.Slack;

/// <summary>manifests/slack/manifest.yaml is what people install: it must ask for what the code needs, and for nothing else.</summary>
public sealed class ManifestTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(Here())!, "../../../manifests/slack/manifest.yaml"));

    [Fact]
    public void It_asks_for_the_scopes_the_calls_need_and_no_others() =>
        Assert.Equal(SlackRequirements.BotScopes, ListUnder("bot").Order(StringComparer.Ordinal));

    [Fact]
    public void It_subscribes_to_the_events_that_are_handled() =>
        Assert.Equal(SlackRequirements.ScopesByEvent.Keys.Order(StringComparer.Ordinal), ListUnder("bot_events").Order(StringComparer.Ordinal));

    [Fact]
    public void It_names_the_commands() => Assert.Equal(SlackRequirements.Commands, Values("- command"));

    [Fact]
    public void It_names_the_shortcuts_that_are_known() => Assert.Equal(SlackRequirements.Shortcuts, Values("callback_id"));

    [Fact]
    public void It_offers_at_most_four_sentences_and_shows_the_home_tab()
    {
        Assert.InRange(Values("- title").Count, 1, 4);
        Assert.Equal(Values("- title").Count, Values("message").Count);
        Assert.InRange(Assert.Single(Values("agent_description")).Length, 1, 300);
        Assert.Equal(["true"], Values("home_tab_enabled"));
    }

    [Fact]
    public void Its_addresses_are_the_ones_that_are_mapped()
    {
        Assert.Equal([SlackEndpoints.CommandsPath], Values("url").Select(PathOf));
        Assert.Equal([SlackEndpoints.InteractivityPath], Values("message_menu_options_url").Select(PathOf));
        Assert.Equal([SlackEndpoints.EventsPath, SlackEndpoints.InteractivityPath], Values("request_url").Select(PathOf));
    }

    [Fact]
    public void It_keeps_Slacks_limits()
    {
        Assert.InRange(Assert.Single(Values("name")).Length, 1, 35);
        Assert.All(Values("- name"), name => Assert.InRange(name.Length, 1, 24));
        Assert.All(Values("description"), text => Assert.InRange(text.Length, 1, 140));
        Assert.Equal(["true"], Values("should_escape"));
        Assert.Equal(["true"], Values("messages_tab_enabled"));
        Assert.Equal(["true"], Values("is_enabled"));
    }

    private static string PathOf(string url) => new Uri(url).AbsolutePath;

    /// <summary>Values of all keys of this name.</summary>
    private static List<string> Values(string key) => [.. Lines.Select(line => line.Trim()).Where(line => line.StartsWith(key + ": ", StringComparison.Ordinal)).Select(line => line[(key.Length + 2)..].Trim('"'))];

    /// <summary>Items of the list under a key.</summary>
    private static List<string> ListUnder(string key)
    {
        var start = Array.FindIndex(Lines, line => line.Trim() == key + ":");
        return [.. Lines.Skip(start + 1).Select(line => line.Trim()).TakeWhile(line => line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith('#')).Where(line => line.StartsWith('-')).Select(line => line[2..])];
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
