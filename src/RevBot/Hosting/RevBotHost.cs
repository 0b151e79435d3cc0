using RevBot.Channels;
using RevBot.Channels.LocalPage;
using RevBot.Conversation;
using RevBot.Intents;
using RevBot.Intents.Company;
using RevBot.Intents.ImportData;
using RevBot.Models;
using RevBot.Pipeline.Company;
using RevBot.Storage;

namespace RevBot.Hosting;

/// <summary>Puts the house together: company, store, conversation, capabilities, doors.</summary>
internal static class RevBotHost
{
    /// <summary>The page is for trying out and for development: it is there when no platform is, or in the Development environment.</summary>
    public static bool ShowsPage(IConfiguration configuration) =>
        !ChannelRegistration.HasPlatform(configuration) || configuration["DOTNET_ENVIRONMENT"] == "Development" || configuration["ASPNETCORE_ENVIRONMENT"] == "Development";

    /// <param name="firstProfile">What <c>company.yaml</c> says when it is not there yet.</param>
    /// <param name="model">The model that may help to read; null for none, whatever the settings say.</param>
    /// <exception cref="CommandException"><c>company.yaml</c> or the settings of the model have problems; all of them are named.</exception>
    public static IServiceCollection AddRevBot(this IServiceCollection services, DataFolder folder, IConfiguration configuration, CompanyProfile? firstProfile = null, ModelOptions? model = null)
    {
        CompanySource company;
        try
        {
            company = CompanySource.Open(folder.Company, firstProfile);
        }
        catch (CompanyFileException error)
        {
            throw new CommandException(error.Message, error);
        }

        if (model is not null)
        {
            services.AddModel(model);
        }

        return services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(folder)
            .AddCompany(company)
            .AddPipelineStorage(options => (options.Path, options.AuditKey) = (folder.Store, configuration["RevBot:Audit:Key"]))
            .AddConversation()
            .AddIntents()
            .AddImports()
            .AddSingleton<IPageDirectory, PageDirectory>()
            .AddChannels(configuration, page: ShowsPage(configuration));
    }
}
