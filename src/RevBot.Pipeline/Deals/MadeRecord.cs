namespace RevBot.Pipeline.Deals;

/// <summary>An account that a turn added, or a contact that it added or changed, as it still stands.</summary>
/// <param name="Turn">The turn.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="Account">The account that was added; null for a contact.</param>
/// <param name="Contact">The contact as it stands; null for an account.</param>
/// <param name="Before">The contact as it stood before; null where it was added.</param>
public sealed record MadeRecord(string Turn, PersonId? By, DateTimeOffset At, Account? Account = null, Contact? Contact = null, Contact? Before = null)
{
    /// <summary>What people call it.</summary>
    public string Name => Account?.Name ?? Contact?.Name ?? "";
}
