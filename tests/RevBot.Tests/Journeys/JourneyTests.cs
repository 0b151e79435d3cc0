using RevBot.Tests.Support;

namespace RevBot.Tests.Journeys;

/// <summary>Every conversation script through every door: the same facts are told as in the terminal, and the same is left in the store.</summary>
[Collection("browsers")]
public sealed class JourneyTests(JourneyStand stand) : IClassFixture<JourneyStand>
{
    public static TheoryData<string> Scripts => [.. Script.Names];

    public static TheoryData<string, string> ScriptsOverWires
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var door in DoorCatalog.Wires)
            {
                foreach (var script in Script.Names)
                {
                    all.Add(door, script);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public Task In_the_terminal(string script) => GoesAsync(DoorCatalog.Terminal, script);

    [Theory]
    [MemberData(nameof(ScriptsOverWires))]
    public Task Over_the_wires(string door, string script) => GoesAsync(door, script);

    [BrowserTheory]
    [MemberData(nameof(Scripts))]
    public Task On_the_page(string script) => GoesAsync(DoorCatalog.Page, script);

    private async Task GoesAsync(string door, string script)
    {
        var (reference, account) = await stand.CompareAsync(door);
        var (expected, journal) = (reference.Of(script), account.Of(script));
        Assert.NotEmpty(journal.Told);
        Assert.Equal(expected.Told.Keys, journal.Told.Keys);
        Assert.All(expected.Told, told => Assert.Equal($"{told.Key}: {told.Value}", $"{told.Key}: {journal.Told[told.Key]}"));
        Assert.Equal(string.Join('\n', expected.Left), string.Join('\n', journal.Left));
    }
}
