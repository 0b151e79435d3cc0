using RevBot.Tests.Journeys;

namespace RevBot.Tests.Questions;

/// <summary>Holds what a door answers to the question files against what the terminal answers. The test command asks each thread at one door beside the terminal, <c>tests/doors.sh</c> every thread at all of them.</summary>
public sealed class QuestionStand : IAsyncLifetime
{
    /// <summary>A figure that goes with the clock may change its last digit between two doors; then both are asked once more.</summary>
    private const int Rounds = 3;

    private static readonly string[] Doors = [.. DoorCatalog.Wires, DoorCatalog.Page];

    private readonly JourneyStand _stand = new();

    public Task InitializeAsync() => _stand.InitializeAsync();

    public Task DisposeAsync() => _stand.DisposeAsync();

    /// <summary>Fails where a thread is answered otherwise than in the terminal, with both answers.</summary>
    /// <returns>How many were asked.</returns>
    internal async Task<string> CompareAsync(string door)
    {
        Assert.True(QuestionFiles.Threads.Sum(thread => thread.Sentences.Count) >= 1_600, "fewer questions were found than were written");
        var every = TestShare.OneIn(Doors.Length);
        IReadOnlyList<AskedThread> asked = [.. QuestionFiles.Threads.Where((_, place) => place % every == Array.IndexOf(Doors, door) % every)];
        var threads = asked;
        for (var round = 1; ; round++)
        {
            var expected = await _stand.AskAllAsync(DoorCatalog.Terminal, threads);
            var different = threads.Zip(expected, await _stand.AskAllAsync(door, threads)).Where(answered => !IsAlike(answered.Second, answered.Third)).ToList();
            if (different.Count == 0 || round == Rounds)
            {
                Assert.True(different.Count == 0, string.Join('\n', different.Select(answered => Tell(door, answered.First, answered.Second, answered.Third))));
                return $"{asked.Count} of {QuestionFiles.Threads.Count} threads are answered alike.";
            }

            threads = [.. different.Select(answered => answered.First)];
        }
    }

    private static string Tell(string door, AskedThread thread, IReadOnlyList<string> expected, IReadOnlyList<string> shown) => thread.IsHeldOut
        ? "a thread whose words are not shown"
        : $"“{string.Join(" / ", thread.Sentences)}” ({thread.Person})\n  terminal: {FactsOf(expected)}\n  {door}: {FactsOf(shown)}";

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
