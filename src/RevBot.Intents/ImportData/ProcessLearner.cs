using RevBot.Intents.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.ImportData;

/// <summary>Learns a sales process from deals: which stages are won and lost, and in what order deals travel through the others.</summary>
internal sealed class ProcessLearner
{
    /// <summary>Words of common stage names in the order deals travel.</summary>
    private static readonly string[][] Travel =
    [
        ["prospect", "lead", "new", "incoming", "appointment", "contact made"],
        ["qualif", "mql", "sql", "interest"],
        ["discover", "needs", "analysis", "meeting", "perception"],
        ["demo", "presentation", "evaluat", "trial", "poc", "pilot", "value prop"],
        ["decision maker", "decision-maker", "bought-in", "champion", "buy-in"],
        ["proposal", "quote", "pricing", "offer"],
        ["negotiat", "review", "procurement", "legal", "security"],
        ["contract", "verbal", "commit", "signature"],
    ];

    private readonly Dictionary<string, Seen> _seen = new(StringComparer.OrdinalIgnoreCase);
    private bool _outcomeApart;
    private bool _wonApart;
    private bool _lostApart;

    public int Count => _seen.Count;

    public void See(ImportRow row)
    {
        if (row.Text(DealFields.Stage) is not { } name)
        {
            return;
        }

        if (!_seen.TryGetValue(name, out var seen))
        {
            _seen[name] = seen = new Seen(name, _seen.Count);
        }

        seen.Rows++;
        var status = row.Text(CrmHeaders.Status);
        _outcomeApart |= status is not null;
        switch (StageNames.Outcome(status, row.Text(CrmHeaders.IsWon) is { } won ? IsYes(won) : null, row.Text(CrmHeaders.IsClosed) is { } closed ? IsYes(closed) : null))
        {
            case StageGroup.Won:
                seen.Won++;
                _wonApart = true;
                break;
            case StageGroup.Lost:
                seen.Lost++;
                _lostApart = true;
                break;
        }

        if (row.Text(CrmHeaders.Probability) is { } text && AmountText.TryReadPercent(text, out var value, out var isPercent))
        {
            seen.Probability += value;
            seen.Probabilities++;
            seen.HasPercent |= isPercent || value > 1;
        }
    }

    /// <summary>Stages on a single row of many: probably typing mistakes.</summary>
    public IEnumerable<string> Rare(int rows) => rows < 200 ? [] : _seen.Values.Where(seen => seen.Rows == 1).Select(seen => seen.Name);

    /// <param name="replace">True when the process in force is nobody's choice; else its stages stay and unknown ones are added.</param>
    public (SalesProcess Process, string Basis) Learn(SalesProcess current, bool replace)
    {
        var names = new StageNames(current);
        var unknown = replace ? [.. _seen.Values] : _seen.Values.Where(seen => names.Find(seen.Name) is null).ToList();
        var (open, basis) = Order([.. unknown.Where(seen => Group(seen) == StageGroup.Open)]);
        var stages = replace ? [] : current.Stages.ToList();
        var position = 0;
        foreach (var seen in open)
        {
            Add(stages, seen.Name, StageGroup.Open, ProbabilityOf(seen) ?? decimal.Round((decimal)++position / (open.Count + 1), 2));
        }

        foreach (var seen in unknown.Where(seen => Group(seen) != StageGroup.Open))
        {
            Add(stages, seen.Name, Group(seen), Group(seen) == StageGroup.Won ? 1 : 0);
        }

        Ensure(stages, StageGroup.Won, _outcomeApart ? "Won" : "Closed Won");
        Ensure(stages, StageGroup.Lost, _outcomeApart ? "Lost" : "Closed Lost");
        if (!stages.Any(stage => stage.Group == StageGroup.Open))
        {
            stages.Insert(0, new Stage(new StageId("open"), "Open", StageGroup.Open, .3m, [], [], []));
        }

        return (new SalesProcess([.. stages.OrderBy(stage => stage.Group)], replace ? null : current.Moves), basis);
    }

    private static void Ensure(List<Stage> stages, StageGroup group, string name)
    {
        if (!stages.Any(stage => stage.Group == group))
        {
            Add(stages, name, group, group == StageGroup.Won ? 1 : 0);
        }
    }

    private static void Add(List<Stage> stages, string name, StageGroup group, decimal probability)
    {
        var key = Keyed.From(name) is { Length: > 0 } made ? made : "stage";
        var free = key;
        for (var number = 2; stages.Any(stage => stage.Id.Value == free); number++)
        {
            free = $"{key}_{number}";
        }

        stages.Add(new Stage(new StageId(free), name, group, probability, [], [], []));
    }

    private static bool IsYes(string text) => text.ToLowerInvariant() is "true" or "yes" or "1" or "y";

    private StageGroup Group(Seen seen)
    {
        bool Says(params string[] words) => words.Any(word => seen.Name.Contains(word, StringComparison.OrdinalIgnoreCase));

        // Where the outcome stands in a column of its own, closed deals stay in open stages: only the name and a clean sweep count.
        if (Says("won") || (!_outcomeApart && seen.Won == seen.Rows && _wonApart))
        {
            return StageGroup.Won;
        }

        return Says("lost", "disqualified", "abandoned", "unqualified") || (!_outcomeApart && seen.Lost == seen.Rows && _lostApart) ? StageGroup.Lost : StageGroup.Open;
    }

    private decimal? ProbabilityOf(Seen seen)
    {
        if (seen.Probabilities == 0 || _outcomeApart)
        {
            return null;
        }

        var mean = seen.Probability / seen.Probabilities;
        return decimal.Round(_seen.Values.Any(other => other.HasPercent) ? mean / 100 : mean, 2);
    }

    private (List<Seen> Order, string Basis) Order(List<Seen> open)
    {
        if (open.Count > 0 && open.All(seen => char.IsAsciiDigit(seen.Name[0])))
        {
            return ([.. open.OrderBy(seen => int.Parse(string.Concat(seen.Name.TakeWhile(char.IsAsciiDigit).Take(6)), System.Globalization.CultureInfo.InvariantCulture))], "ordered by the numbers in their names");
        }

        if (open.All(seen => ProbabilityOf(seen) is not null) && open.Select(ProbabilityOf).Distinct().Count() == open.Count)
        {
            return ([.. open.OrderBy(ProbabilityOf)], "ordered by the probability in the file");
        }

        return open.All(seen => Rank(seen) < Travel.Length)
            ? ([.. open.OrderBy(Rank).ThenBy(seen => seen.Position)], "ordered by what such stages usually mean: check it in company.yaml")
            : ([.. open.OrderBy(seen => Rank(seen) == Travel.Length ? seen.Position : Rank(seen))], "the file does not tell the order: check it in company.yaml, or import deal-history");
    }

    private static int Rank(Seen seen)
    {
        var rank = Array.FindIndex(Travel, words => words.Any(word => seen.Name.Contains(word, StringComparison.OrdinalIgnoreCase)));
        return rank < 0 ? Travel.Length : rank;
    }

    private sealed class Seen(string name, int position)
    {
        public string Name { get; } = name;

        public int Position { get; } = position;

        public int Rows { get; set; }

        public int Won { get; set; }

        public int Lost { get; set; }

        public decimal Probability { get; set; }

        public int Probabilities { get; set; }

        public bool HasPercent { get; set; }
    }
}
