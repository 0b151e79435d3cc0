using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.FormReports;

/// <summary>How people call the forms: "move deal to Closed Lost", "post mortem".</summary>
internal static class FormNames
{
    private static readonly string[] Endings = [".form", "-form"];

    /// <param name="form">As its use is counted: <c>move-deal.form:closed_lost</c>.</param>
    public static string Of(string form, CompanyProfile company)
    {
        var parts = form.Split(':', 2);
        var name = parts[0];
        foreach (var ending in Endings)
        {
            name = name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : name;
        }

        name = name.Replace('.', ' ').Replace('-', ' ');
        return parts.Length > 1 ? $"{name} to {company.Process.NameOf(new StageId(parts[1]))}" : name;
    }
}
