using RevBot.Models;
using RevBot.Pipeline.Company;

namespace RevBot.Hosting;

/// <summary>The bot without doors and workers, for verbs that do one thing and end.</summary>
internal sealed class Tools : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Tools(ServiceProvider services) => _services = services;

    public IServiceProvider Services => _services;

    /// <summary>The settings verbs have.</summary>
    public static IConfiguration Settings() => new ConfigurationBuilder().AddEnvironmentVariables().Build();

    /// <param name="firstProfile">What <c>company.yaml</c> says when it is not there yet.</param>
    /// <param name="model">The model that may help to read; null for none, whatever the settings say.</param>
    public static Tools Open(DataFolder folder, CompanyProfile? firstProfile = null, ModelOptions? model = null)
    {
        var configuration = Settings();
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddLogging(logging => logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning));
        services.AddRevBot(folder, configuration, firstProfile, model);
        return new Tools(services.BuildServiceProvider());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
