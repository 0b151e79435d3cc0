using RevBot.Tests.Journeys;

namespace RevBot.Tests.Questions;

/// <summary>What the terminal answers to every question, for the doors to be held against.</summary>
public sealed class QuestionStand : IAsyncLifetime
{
    /// <summary>A figure that goes with the clock may change its last digit between two doors; then both are asked once more.</summary>
    private const int Rounds = 3;

    private readonly JourneyStand _stand = new();
    private Dictionary<string, string> _expected = [];

    public async Task InitializeAsync()
    {
        await _stand.InitializeAsync();
        _expected = await AskAsync(DoorCatalog.Terminal, QuestionFiles.All);
    }

    public Task DisposeAsync() => _stand.DisposeAsync();

    /// <summary>The questions that are answered otherwise than in the terminal, with both answers.</summary>
    internal async Task<IReadOnlyList<string>> CompareAsync(string door)
    {
        var (expected, questions) = (_expected, QuestionFiles.All);
        for (var round = 1; ; round++)
        {
            var answers = await AskAsync(door, questions);
            questions = [.. questions.Where(question => !IsAlike(expected[question], answers[question]))];
            if (questions.Count == 0 || round == Rounds)
            {
                return [.. questions.Select(question => $"“{question}”\n  terminal: {Facts.Of(expected[question])}\n  {door}: {Facts.Of(answers[question])}")];
            }

            expected = await AskAsync(DoorCatalog.Terminal, questions);
        }
    }

    private async Task<Dictionary<string, string>> AskAsync(string door, IReadOnlyList<string> questions) =>
        questions.Zip(await _stand.AskAllAsync(door, questions)).ToDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>Where a form is needed, the terminal asks for its first field too, and the others show a button.</summary>
    private static bool IsAlike(string inTerminal, string shown)
    {
        var (expected, told) = (Facts.Of(inTerminal), Facts.Of(shown));
        return inTerminal.EndsWith("\"cancel\".", StringComparison.Ordinal)
            ? told.Length > 0 && told.Split(' ').All(expected.Split(' ').Contains)
            : told == expected;
    }
}
