using RevBot.Demo;
using RevBot.Intents.Company;
using RevBot.Pipeline;

namespace RevBot.Hosting;

/// <summary>Fills a data folder that was never used: the demo company when nothing is configured, an empty company when a platform is.</summary>
internal static class FirstStart
{
    public const int DemoSeed = 20;
    public const int DemoDeals = 2_500;

    /// <exception cref="CommandException">The store holds imported data, which the demo company is never mixed with, or a demo company already.</exception>
    public static async Task WriteDemoAsync(DemoCompany company, DataFolder folder, IServiceProvider services, CancellationToken cancellationToken)
    {
        var loader = services.GetRequiredService<IPipelineLoader>();
        switch (await loader.GetOriginAsync(cancellationToken))
        {
            case null:
                break;
            case "demo":
                throw new CommandException($"{folder.Path} holds a demo company already. Name an empty folder with --data DIR, or delete this one.");
            default:
                throw new CommandException($"{folder.Path} holds imported deals, which the demo company is never mixed with. Name an empty folder with --data DIR.");
        }

        var profile = services.GetRequiredService<CompanySource>().Profile;
        if (profile.Name != company.Profile.Name)
        {
            throw new CommandException($"{folder.Company} describes {profile.Name}, not the demo company. Name an empty folder with --data DIR.");
        }

        foreach (var load in company.Build())
        {
            await loader.LoadAsync(load, cancellationToken);
        }

        var written = await services.GetRequiredService<IPipelineReader>().GetSnapshotAsync(null, cancellationToken);
        await loader.LoadAsync(company.Forecasts(written), cancellationToken);
    }
}
