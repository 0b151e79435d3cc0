using System.Diagnostics.CodeAnalysis;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.Company;

/// <summary>What reading <c>company.yaml</c> gave: the definitions, or everything that is wrong with them.</summary>
/// <param name="Profile">Null when there are problems: a half-understood company is worse than none.</param>
/// <param name="Problems">In the order of the file.</param>
/// <param name="StagesLine">Line of the <c>stages</c> key, for problems found by looking at the store.</param>
public sealed record CompanyReading(CompanyProfile? Profile, IReadOnlyList<CompanyProblem> Problems, int StagesLine)
{
    [MemberNotNullWhen(true, nameof(Profile))]
    public bool IsValid => Profile is not null;
}
