using RevBot.Conversation.Outbox;
using RevBot.Hosting;
using RevBot.Intents.Company;
using RevBot.Models;
using RevBot.Pipeline;
using RevBot.Storage.Upkeep;

namespace RevBot.Doctor;

/// <summary>All checks in the order they are made: what others rest on comes first.</summary>
internal static class Checks
{
    /// <param name="manifests">Files of manifests that are at hand.</param>
    public static IReadOnlyList<ICheck> All(IServiceProvider services, DataFolder folder, IReadOnlyList<string> manifests, HttpMessageHandler network)
    {
        var reader = services.GetRequiredService<IPipelineReader>();
        return
        [
            new CompanyChecks(folder, reader),
            new StoreChecks(services.GetRequiredService<StoreCheck>(), services.GetRequiredService<IOutbox>()),
            new DataChecks(reader, services.GetRequiredService<IPipelineLoader>(), services.GetRequiredService<CompanySource>()),
            new SlackChecks(services),
            new TeamsChecks(services),
            .. manifests.Count > 0 ? [new ManifestChecks(manifests, services.GetRequiredService<IConfiguration>(), network)] : Array.Empty<ICheck>(),
            new ModelChecks(services, ModelOptions.From(services.GetRequiredService<IConfiguration>())),
        ];
    }
}
