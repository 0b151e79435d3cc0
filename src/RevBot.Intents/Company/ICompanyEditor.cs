using RevBot.Pipeline.Company;

namespace RevBot.Intents.Company;

/// <summary>Changes the company's definitions where they are kept.</summary>
public interface ICompanyEditor
{
    /// <summary>Applies a change to what the file says now, writes the file and puts it in force.</summary>
    /// <returns>Where what people wrote beside it was kept, when it could not be kept in the file; else null.</returns>
    /// <exception cref="CompanyFileException">The file has problems, all named; nothing was changed.</exception>
    string? Change(Func<CompanyProfile, CompanyProfile> change);
}
