using RevBot.Conversation.Turns;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.Access;

/// <summary>The company's days, for whoever knows of no company.</summary>
public sealed class CompanyDays(ICompany company) : ICompanyDays
{
    public TimeZoneInfo Zone => company.Profile.Work.TimeZone;

    public DateOnly DayOf(DateTimeOffset moment) => company.Profile.Work.DateAt(moment);
}
