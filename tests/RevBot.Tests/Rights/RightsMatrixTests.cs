namespace RevBot.Tests.Rights;

/// <summary>Every role asks for everything at every door, and every byte that leaves the bot meanwhile is searched for what they may not see.</summary>
public sealed class RightsMatrixTests(RightsStand stand) : IClassFixture<RightsStand>
{
    /// <summary>
    /// What a role gets: <c>all</c> there is, only its <c>own</c> part, <c>the</c> deal, <c>one</c> wording that reveals nothing, <c>none</c> as of a deal that does not exist, <c>no</c> change and why,
    /// <c>done</c>, <c>open</c> form, <c>help</c> for who sees no deals, <c>ok</c> for what is told anybody of the company, <c>–</c> for an answer of whatever kind.
    /// </summary>
    private const string Matrix = """
        | verb                                  | rep  | manager | executive | operations | finance | contractor | stranger | guest |
        | open pipeline                         | own  | own     | all       | all        | –       | help       | help     | help  |
        | how many open deals do we have?       | own  | own     | all       | all        | –       | help       | help     | help  |
        | open deals                            | own  | own     | all       | all        | –       | help       | help     | help  |
        | pipeline by owner                     | own  | own     | all       | all        | –       | help       | help     | help  |
        | pipeline by team                      | –    | –       | –         | –          | –       | help       | help     | help  |
        | open pipeline of Lena Voss            | –    | –       | –         | –          | –       | help       | help     | help  |
        | open pipeline of team EMEA            | one  | one     | –         | –          | –       | help       | help     | help  |
        | deals of team EMEA                    | one  | one     | the       | the        | the     | help       | help     | help  |
        | deals over 50k                        | own  | own     | all       | all        | –       | help       | help     | help  |
        | top 5 deals                           | own  | own     | all       | all        | –       | help       | help     | help  |
        | lost deals this year                  | –    | –       | –         | –          | –       | help       | help     | help  |
        | win rate by owner this year           | –    | –       | –         | –          | –       | help       | help     | help  |
        | what's stuck?                         | –    | –       | –         | –          | –       | help       | help     | help  |
        | what changed since 1 September?       | –    | –       | –         | –          | –       | help       | help     | help  |
        | what does this quarter look like?     | –    | –       | –         | –          | –       | help       | help     | help  |
        | where are deals breaking down?        | –    | –       | –         | –          | –       | help       | help     | help  |
        | which stages are slowing down?        | one  | one     | –         | –          | –       | help       | help     | help  |
        | which segments are slowing down?      | –    | –       | –         | –          | –       | help       | help     | help  |
        | hygiene audit                         | –    | –       | –         | –          | –       | help       | help     | help  |
        | hygiene audit of Lena Voss            | –    | –       | –         | –          | –       | help       | help     | help  |
        | my digest                             | –    | –       | –         | –          | –       | help       | help     | help  |
        | weekly review                         | –    | –       | –         | –          | –       | help       | help     | help  |
        | loss review                           | –    | –       | –         | –          | –       | help       | help     | help  |
        | losses for post-mortem this year      | –    | –       | –         | –          | –       | help       | help     | help  |
        | alert report                          | –    | –       | –         | –          | –       | help       | help     | help  |
        | tell me about {own}                   | the  | the     | the       | the        | the     | help       | help     | help  |
        | tell me about {other}                 | none | none    | the       | the        | the     | help       | help     | help  |
        | who owns {other}?                     | none | none    | the       | the        | the     | help       | help     | help  |
        | #{other id}                           | none | none    | the       | the        | the     | help       | help     | help  |
        | why is #{other id} stalled?           | –    | –       | the       | the        | the     | help       | help     | help  |
        | history of {other}                    | none | none    | the       | the        | the     | help       | help     | help  |
        | next step for #{own id}: call {n}     | done | done    | no        | done       | no      | help       | help     | help  |
        | next step for #{other id}: call {n}   | none | none    | no        | done       | no      | help       | help     | help  |
        | set amount of #{other id} to 12345    | none | none    | no        | ok         | no      | help       | help     | help  |
        | move #{other id} to negotiation       | none | none    | no        | –          | no      | help       | help     | help  |
        | #{other id} closed lost               | none | none    | no        | open       | no      | help       | help     | help  |
        | pause #{other id} until 1 March       | none | none    | no        | –          | no      | help       | help     | help  |
        | assign #{other id} to Lena Voss       | none | none    | no        | –          | no      | help       | help     | help  |
        | snooze #{other id} for 7 days         | none | none    | –         | –          | –       | help       | help     | help  |
        | undo                                  | –    | –       | –         | –          | –       | help       | help     | help  |
        | history of #{other id}                | none | none    | the       | the        | the     | help       | help     | help  |
        | who changed what on {other}?          | none | none    | the       | the        | the     | help       | help     | help  |
        | what changed this month?              | –    | –       | –         | –          | –       | help       | help     | help  |
        | hand over #{other id} to Lena Voss    | none | none    | no        | –          | no      | help       | help     | help  |
        | hand over {other}                     | none | none    | no        | –          | no      | help       | help     | help  |
        | log a call with #{own id}: call {n}   | –    | –       | no        | –          | no      | help       | help     | help  |
        | log a call with #{other id}: call {n} | none | none    | no        | –          | no      | help       | help     | help  |
        | exception for #{other id} to negotiation | none | none    | –         | –          | –       | help       | help     | help  |
        | let #{other id} through to negotiation | none | none    | –         | –          | –       | help       | help     | help  |
        | approve #{other id}                   | none | none    | –         | –          | –       | help       | help     | help  |
        | what waits for my approval?           | –    | –       | –         | –          | –       | help       | help     | help  |
        | exception report                      | –    | –       | –         | –          | –       | help       | help     | help  |
        | set next step of open deals to {n}    | –    | –       | –         | –          | –       | help       | help     | help  |
        | move all open deals to closed lost    | –    | –       | –         | –          | –       | help       | help     | help  |
        | push deals of team EMEA to January    | –    | –       | –         | –          | –       | help       | help     | help  |
        | update a deal                         | –    | –       | –         | –          | –       | help       | help     | help  |
        | new deal {other} closing 15 December  | –    | –       | no        | –          | no      | help       | help     | help  |
        | new deal {other} for {other} Works    | –    | –       | no        | –          | no      | help       | help     | help  |
        | create account {other} Works          | –    | –       | –         | –          | –       | help       | help     | help  |
        | add contact Jo {n} to {other} Works   | –    | –       | –         | –          | –       | help       | help     | help  |
        | submit my forecast                    | –    | –       | –         | –          | –       | help       | help     | help  |
        | who changed the amount of {other}?    | none | none    | the       | the        | –       | help       | help     | help  |
        | who owns {other}, and since when?     | none | none    | the       | the        | the     | help       | help     | help  |
        | my leads                              | –    | –       | –         | –          | –       | help       | help     | help  |
        | leads without an owner                | –    | –       | –         | –          | –       | help       | help     | help  |
        | how good are our loss reasons?        | –    | –       | –         | –          | –       | help       | help     | help  |
        | forms report                          | –    | –       | –         | –          | –       | help       | help     | help  |
        | what would the stalled rule have done? | –    | –       | –         | –          | –       | help       | help     | help  |
        | undo the last import                  | –    | –       | –         | –          | –       | help       | help     | help  |
        | undo the last change of {other}       | none | none    | –         | –          | –       | help       | help     | help  |
        | what do we mean by win rate?          | ok   | ok      | ok        | ok         | ok      | help       | help     | help  |
        | help                                  | ok   | ok      | ok        | ok         | ok      | help       | help     | help  |
        """;

