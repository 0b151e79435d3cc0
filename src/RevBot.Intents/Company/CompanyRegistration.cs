using Microsoft.Extensions.DependencyInjection;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.Company;

/// <summary>Registers the company's definitions, read once at start.</summary>
public static class CompanyRegistration
{
    public static IServiceCollection AddCompany(this IServiceCollection services, CompanySource company) =>
        services.AddSingleton(company).AddSingleton<ICompany>(company).AddSingleton<ICompanyEditor>(company);
}
