using System.Globalization;

namespace RevBot.Intents.Tests.Commands;

/// <summary>Whatever anybody does, by sentence, button or form, well or badly, with imports between: no deal comes to be in a state its process forbids, and what was done can be taken back whole.</summary>
/// <remarks><c>tests/commands.sh</c> does 100,000 with fresh seeds.</remarks>
public sealed class RandomCommandTests
{
    private const int OfARound = 250;

    [Fact]
    public async Task No_command_brings_a_deal_where_its_process_forbids_it_to_be()
    {
        var seeds = (Environment.GetEnvironmentVariable("REVBOT_COMMANDS_SEEDS") ?? "1,5").Split(',').Select(seed => int.Parse(seed, CultureInfo.InvariantCulture)).ToList();
        var commands = int.Parse(Environment.GetEnvironmentVariable("REVBOT_COMMANDS") ?? "5000", CultureInfo.InvariantCulture);
        var outcomes = new Dictionary<string, int>();
        foreach (var seed in seeds)
        {
            await using var house = await CommandHouse.OpenAsync(CommandCompany.Profile(seed));
            var run = new CommandRun(house, seed);
            for (var round = 0; round < commands / seeds.Count / OfARound; round++)
            {
                await run.RoundAsync(OfARound, takeBack: round % 2 == 0);
            }

            foreach (var (outcome, count) in run.Outcomes)
            {
                outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + count;
            }
        }

        // Of a run in which nobody did anything nothing would follow.
        Assert.True(outcomes.GetValueOrDefault("done") > commands / 20, string.Join(", ", outcomes));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{commands} commands: {string.Join(", ", outcomes.OrderByDescending(outcome => outcome.Value))}"));
    }
}
