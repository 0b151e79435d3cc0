using RevBot.Conversation.Understanding;

namespace RevBot.Conversation.Tests.Understanding;

public sealed class UtteranceTests
{
    [Theory]
    [InlineData("  What’s our   pipeline?! ", "what's our pipeline")]
    [InlineData("move “Acme” — now", "move \"acme\" - now")]
    [InlineData("win rate\n\tby source…", "win rate by source")]
    [InlineData("amount to ８０k", "amount to 80k")]
    [InlineData("zero\u200Bwidth", "zerowidth")]
    [InlineData("???", "")]
    [InlineData("broken \uD83D", "broken \uD83D")]
    public void Is_normalized_for_reading(string text, string normalized) => Assert.Equal(normalized, Utterance.Of(text).Normalized);

    [Fact]
    public void Keeps_the_words_of_the_person_and_a_plain_copy_with_their_case()
    {
        var utterance = Utterance.Of(" move “Acme  GmbH” to Won! ");
        Assert.Equal("move “Acme  GmbH” to Won!", utterance.Text);
        Assert.Equal("move \"Acme GmbH\" to Won", utterance.Plain);
        Assert.Equal(utterance.Normalized.Length, utterance.Plain.Length);
    }

    [Fact]
    public void Splits_into_words_that_keep_numbers_and_ids_whole()
    {
        var tokens = Utterance.Of("Set #D-102's amount: $1,234.50, by Q3/2026 (12%)").Tokens;
        Assert.Equal(["set", "#d-102's", "amount", "$1,234.50", "by", "q3/2026", "12%"], tokens.Select(token => token.Text));
        Assert.Equal(4, tokens[1].Start);
    }
}
