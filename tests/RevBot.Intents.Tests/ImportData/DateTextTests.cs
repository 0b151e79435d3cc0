using System.Globalization;
using RevBot.Conversation.Understanding;
using RevBot.Intents.ImportData;

namespace RevBot.Intents.Tests.ImportData;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2026-03-04", null, "2026-03-04T00:00:00Z")]
    [InlineData("2026-03-04T10:30:00Z", null, "2026-03-04T10:30:00Z")]
    [InlineData("2026-03-04T10:30:00.000+0200", null, "2026-03-04T08:30:00Z")]
    [InlineData("2026-03-04 10:30:15 -05:00", null, "2026-03-04T15:30:15Z")]
    [InlineData("04.03.2026", null, "2026-03-04T00:00:00Z")]
    [InlineData("3/4/2026", DateOrder.MonthFirst, "2026-03-04T00:00:00Z")]
    [InlineData("3/4/26, 1:05 PM", DateOrder.MonthFirst, "2026-03-04T13:05:00Z")]
    [InlineData("04-03-2026 23:59", DateOrder.DayFirst, "2026-03-04T23:59:00Z")]
    [InlineData("4 Mar 2026", null, "2026-03-04T00:00:00Z")]
    [InlineData("Mar 4, 2026", null, "2026-03-04T00:00:00Z")]
    [InlineData("2026/03/04", null, "2026-03-04T00:00:00Z")]
    public void A_date_is_read_in_every_common_way(string text, DateOrder? order, string expected)
    {
        Assert.True(DateText.TryRead(text, order, out var date));
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), date.At(TimeZoneInfo.Utc));
    }

    [Theory]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30")]
    [InlineData("3/4/2026")]
    [InlineData("45987")]
    [InlineData("soon")]
    [InlineData("2026-03-04T25:00:00Z")]
    public void What_is_no_date_is_not_read(string text) => Assert.False(DateText.TryRead(text, null, out _));

    [Fact]
    public void A_day_is_the_companys_and_an_instant_tells_its_day_there()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        Assert.True(DateText.TryRead("2026-03-31T22:30:00Z", null, out var late));
        Assert.Equal(new DateOnly(2026, 4, 1), late.DayIn(zone));
        Assert.True(DateText.TryRead("2026-07-01", null, out var day));
        Assert.Equal(new DateTimeOffset(2026, 6, 30, 22, 0, 0, TimeSpan.Zero), day.At(zone));
    }
}
