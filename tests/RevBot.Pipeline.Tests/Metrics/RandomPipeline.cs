using System.Collections.Immutable;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Questions;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Metrics;

/// <summary>A pipeline and questions made up from a seed: every case that a real one holds, mixed.</summary>
internal sealed class RandomPipeline(int seed)
{
    private static readonly string?[] Owners = ["dana", "priya", "sam", "left", null];
    private static readonly string?[] Accounts = ["acme", "globex", null];
    private static readonly string[] Sources = ["Inbound", "Outbound", "Partner"];
    private static readonly string[] Stages = ["qualification", "discovery", "proposal", "negotiation", "legacy"];
    private static readonly string[] Currencies = ["USD", "USD", "USD", "EUR", "CHF"];

    private readonly Random _random = new(seed);

    public APipeline Build(bool oneCurrency = false)
    {
        var pipeline = new APipeline()
            .Person("max", "Max Berg", "EMEA", PersonRole.Manager)
            .Person("dana", "Dana Reyes", "EMEA", manager: "max")
            .Person("priya", "Priya Raman", "EMEA", manager: "max")
            .Person("sam", "Sam Cole", "AMER")
            .Account("acme", "Acme", "Enterprise", "EMEA", "Retail")
            .Account("globex", "Globex", "SMB", "AMER", "Energy");
        var deals = _random.Next(0, 60);
        for (var index = 0; index < deals; index++)
        {
            var created = Asking.Now.AddMinutes(-_random.Next(1, 600 * 24 * 60));
            pipeline.Deal(
                $"D-{index}",
                $"Deal {index}",
                Text(created),
                Stages[_random.Next(Stages.Length)],
                Owners[_random.Next(Owners.Length)],
                Accounts[_random.Next(Accounts.Length)],
                _random.Next(8) == 0 ? null : _random.Next(0, 100_000) / 4m,
                _random.Next(6) == 0 ? null : $"{Asking.Day("2025-11-12").AddDays(_random.Next(-120, 200)):yyyy-MM-dd}",
                oneCurrency ? "USD" : Currencies[_random.Next(Currencies.Length)],
                _random.Next(4) == 0 ? [] : new() { [DealFields.Source] = Sources[_random.Next(Sources.Length)] },
                story => Tell(story, created));
        }

        return pipeline;
    }

    public DealFilter[] Filters() =>
    [
        .. new DealFilter[]
        {
            Asking.Only(Dimension.Owner, "dana", "sam"),
            Asking.Not(Dimension.Team, "AMER"),
            Asking.Only(Dimension.Source, "Inbound", "Partner"),
            Asking.Not(Dimension.Segment, "SMB"),
            new DealFilter.Amount(1_000, 20_000),
            new DealFilter.Missing(DealFields.Source, Negated: true),
            new DealFilter.Paused(Negated: _random.Next(2) == 0),
            new DealFilter.Closing(Asking.Between("2025-06-01", "2026-02-01")),
        }.Where(_ => _random.Next(3) == 0),
    ];

    public Question Question(string measure)
    {
        var start = Asking.Day("2025-11-12").AddDays(_random.Next(-300, 60));
        return new Question
        {
            Measure = measure,
            Filters = [.. Filters()],
            Period = _random.Next(3) == 0 ? null : new(start, start.AddDays(_random.Next(0, 200)), "then"),
            Breakdown = [.. Enum.GetValues<Dimension>().OrderBy(_ => _random.Next()).Take(_random.Next(0, 3)).ToImmutableArray()],
        };
    }

    private void Tell(DealStory story, DateTimeOffset created)
    {
        var at = created;
        for (var moves = _random.Next(0, 4); moves > 0; moves--)
        {
            at = Later(at);
            story.Moves(Text(at), Stages[_random.Next(Stages.Length)]);
        }

        at = Later(at);
        switch (_random.Next(5))
        {
            case 0 or 1:
                story.Wins(Text(at), _random.Next(3) == 0 ? $"{at.AddDays(-_random.Next(0, 20)):yyyy-MM-dd}" : null);
                break;
            case 2:
                story.Loses(Text(at), _random.Next(4) == 0 ? null : "price");
                break;
            case 3:
                story.Loses(Text(at)).Reopens(Text(Later(at)), "discovery");
                break;
            default:
                Pause(story, at);
                break;
        }
    }

    private void Pause(DealStory story, DateTimeOffset at)
    {
        if (_random.Next(2) == 0)
        {
            story.Pauses(Text(at), $"{at.AddDays(_random.Next(1, 120)):yyyy-MM-dd}");
            if (_random.Next(3) == 0)
            {
                story.Resumes(Text(Later(at)));
            }
        }
    }

    private DateTimeOffset Later(DateTimeOffset at) => at + ((Asking.Now - at) * _random.NextDouble() * .5);

    private static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
