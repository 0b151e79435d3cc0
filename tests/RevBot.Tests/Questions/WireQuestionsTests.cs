using RevBot.Tests.Journeys;
using Xunit.Abstractions;

namespace RevBot.Tests.Questions;

/// <summary>The question files in the repository, asked over the platforms' wires: each shows the facts that <c>revbot ask</c> prints.</summary>
public sealed class WireQuestionsTests(QuestionStand stand, ITestOutputHelper output) : IClassFixture<QuestionStand>
{
    public static TheoryData<string> Wires => [.. DoorCatalog.Wires];

    [Theory]
    [MemberData(nameof(Wires))]
    public async Task Facts_are_those_of_the_terminal(string door) => output.WriteLine(await stand.CompareAsync(door));
}
