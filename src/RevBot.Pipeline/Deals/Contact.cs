namespace RevBot.Pipeline.Deals;

/// <summary>Somebody at an account. Named by account and name: nobody is there twice.</summary>
/// <param name="Title">What they are there: CFO.</param>
/// <param name="Role">Their part in buying: champion, economic buyer.</param>
public sealed record Contact(AccountId Account, string Name, string? Title = null, string? Email = null, string? Role = null);
