using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Moves;

/// <summary>Which people and accounts a field may name: those that there are.</summary>
internal static class DirectoryRules
{
    /// <summary>What is wrong with an id in a field; null when nothing is, or when the field holds none.</summary>
    public static string? ProblemOf(DealField field, string? id, PipelineSnapshot snapshot)
    {
        if (id is null)
        {
            return null;
        }

        if (field.Key == DealFields.Account)
        {
            return snapshot.Accounts.ContainsKey(new AccountId(id)) ? null : $"There is no account “{id}”. Import it, or check the name.";
        }

        if (field.Kind != FieldKind.Person)
        {
            return null;
        }

        return snapshot.People.GetValueOrDefault(new PersonId(id)) switch
        {
            null => $"{field.Label} “{id}” is nobody known here. Choose one of our people.",
            { Active: false } gone => $"{gone.Name} no longer works here. Choose somebody who does.",
            _ => null,
        };
    }
}
