using RevBot.Intents.Slots;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask;

/// <summary>What a sentence is read against: the company's words, its names, who asks and which day it is.</summary>
/// <param name="Me">The asker; null when nobody knows them.</param>
public sealed record ReadContext(CompanyProfile Company, NameMatcher Names, Person? Me, DateOnly Today)
{
    /// <summary>Whether the asker owns any deal. "My pipeline" of a manager who owns none is the team's.</summary>
    public Func<bool> OwnsDeals { get; init; } = () => true;

    /// <summary>Whether somebody has people who report to them, by their id.</summary>
    public Func<string, bool> Manages { get; init; } = _ => false;

    /// <summary>What the question before speaks of: a name that could be several things is rather one of these.</summary>
    public IReadOnlyList<Dimension> Spoken { get; init; } = [];

    /// <summary>The names of all teams, in order.</summary>
    public Func<IReadOnlyList<string>> Teams { get; init; } = () => [];
}
