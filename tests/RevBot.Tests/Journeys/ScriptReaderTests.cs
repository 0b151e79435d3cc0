namespace RevBot.Tests.Journeys;

/// <summary>A script that cannot be gone through is refused before a door is opened, with its line and what may stand there.</summary>
public sealed class ScriptReaderTests
{
    private static readonly Dictionary<string, string> Cast = new() { ["deal"] = "D-7", ["owner"] = "Dana Reyes" };

    [Fact]
    public void A_script_reads_like_a_transcript()
    {
        var script = ScriptReader.Read("lost", """
            # Dana loses a deal.

            as dana@example.com
            say #{deal} closed lost
              see needs loss reason
            open the form
            choose Loss reason: Other: really
            submit
              see {owner}
            """, Cast);

        Assert.Equal(
            [
                new ScriptStep(3, ScriptVerb.As, "dana@example.com"),
                new ScriptStep(4, ScriptVerb.Say, "#D-7 closed lost"),
                new ScriptStep(5, ScriptVerb.See, "needs loss reason"),
                new ScriptStep(6, ScriptVerb.OpenForm),
                new ScriptStep(7, ScriptVerb.Fill, "Loss reason", "Other: really"),
                new ScriptStep(8, ScriptVerb.Submit),
                new ScriptStep(9, ScriptVerb.See, "Dana Reyes"),
            ],
            script.Steps);
    }

    [Theory]
    [InlineData("say help", "lost.txt line 1: a script begins with a comment that says what it shows")]
    [InlineData("# Help.\nshout help", "lost.txt line 2: “shout help” is no step. A step is one of: as …, in the direct chat, ")]
    [InlineData("# Help.\nsay", "lost.txt line 2: “say” is no step.")]
    [InlineData("# Help.\nsay help\nsubmit now", "lost.txt line 3: “submit now” is no step.")]
    [InlineData("# Help.\nsay tell me about {dael}", "lost.txt line 2: nobody and nothing is called {dael}. There is {deal}, {owner}.")]
    [InlineData("# Help.\nsay #{deal} lost\nopen the form\nchoose Price", "lost.txt line 4: “choose Price” fills nothing in.")]
    [InlineData("# Help.\nsee help", "lost.txt line 2: nothing is shown yet that could be seen.")]
    [InlineData("# Help.\npress Undo", "lost.txt line 2: nothing is shown yet that could be pressed.")]
    [InlineData("# Help.\nsay #{deal} lost\nsubmit", "lost.txt line 3: no form is open; “open the form” comes first.")]
    public void What_cannot_be_gone_through_is_named_with_its_line(string text, string problem) =>
        Assert.StartsWith(problem, Assert.Throws<FormatException>(() => ScriptReader.Read("lost", text, Cast)).Message, StringComparison.Ordinal);
}
