using RevBot.Pipeline.Deals;

namespace RevBot.Demo;

/// <summary>The demo company's people: executives, operations, a manager for each team and the reps under them; one rep has left.</summary>
internal sealed class DemoStaff
{
    private readonly Dictionary<string, List<DemoRep>> _byRegion = [];

    public DemoStaff(int reps, Random random)
    {
        var names = Names();
        var vp = Add(names.Current(), PersonRole.Executive, null, null);
        Add(names.Current(), PersonRole.Executive, null, null);
        Add(names.Current(), PersonRole.Operations, null, null);
        Add(names.Current(), PersonRole.Operations, null, null);
        (string Team, string Region, double Share)[] teams = [("AMER East", "AMER", .28), ("AMER West", "AMER", .25), ("EMEA", "EMEA", .30), ("APAC", "APAC", .17)];
        foreach (var (team, region, share) in teams)
        {
            var manager = Add(names.Current(), PersonRole.Manager, team, vp.Id);
            var count = Math.Max(2, (int)Math.Round(reps * share));
            for (var index = 0; index < count; index++)
            {
                var person = Add(names.Current(), PersonRole.Rep, team, manager.Id);
                if (team == "AMER West" && index == count - 1)
                {
                    // Somebody who left: owns history, owns nothing new.
                    person = person with { Active = false };
                    People[^1] = person;
                }

                if (!_byRegion.TryGetValue(region, out var list))
                {
                    _byRegion[region] = list = [];
                }

                list.Add(new DemoRep(person, .75 + (random.NextDouble() * .5)));
            }
        }
    }

    public List<Person> People { get; } = [];

    /// <summary>Somebody whose leads wait.</summary>
    public DemoRep SlowToAnswer => _byRegion["AMER"].First(rep => rep.Person.Active);

    public DemoRep Pick(string region, bool stillHere, Random random)
    {
        var reps = _byRegion[region];
        DemoRep rep;
        do
        {
            rep = reps[random.Next(reps.Count)];
        }
        while (stillHere && !rep.Person.Active);
        return rep;
    }

    private static NameSource Names() => new();

    private Person Add(string name, PersonRole role, string? team, PersonId? manager)
    {
        var key = name.ToLowerInvariant().Replace(' ', '.');
        var person = new Person(new PersonId(key), name, $"{key}@brightwater.example", role, team, manager);
        People.Add(person);
        return person;
    }

    private sealed class NameSource
    {
        private int _next;

        /// <summary>The next full name; first names repeat only after all were used, so that most are unique.</summary>
        public string Current()
        {
            var first = DemoNames.FirstNames[_next % DemoNames.FirstNames.Length];
            var last = DemoNames.LastNames[(_next + (_next / DemoNames.FirstNames.Length * 7)) % DemoNames.LastNames.Length];
            _next++;
            return $"{first} {last}";
        }
    }
}
