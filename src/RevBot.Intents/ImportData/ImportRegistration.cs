using Microsoft.Extensions.DependencyInjection;
using RevBot.Intents.ExportData;

namespace RevBot.Intents.ImportData;

/// <summary>Registers what brings files in and out.</summary>
public static class ImportRegistration
{
    public static IServiceCollection AddImports(this IServiceCollection services) =>
        services.AddSingleton<Importer>().AddSingleton<Exporter>().AddSingleton<AuditExporter>();
}
