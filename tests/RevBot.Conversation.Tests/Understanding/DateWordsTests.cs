using System.Globalization;
using RevBot.Conversation.Understanding;

namespace RevBot.Conversation.Tests.Understanding;

public sealed class DateWordsTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateSense Today = new(new DateOnly(2026, 11, 18));

    [Theory]
    [InlineData("today", "2026-11-18")]
    [InlineData("Tomorrow", "2026-11-19")]
    [InlineData("Friday", "2026-11-20")]
    [InlineData("on Friday", "2026-11-20")]
    [InlineData("fri", "2026-11-20")]
    [InlineData("Wednesday", "2026-11-25")]
    [InlineData("this Wednesday", "2026-11-18")]
    [InlineData("Monday", "2026-11-23")]
    [InlineData("next Friday", "2026-11-27")]
    [InlineData("next Sun", "2026-11-29")]
    [InlineData("15 Dec", "2026-12-15")]
    [InlineData("15th of December", "2026-12-15")]
    [InlineData("December 15th", "2026-12-15")]
    [InlineData("Dec 15, 2027", "2027-12-15")]
    [InlineData("15-Dec-2027", "2027-12-15")]
    [InlineData("3 Feb", "2027-02-03")]
    [InlineData("29 Feb 2028", "2028-02-29")]
    [InlineData("2026-12-15", "2026-12-15")]
    [InlineData("15/12/2026", "2026-12-15")]
    [InlineData("12/15/2026", "2026-12-15")]
    [InlineData("15/12", "2026-12-15")]
    [InlineData("03.04.2027", "2027-04-03")]
    [InlineData("04/04/2027", "2027-04-04")]
    [InlineData("15/12/26", "2026-12-15")]
    [InlineData("end of month", "2026-11-30")]
    [InlineData("end of the month", "2026-11-30")]
    [InlineData("month-end", "2026-11-30")]
    [InlineData("EOM", "2026-11-30")]
    [InlineData("end of next month", "2026-12-31")]
    [InlineData("end of quarter", "2026-12-31")]
    [InlineData("end of next quarter", "2027-03-31")]
    [InlineData("EOY", "2026-12-31")]
    [InlineData("end of week", "2026-11-20")]
    [InlineData("end of January", "2027-01-31")]
    [InlineData("end of Feb 2028", "2028-02-29")]
    [InlineData("January", "2027-01-31")]
    [InlineData("in 2 weeks", "2026-12-02")]
    [InlineData("in a month", "2026-12-18")]
    [InlineData("in a couple of days", "2026-11-20")]
    [InlineData("3 weeks from now", "2026-12-09")]
    [InlineData("the 5th", "2026-12-05")]
    [InlineData("30th", "2026-11-30")]
    [InlineData("the 31st", "2026-12-31")]
    public void Reads_a_day_as_people_write_it(string text, string expected)
    {
        Assert.True(DateWords.TryRead(text, Today, out var date), text);
        Assert.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture), date);
    }

    [Theory]
    [InlineData("")]
    [InlineData("03/04/2026")]
    [InlineData("31 Feb 2027")]
    [InlineData("2026-13-01")]
    [InlineData("soon")]
    [InlineData("15")]
    [InlineData("dec 2026")]
    [InlineData("Q4")]
    public void Does_not_guess(string text) => Assert.False(DateWords.TryRead(text, Today, out _));

    [Theory]
    [InlineData("03/04/2027", DateOrder.DayFirst, "2027-04-03")]
    [InlineData("03/04/2027", DateOrder.MonthFirst, "2027-03-04")]
    [InlineData("3-4-27", DateOrder.DayFirst, "2027-04-03")]
    [InlineData("on 3/4", DateOrder.DayFirst, "2027-04-03")]
    [InlineData("3/4", DateOrder.MonthFirst, "2027-03-04")]
    [InlineData("15/12", DateOrder.MonthFirst, "2026-12-15")]
    [InlineData("12/15/2026", DateOrder.DayFirst, "2026-12-15")]
    [InlineData("03.04.2027", DateOrder.MonthFirst, "2027-04-03")]
    [InlineData("2027-04-03", DateOrder.MonthFirst, "2027-04-03")]
    public void Two_figures_are_read_in_the_persons_order(string text, DateOrder order, string expected)
    {
        Assert.True(DateWords.TryRead(text, Today with { Order = order }, out var date), text);
        Assert.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture), date);
    }

    [Theory]
    [InlineData("en-US", DateOrder.MonthFirst)]
    [InlineData("en-GB", DateOrder.DayFirst)]
    [InlineData("de-DE", DateOrder.DayFirst)]
    [InlineData("pt-BR", DateOrder.DayFirst)]
    [InlineData("ja-JP", null)]
    [InlineData("sv-SE", null)]
    [InlineData("en", null)]
    [InlineData("xx-XX", null)]
    [InlineData("nonsense!", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_order_is_the_countrys(string? locale, DateOrder? order) => Assert.Equal(order, DateSense.OrderOf(locale));

    [Theory]
    [InlineData("deals closing before 03/04/2026", DateOrder.DayFirst, "deals closing before 3 Apr 2026")]
    [InlineData("deals closing before 03/04/2026", DateOrder.MonthFirst, "deals closing before 4 Mar 2026")]
    [InlineData("won between 1/2 and 3/4", DateOrder.DayFirst, "won between 1 Feb and 3 Apr")]
    [InlineData("won since 15/12/2025", null, "won since 15 Dec 2025")]
    [InlineData("deals closing before 03/04/2026", null, "deals closing before 03/04/2026")]
    [InlineData("deals closing before 2026-04-03", DateOrder.MonthFirst, "deals closing before 2026-04-03")]
    [InlineData("who won 3/4 of them", DateOrder.DayFirst, "who won 3/4 of them")]
    [InlineData("before 45/67/2026", DateOrder.DayFirst, "before 45/67/2026")]
    public void Figures_are_spelt_out_for_everybody(string text, DateOrder? order, string expected) => Assert.Equal(expected, DateWords.SpellOut(text, order));

    [Theory]
    [InlineData("legal review on Friday", "Friday", "2026-11-20")]
    [InlineData("legal review by fri, then sign", "fri", "2026-11-20")]
    [InlineData("close date to 15 Dec and amount to 80k", "15 Dec", "2026-12-15")]
    [InlineData("move Sun Microsystems to next month's review by end of month", "end of month", "2026-11-30")]
    [InlineData("call may 3rd or may 4th", "may 3rd", "2027-05-03")]
    public void Finds_the_first_day_in_a_sentence(string text, string span, string expected)
    {
        var found = Assert.NotNull(DateWords.Find(text, Today));
        Assert.Equal(span, text.Substring(found.Start, found.Length));
        Assert.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture), found.Date);
    }

    [Theory]
    [InlineData("it may move")]
    [InlineData("Sun has 15 deals")]
    [InlineData("won 3/4 of them at 1.5.2")]
    public void Finds_none_where_there_is_none(string text) => Assert.Null(DateWords.Find(text, Today));

    [Theory]
    [InlineData("17 Nov", "2026-11-17")]
    [InlineData("3 March", "2026-03-03")]
    [InlineData("Monday", "2026-11-16")]
    [InlineData("tomorrow", null)]
    [InlineData("17 Nov 2027", null)]
    public void Looks_back_where_only_the_past_is_allowed(string text, string? expected)
    {
        Assert.True(DateWords.TryRead(text, Today, out var ahead));
        var back = DateWords.BackBefore(text, ahead, Today);
        Assert.Equal(expected is null ? ahead : DateOnly.Parse(expected, CultureInfo.InvariantCulture), back);
    }
}
