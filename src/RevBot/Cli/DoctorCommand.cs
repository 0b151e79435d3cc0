using System.CommandLine;
using RevBot.Doctor;
using RevBot.Hosting;
using RevBot.Manifests;
using RevBot.Models;

namespace RevBot.Cli;

/// <summary><c>revbot doctor</c>: checks everything that can be wrong and says how to mend it.</summary>
internal static class DoctorCommand
{
    private static readonly TimeSpan ReloadPatience = TimeSpan.FromSeconds(10);

    private static readonly string[] DefaultManifests = [ManifestFiles.Teams, ManifestFiles.Slack];

    public static Command Create(Option<string?> data)
    {
        var reload = new Option<bool>("--reload") { Description = "Has the running bot read company.yaml anew, when it is right." };
        var manifest = new Option<string[]>("--manifest")
        {
            Description = $"A Teams package or a Slack manifest to hold against the settings, this version and its address (default: {ManifestFiles.Teams} and {ManifestFiles.Slack}, where they are).",
            DefaultValueFactory = _ => [.. DefaultManifests.Where(File.Exists)],
        };
        manifest.Validators.Add(result =>
        {
            foreach (var file in result.Tokens.Select(token => token.Value).Where(file => !File.Exists(file)))
            {
                result.AddError($"--manifest {file} is not there.");
            }
        });
        var command = new Command("doctor", "Checks company.yaml, the store, the deals, Slack, Teams and the model, and says how to mend what is wrong.") { reload, manifest };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = DataFolder.Existing(parsed.GetValue(data));
            if (CompanyProblems(folder) is { Count: > 0 } problems)
            {
                // Without its definitions nothing else can be checked.
                await Console.Out.WriteLineAsync(string.Join(Environment.NewLine, problems.Prepend("Company")));
                return 1;
            }

            // Settings of a model that cannot work are one finding among the others.
            var model = ModelOptions.From(Tools.Settings());
            await using var tools = Tools.Open(folder, model: model.FindProblems().Count == 0 ? model : null);
            var worst = FindingLevel.Good;
            using var network = new SocketsHttpHandler { AllowAutoRedirect = false };
            foreach (var check in Checks.All(tools.Services, folder, parsed.GetValue(manifest) ?? [], network))
            {
                await Console.Out.WriteLineAsync(check.Title);
                await foreach (var finding in check.RunAsync(cancellationToken))
                {
                    worst = (FindingLevel)Math.Max((int)worst, (int)finding.Level);
                    await Console.Out.WriteLineAsync(Describe(finding));
                }
            }

            return worst == FindingLevel.Bad ? 1 : parsed.GetValue(reload) ? await ReloadAsync(folder, tools.Services.GetRequiredService<TimeProvider>(), cancellationToken) : 0;
        });
        return command;
    }

    private static List<string> CompanyProblems(DataFolder folder) =>
        File.Exists(folder.Company) ? [.. Intents.Company.CompanyFile.Load(folder.Company).Problems.Select(problem => $"  ✗ {problem}")] : [];

    private static string Describe(Finding finding)
    {
        var sign = finding.Level switch { FindingLevel.Good => "✓", FindingLevel.Warning => "!", _ => "✗" };
        return finding.Fix is null ? $"  {sign} {finding.Sentence}" : $"  {sign} {finding.Sentence}{Environment.NewLine}      {finding.Fix}";
    }

    /// <exception cref="CommandException">No bot is running on this folder, or it did not answer.</exception>
    private static async Task<int> ReloadAsync(DataFolder folder, TimeProvider clock, CancellationToken cancellationToken)
    {
        using (var free = folder.TryLock())
        {
            if (free is not null)
            {
                await Console.Out.WriteLineAsync("No bot is running on this folder; the next start reads company.yaml anyway.");
                return 0;
            }
        }

        File.Delete(folder.ReloadAnswer);
        await File.WriteAllTextAsync(folder.ReloadRequest, string.Empty, cancellationToken);
        var started = clock.GetTimestamp();
        while (!File.Exists(folder.ReloadAnswer))
        {
            if (clock.GetElapsedTime(started) > ReloadPatience)
            {
                throw new CommandException("The running bot did not answer within ten seconds; look at its log, or restart it.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), clock, cancellationToken);
        }

        var said = await File.ReadAllLinesAsync(folder.ReloadAnswer, cancellationToken);
        await Console.Out.WriteLineAsync(said.Length == 0 ? "The running bot has read company.yaml anew." : $"The running bot keeps its definitions:{Environment.NewLine}{string.Join(Environment.NewLine, said)}");
        return said.Length == 0 ? 0 : 1;
    }
}
