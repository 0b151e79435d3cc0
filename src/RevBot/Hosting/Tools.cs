using RevBot.Pipeline.Company;

namespace RevBot.Hosting;

/// <summary>The bot without doors and workers, for verbs that do one thing and end.</summary>
internal sealed class Tools : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Tools(ServiceProvider services) => _services = services;

    public IServiceProvider Services => _services;

    /// <param name="firstProfile">What <c>company.yaml</c> says when it is not there yet.</param>
    public static Tools Open(DataFolder folder, CompanyProfile? firstProfile = null)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging(logging => logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning));
        services.AddRevBot(folder, configuration, firstProfile);
        return new Tools(services.BuildServiceProvider());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
