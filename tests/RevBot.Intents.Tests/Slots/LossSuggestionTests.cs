using RevBot.Intents.Slots;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Slots;

public sealed class LossSuggestionTests
{
    [Theory]
    [InlineData("they went silent after the pilot", "no_decision/went_silent")]
    [InlineData("Went silent: called twice", "no_decision/went_silent")]
    [InlineData("Prize", "price")]
    [InlineData("Prize: they had 20k", "price")]
    [InlineData("lost to Acumen", "competitor")]
    [InlineData("the moon phase", null)]
    [InlineData("went silent, no budget this year", null)]
    [InlineData("x", null)]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void A_note_suggests_the_one_reason_it_reads_like(string? note, string? reason) =>
        Assert.Equal(reason, LossSuggestion.Of(note, TestCompany.Profile));
}
