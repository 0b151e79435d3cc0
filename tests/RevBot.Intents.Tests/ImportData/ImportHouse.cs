using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Company;
using RevBot.Intents.ExportData;
using RevBot.Intents.ImportData;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Storage;
using RevBot.Testing;

namespace RevBot.Intents.Tests.ImportData;

/// <summary>A data folder with a real store and a real company file, to import into.</summary>
public sealed class ImportHouse : IAsyncDisposable
{
    private static readonly Dictionary<string, string> NoMaps = [];

    private readonly ServiceProvider _services;
    private readonly TestFolder _folder = new();

    public ImportHouse(CompanyProfile? company = null)
    {
        Company = CompanySource.Open(_folder.File("company.yaml"), company);
        _services = new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<TimeProvider>(Time)
            .AddCompany(Company)
            .AddImports()
            .AddPipelineStorage(options => options.Path = _folder.File("revbot.db"))
            .BuildServiceProvider();
    }

    public FakeTime Time { get; } = new(APipeline.At("2026-11-20T12:00:00Z"));

    public CompanySource Company { get; }

    public IPipelineReader Reader => _services.GetRequiredService<IPipelineReader>();

    public IPipelineLoader Loader => _services.GetRequiredService<IPipelineLoader>();

    public string File(string name) => _folder.File(name);

    public async Task<PipelineSnapshot> SnapshotAsync() => await Reader.GetSnapshotAsync(null, CancellationToken.None);

    public async Task<Deal> DealAsync(string id) => (await SnapshotAsync()).Find(new DealId(id))!;

    public Task<ImportReport> ImportAsync(ImportKind kind, string text, DateOrder? dates = null, Dictionary<string, string>? maps = null, bool dryRun = false, string name = "file.csv") =>
        ImportBytesAsync(kind, Encoding.UTF8.GetBytes(text), dates, maps, dryRun, name);

    public async Task<ImportReport> ImportBytesAsync(ImportKind kind, byte[] bytes, DateOrder? dates = null, Dictionary<string, string>? maps = null, bool dryRun = false, string name = "file.csv")
    {
        await System.IO.File.WriteAllBytesAsync(File(name), bytes);
        return await _services.GetRequiredService<Importer>().RunAsync(new ImportRequest(kind, File(name), maps ?? NoMaps, dates, dryRun), null, CancellationToken.None);
    }

    public async Task<string> ExportAsync(ImportKind kind)
    {
        await _services.GetRequiredService<Exporter>().RunAsync(kind, File("out.csv"), CancellationToken.None);
        return await System.IO.File.ReadAllTextAsync(File("out.csv"));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Dispose();
    }
}
