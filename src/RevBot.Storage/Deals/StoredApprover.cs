namespace RevBot.Storage.Deals;

/// <param name="Name">As the company wrote it.</param>
/// <param name="People">Ids of who that was.</param>
internal sealed record StoredApprover(string Name, IReadOnlyList<string> People);
