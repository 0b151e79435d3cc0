namespace RevBot.Pipeline.Rights;

/// <summary>What people of one role may see and do.</summary>
/// <param name="Sees">Whose deals they see at all. Of what they do not see they are not told that it exists.</param>
/// <param name="Amounts">Of which of these deals they see the amounts; a deal whose amount somebody does not see they cannot change either.</param>
/// <param name="People">Which colleagues they are told of besides the owners of the deals they see.</param>
/// <param name="Changes">Which of the deals they see they may change.</param>
/// <param name="Fields">Keys of the fields they may change, <c>stage</c> among them; null for every field.</param>
public sealed record RoleRights(Reach Sees, Reach Amounts, Reach People, Reach Changes, IReadOnlyList<string>? Fields = null)
{
    /// <summary>True for a role that is kept from nothing there is to see.</summary>
    public bool SeesAll => Sees == Reach.All && Amounts == Reach.All && People == Reach.All;

    /// <param name="field">A field's key, or <c>stage</c>.</param>
    public bool MayChange(string field) => Fields is null || Fields.Contains(field, StringComparer.OrdinalIgnoreCase);
}
