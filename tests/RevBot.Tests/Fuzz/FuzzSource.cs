using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using RevBot.Channels.Slack;
using RevBot.Testing.Slack;

namespace RevBot.Tests.Fuzz;

/// <summary>Makes the requests of a run, each from the seed and its number, and from the buttons and forms that were shown by then.</summary>
internal sealed class FuzzSource(int seed, QuietSlackServer slack)
{
    /// <summary>Requests in a row of which every tenth block holds only such as must be refused.</summary>
    public const int Block = 1_000;

    private static readonly string[] Paths = [SlackEndpoints.EventsPath, SlackEndpoints.CommandsPath, SlackEndpoints.InteractivityPath];

    private static readonly FuzzSigning[] Wrong = [FuzzSigning.Missing, FuzzSigning.OtherBody, FuzzSigning.Stale, FuzzSigning.Nonsense];

    private readonly FuzzCorpus _corpus = new(slack);
    private readonly FuzzMutator _mutator = new(new FuzzCorpus(slack));

    /// <summary>Whether the block of this number is of requests that may change nothing.</summary>
    public static bool IsRefusals(long block) => block % 10 == 4;

    public FuzzRequest Make(long number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + (int)(number ^ (number >> 32)) * 7919));
        return IsRefusals(number / Block) ? Refusal(number, random) : Mixed(number, random);
    }

    private FuzzRequest Mixed(long number, Random random)
    {
        // Now and then one comes twice.
        var of = random.Next(40) == 0 && number > 0 ? number - 1 : number;
        var isStranger = random.Next(10) == 0;
        var (door, payload) = _corpus.Pick(random, of, isStranger);
        var id = IdOf(payload);
        _mutator.Change(payload, random, isStranger);
        var (body, type) = FuzzEncoding.Write(door, payload, random);
        var path = random.Next(40) == 0 ? FuzzCorpus.Any(random, Paths) : Paths[(int)door];
        var signing = random.Next(12) == 0 ? FuzzCorpus.Any(random, Wrong) : FuzzSigning.Valid;
        return new FuzzRequest(number, path, type, body, signing, id, MustBeRefused: false);
    }

    /// <summary>Well-formed and badly signed, signed and by a stranger, signed and cut off.</summary>
    private FuzzRequest Refusal(long number, Random random)
    {
        var how = random.Next(3);
        var isStranger = how == 1;
        var (door, payload) = _corpus.Pick(random, number, isStranger);
        while (how == 2 && door == FuzzDoor.Commands)
        {
            (door, payload) = _corpus.Pick(random, number, isStranger);
        }

        var id = IdOf(payload);
        if (isStranger)
        {
            _mutator.Change(payload, random, isStranger: true);
        }

        var (body, type) = isStranger ? FuzzEncoding.Write(door, payload, random) : FuzzEncoding.Write(door, payload);
        return new FuzzRequest(
            number,
            Paths[(int)door],
            type,
            how == 2 ? FuzzEncoding.Cut(body, random) : body,
            how == 0 ? FuzzCorpus.Any(random, Wrong) : FuzzSigning.Valid,
            id,
            MustBeRefused: true);
    }

    /// <summary>The id of the turn, or its end, as the door makes it.</summary>
    private static string IdOf(JsonObject payload) => payload["event_id"] is { } happened
        ? $"slack:{happened}"
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(payload["trigger_id"]?.ToString() ?? "")).AsSpan(0, 12));
}
