using System.Collections.Immutable;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Approvals;

/// <summary>One who is to agree: a person, or a role of which any one person may answer.</summary>
/// <param name="Name">As the company writes it: <c>manager</c>, a role, a name or an e-mail address.</param>
/// <param name="People">Who that was when it was asked; never empty.</param>
public sealed record Approver(string Name, ImmutableArray<PersonId> People)
{
    public bool Equals(Approver? other) => other is not null && Name == other.Name && People.AsSpan().SequenceEqual(other.People.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Name, People.Length);
}
