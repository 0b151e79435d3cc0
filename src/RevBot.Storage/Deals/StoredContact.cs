namespace RevBot.Storage.Deals;

/// <summary>A contact as it stood before it was changed last.</summary>
/// <param name="At">In Unix milliseconds.</param>
internal sealed record StoredContact(string Name, string? Title, string? Email, string? Role, string? By, long At, string? Turn);