    public static TheoryData<string> Doors => ["slack", "teams", "page"];

    private static readonly string[] Columns = Cells(Matrix.Split('\n')[0])[1..];

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Nobody_is_told_at_any_door_what_they_may_not_know(string name)
    {
        var door = stand.Door(name);
        var problems = new List<string>();
        foreach (var row in Matrix.Split('\n')[1..].Select(Cells))
        {
            foreach (var (column, wanted) in Columns.Zip(row[1..]))
            {
                var person = GuardedCompany.People.Single(one => one.Column == column);
                if (!door.Knows(person))
                {
                    continue;
                }

                var (own, other) = stand.DealsFor(person);
                var number = stand.Next();
                var said = row[0].Replace("{own}", own.Name, StringComparison.Ordinal).Replace("{own id}", own.Id, StringComparison.Ordinal).Replace("{other}", other.Name, StringComparison.Ordinal)
                    .Replace("{other id}", other.Id, StringComparison.Ordinal).Replace("{n}", number, StringComparison.Ordinal);
                var before = stand.StateOf(other, own);
                var (answer, bytes) = await door.SayAsync(person, said);
                problems.AddRange(Leaks(person, bytes, said).Append(Missed(wanted, answer, number, own, other, before)).OfType<string>().Select(problem => $"{name}, {column}: “{said}” ({wanted}): {problem}\n    {answer.ReplaceLineEndings(" / ")}"));
            }
        }

        Assert.True(problems.Count == 0, $"{problems.Count} cells are wrong:\n{string.Join('\n', problems)}");
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task In_a_room_only_the_asker_sees_what_others_there_may_not(string name)
    {
        var door = stand.Door(name);
        foreach (var said in new[] { "open pipeline", "open deals", "tell me about {own}", "next step for #{own id}: call {n}", "#{own id} closed lost", "my digest", "hygiene audit", "move {own}" })
        {
            foreach (var person in GuardedCompany.People.Where(person => person.Column is "rep" or "manager" or "executive" or "operations" or "finance"))
            {
                var (own, _) = stand.DealsFor(person);
                var text = said.Replace("{own}", own.Name, StringComparison.Ordinal).Replace("{own id}", own.Id, StringComparison.Ordinal).Replace("{n}", stand.Next(), StringComparison.Ordinal);
                var (answer, toAll) = await door.SayInRoomAsync(person, text);
                Assert.True(answer.Length > 0, $"{name}, {person.Column}: “{text}” was not answered.");
                Assert.Contains("Only you see this", answer, StringComparison.Ordinal);
                foreach (var deal in GuardedCompany.Deals)
                {
                    Assert.All(deal.Names.Concat(deal.Amounts), word => Assert.False(toAll.Contains(word, StringComparison.OrdinalIgnoreCase), $"{name}: “{text}” by {person.Column} told the room “{word}”:\n{toAll}"));
                }
            }
        }
    }

    private static IEnumerable<string?> Leaks(GuardedPerson person, string bytes, string said)
    {
        foreach (var deal in GuardedCompany.Deals)
        {
            var (mayDeal, mayAmount) = GuardedCompany.May(person, deal);
            var words = (mayDeal ? [] : deal.Names).Concat(mayAmount ? [] : deal.Amounts);

            // What somebody wrote themselves may be said back to them.
            foreach (var word in words.Where(word => !said.Contains(word, StringComparison.OrdinalIgnoreCase) && bytes.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"gave away “{word}”";
            }
        }
    }

    private string? Missed(string wanted, string answer, string number, GuardedDeal own, GuardedDeal other, string before)
    {
        var changed = stand.StateOf(other, own) != before;
        bool Says(string text) => answer.Contains(text, StringComparison.OrdinalIgnoreCase);
        var isAsWanted = wanted switch
        {
            "help" => Says("I don't know you yet") || Says("you are a guest here") || Says("without access to deals"),
            "one" => answer.StartsWith("I can't answer that for you: you see ", StringComparison.Ordinal),
            "none" => !Says("$") && !Says("Voss") && !Says("Discovery") && !Says("Proposal"),
            "no" => Says("access to reading"),
            "own" => Says("this is of these only"),
            "all" => answer.Length > 0 && !Says("this is of these only"),
            "the" => Says(other.Name) || Says(own.Name),
            "done" => changed && Says($"call {number}"),
            "open" => Says("reason"),
            "ok" or "–" => answer.Length > 0,
            _ => throw new ArgumentException($"There is no outcome “{wanted}”."),
        };
        return !isAsWanted ? "is not answered so" : changed && wanted is not ("done" or "ok" or "–") ? "changed a deal" : null;
    }

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
}
