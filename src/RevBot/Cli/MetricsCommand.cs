using System.CommandLine;
using System.Text.Json.Nodes;
using RevBot.Hosting;
using RevBot.Intents.Company;
using RevBot.Intents.Definitions;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Company;

namespace RevBot.Cli;

/// <summary><c>revbot metrics</c>: everything that can be measured, in the words of the company where there is one.</summary>
internal static class MetricsCommand
{
    public static Command Create(Option<string?> data)
    {
        var json = new Option<bool>("--json") { Description = "As one line of JSON, with definitions, formulas and bands." };
        var markdown = new Option<bool>("--markdown") { Description = "As docs/metrics.md has it: the catalogue without a company's words." };
        var command = new Command("metrics", "Lists everything that can be measured.") { json, markdown };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(markdown))
            {
                await Console.Out.WriteAsync(new MetricList(new MetricCatalog(), CompanyFile.Default).ToMarkdown().AsMemory(), cancellationToken);
                return 0;
            }

            var list = new MetricList(new MetricCatalog(), ProfileIn(parsed.GetValue(data)));
            await Console.Out.WriteLineAsync((parsed.GetValue(json) ? JsonLine.Of(new JsonObject { ["metrics"] = list.ToJson() }) : list.ToTable()).AsMemory(), cancellationToken);
            return 0;
        });
        return command;
    }

    /// <exception cref="CommandException">There is a <c>company.yaml</c>, with mistakes.</exception>
    private static CompanyProfile ProfileIn(string? given)
    {
        var file = Path.Combine(Path.GetDirectoryName(DataFolder.StoreOf(given)) ?? string.Empty, "company.yaml");
        if (!File.Exists(file))
        {
            return CompanyFile.Default;
        }

        var reading = CompanyFile.Load(file);
        return reading.Profile ?? throw new CommandException($"{file} has mistakes: {reading.Problems[0].Message} 'revbot doctor' lists them all.");
    }
}
