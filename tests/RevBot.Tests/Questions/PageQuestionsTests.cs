using RevBot.Tests.Journeys;
using RevBot.Tests.Support;
using Xunit.Abstractions;

namespace RevBot.Tests.Questions;

/// <summary>The question files in the repository, asked on the page: it shows the facts that <c>revbot ask</c> prints.</summary>
[Collection("browsers")]
public sealed class PageQuestionsTests(QuestionStand stand, ITestOutputHelper output) : IClassFixture<QuestionStand>
{
    [BrowserFact]
    public async Task Facts_are_those_of_the_terminal() => output.WriteLine(await stand.CompareAsync(DoorCatalog.Page));
}
