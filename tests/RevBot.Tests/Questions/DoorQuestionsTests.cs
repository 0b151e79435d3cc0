using System.Globalization;
using RevBot.Tests.Journeys;
using RevBot.Tests.Support;
using Xunit.Abstractions;

namespace RevBot.Tests.Questions;

/// <summary>Every question file in the repository, asked through every door: each shows the facts that <c>revbot ask</c> prints.</summary>
[Collection("browsers")]
public sealed class DoorQuestionsTests(QuestionStand stand, ITestOutputHelper output) : IClassFixture<QuestionStand>
{
    public static TheoryData<string> Wires => [.. DoorCatalog.Wires];

    [Theory]
    [MemberData(nameof(Wires))]
    public Task Over_the_wires(string door) => SameFactsAsync(door);

    [BrowserFact]
    public Task On_the_page() => SameFactsAsync(DoorCatalog.Page);

    private async Task SameFactsAsync(string door)
    {
        var different = await stand.CompareAsync(door);

        var count = QuestionFiles.Threads.Count;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count - different.Count} of {count} threads are answered alike."));
        Assert.True(QuestionFiles.Threads.Sum(thread => thread.Sentences.Count) >= 1_600, "fewer questions were found than were written");
        Assert.True(different.Count == 0, string.Join('\n', different));
    }
}
