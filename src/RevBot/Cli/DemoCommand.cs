using System.CommandLine;
using RevBot.Demo;
using RevBot.Hosting;

namespace RevBot.Cli;

/// <summary><c>revbot demo</c>: writes the made-up company into an empty data folder, as large as wished.</summary>
internal static class DemoCommand
{
    public static Command Create(Option<string?> data)
    {
        var seed = new Option<int>("--seed") { Description = "Chooses the company.", CustomParser = GivenValues.WholeNumber("--seed", 0, int.MaxValue), DefaultValueFactory = _ => FirstStart.DemoSeed };
        var deals = new Option<int>("--deals") { Description = "How many deals, 1 to 1,000,000.", CustomParser = GivenValues.WholeNumber("--deals", 1, 1_000_000), DefaultValueFactory = _ => FirstStart.DemoDeals };
        var until = new Option<DateOnly?>("--until") { CustomParser = GivenValues.Day("--until"), Description = "The day its two years end (default today): the same seed and day make the same company." };
        var wander = new Option<double>("--wander") { Description = "Share of stays interrupted by a step to another stage and back, 0 to 1: a longer history for load tests." };
        wander.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<double>() is not (>= 0 and <= 1))
            {
                given.AddError($"--wander is a share, 0 to 1, and not {given.GetValueOrDefault<double>()}.");
            }
        });
        var command = new Command("demo", "Writes a made-up company into an empty data folder.") { seed, deals, until, wander };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = DataFolder.Open(parsed.GetValue(data));
            var clock = TimeProvider.System;
            var started = clock.GetTimestamp();
            var end = parsed.GetValue(until) is { } day ? new DateTimeOffset(day.ToDateTime(new TimeOnly(22, 0)), TimeSpan.Zero) : clock.GetUtcNow();
            var company = new DemoCompany(parsed.GetValue(seed), parsed.GetValue(deals), end, parsed.GetValue(wander));
            await using var tools = Tools.Open(folder, company.Profile);
            await FirstStart.WriteDemoAsync(company, folder, tools.Services, cancellationToken);
            await Console.Out.WriteLineAsync(
                $"Wrote {company.Profile.Name} with {parsed.GetValue(deals):N0} deals into {folder.Path} in {clock.GetElapsedTime(started).TotalSeconds:0.0} s.");
            return 0;
        });
        return command;
    }
}
