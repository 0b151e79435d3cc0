namespace RevBot.Pipeline.Company;

/// <summary>Where everybody reads the company's definitions.</summary>
public interface ICompany
{
    /// <summary>The definitions in force; replaced as a whole by a reload.</summary>
    CompanyProfile Profile { get; }
}
