using RevBot.Conversation.Forms;

namespace RevBot.Conversation.Tests.Forms;

public sealed class OptionSearchTests
{
    private static readonly FieldOption[] Options =
    [
        new("1", "North Acme"), new("2", "Acme"), new("3", "Acme Rollout"), new("4", "Jörg Müller", "Acme team"), new("5", "Macmeister"), new("6", "Globex · $1,000 · Dana Reyes"),
    ];

    [Theory]
    [InlineData("", "1 2 3 4 5 6")]
    [InlineData("acme", "2 3 1 4 5")]
    [InlineData("ACME roll", "3")]
    [InlineData("jorg", "4")]
    [InlineData("mul jö", "4")]
    [InlineData("dana glo", "6")]
    [InlineData("xyz", "")]
    [InlineData("  ", "1 2 3 4 5 6")]
    [InlineData("·", "1 2 3 4 5 6")]
    public void The_best_come_first(string typed, string keys) =>
        Assert.Equal(keys.Split(' ', StringSplitOptions.RemoveEmptyEntries), OptionSearch.Find(Options, typed, 15).Select(option => option.Key));

    [Fact]
    public void No_more_than_wanted() => Assert.Equal(2, OptionSearch.Find(Options, "acme", 2).Count);
}
