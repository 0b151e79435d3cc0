using RevBot.Pipeline.Deals;

namespace RevBot.Tests.Alerts;

/// <summary>Somebody of the company of <see cref="MonthCompany"/>.</summary>
/// <param name="Channel">Where they write: <c>slack</c> or <c>teams</c>.</param>
internal sealed record MonthPerson(string Id, string Name, PersonRole Role, string? Team, string? Manager, string Channel, string ZoneId)
{
    public string Email => $"{Id}@example.com";

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(ZoneId);

    /// <summary>Who they are on their platform.</summary>
    public string User => Channel == "slack" ? $"U{Id.ToUpperInvariant()}" : $"29:{Id}";

    /// <summary>Their chat with the bot.</summary>
    public string Chat => Channel == "slack" ? $"D{User}" : RevBot.Testing.Teams.TeamsPayloads.ChatOf(User);

    public DateTime LocalAt(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone).DateTime;
}
