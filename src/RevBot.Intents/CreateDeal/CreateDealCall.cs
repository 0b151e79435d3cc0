namespace RevBot.Intents.CreateDeal;

/// <summary>A sentence about a new deal, cut into its parts, in the person's words. Nothing is resolved yet; null where nothing was said.</summary>
public sealed record CreateDealCall
{
    public string? Name { get; init; }

    /// <summary>"for Globex": the account, or its beginning.</summary>
    public string? Account { get; init; }

    public string? Amount { get; init; }

    public string? CloseDate { get; init; }

    public string? Stage { get; init; }

    public string? Owner { get; init; }

    public string? Source { get; init; }

    public string? NextStep { get; init; }

    /// <summary>"A renewal deal": the word before "deal".</summary>
    public string? Type { get; init; }

    /// <summary>False for "new deal Acme": that may be about anything.</summary>
    public bool HasVerb { get; init; } = true;
}
