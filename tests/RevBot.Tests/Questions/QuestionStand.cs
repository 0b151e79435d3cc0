using RevBot.Tests.Journeys;

namespace RevBot.Tests.Questions;

/// <summary>What the terminal answers to every question, for the doors to be held against.</summary>
public sealed class QuestionStand : IAsyncLifetime
{
    /// <summary>A figure that goes with the clock may change its last digit between two doors; then both are asked once more.</summary>
    private const int Rounds = 3;

    private readonly JourneyStand _stand = new();
    private IReadOnlyList<IReadOnlyList<string>> _expected = [];

    public async Task InitializeAsync()
    {
        await _stand.InitializeAsync();
        _expected = await _stand.AskAllAsync(DoorCatalog.Terminal, QuestionFiles.Threads);
    }

    public Task DisposeAsync() => _stand.DisposeAsync();

    /// <summary>The threads that are answered otherwise than in the terminal, with both answers.</summary>
    internal async Task<IReadOnlyList<string>> CompareAsync(string door)
    {
        var (expected, threads) = (_expected, QuestionFiles.Threads);
        for (var round = 1; ; round++)
        {
            var different = threads.Zip(expected, await _stand.AskAllAsync(door, threads)).Where(asked => !IsAlike(asked.Second, asked.Third)).ToList();
            if (different.Count == 0 || round == Rounds)
            {
                return [.. different.Select(asked => asked.First.IsHeldOut
                    ? "a thread whose words are not shown"
                    : $"“{string.Join(" / ", asked.First.Sentences)}” ({asked.First.Person})\n  terminal: {FactsOf(asked.Second)}\n  {door}: {FactsOf(asked.Third)}")];
            }

            threads = [.. different.Select(asked => asked.First)];
            expected = await _stand.AskAllAsync(DoorCatalog.Terminal, threads);
        }
    }

    /// <summary>Where a form is needed, the terminal asks for its first field too, and the others show a button.</summary>
    private static bool IsAlike(IReadOnlyList<string> inTerminal, IReadOnlyList<string> shown)
    {
        var (expected, told) = (FactsOf(inTerminal), FactsOf(shown));
        return inTerminal.Any(answer => answer.EndsWith("\"cancel\".", StringComparison.Ordinal))
            ? told.Length > 0 && told.Split(' ').All(expected.Split(' ').Contains)
            : told == expected;
    }

    private static string FactsOf(IReadOnlyList<string> messages) => string.Join(' ', messages.SelectMany(message => Facts.Of(message).Split(' ')).Order(StringComparer.Ordinal));
}
