namespace RevBot.Pipeline.Deals;

/// <summary>A company that deals are made with. Segment, region and industry are what questions filter and break down by.</summary>
public sealed record Account(AccountId Id, string Name, string? Segment = null, string? Region = null, string? Industry = null);
