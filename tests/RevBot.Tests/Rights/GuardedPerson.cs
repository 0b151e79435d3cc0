using RevBot.Pipeline.Deals;

namespace RevBot.Tests.Rights;

/// <summary>Somebody who speaks to the bot of <see cref="GuardedCompany"/>.</summary>
/// <param name="Column">The column of the matrix they stand for; empty for who is only there.</param>
/// <param name="Role">Null for who is not in the people list.</param>
internal sealed record GuardedPerson(string Column, string Id, string Name, PersonRole? Role, string? Team, string? Manager)
{
    public string Mail { get; init; } = $"{Id}@example.com";

    /// <summary>True for a guest of the workspace, whatever address they show.</summary>
    public bool IsGuest { get; init; }
}
