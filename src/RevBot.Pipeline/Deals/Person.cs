namespace RevBot.Pipeline.Deals;

/// <summary>Somebody of our own company who owns deals, leads those who do, or asks about them. Matched to chat users by e-mail.</summary>
public sealed record Person(
    PersonId Id,
    string Name,
    string? Email = null,
    PersonRole Role = PersonRole.Rep,
    string? Team = null,
    PersonId? Manager = null,
    bool Active = true);
