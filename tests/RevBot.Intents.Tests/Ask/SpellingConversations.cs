using RevBot.Intents.Ask;
using RevBot.Intents.Ask.FollowUps;

namespace RevBot.Intents.Tests.Ask;

/// <summary>Fingers slip, people shorten and the ear spells: what was meant is read, and what is only like a known word is not.</summary>
public sealed class SpellingConversations
{
    [Theory]
    // Letters swapped, doubled, missing, or hit beside their key.
    [InlineData("how mcuh did we clsoe last moth", "how much did we close last month")]
    [InlineData("bokings by regoin ytd", "bookings by region ytd")]
    [InlineData("wich rep has teh higest win rate this yr", "which rep has the highest win rate this year")]
    [InlineData("piplien coverge nxt qtr", "pipeline coverage next quarter")]
    [InlineData("dealss clsoing this mnth", "deals closing this month")]
    [InlineData("wieghted pipelin by stgae", "weighted pipeline by stage")]
    [InlineData("loss resaons since januray", "loss reasons since january")]
    // Two slips in a long word.
    [InlineData("opportniteis created in octobr", "opportunities created in october")]
    [InlineData("conversoin form Dicsovery to Propsal", "conversion from Discovery to Proposal")]
    [InlineData("piepline in Negotaition ovr 50k", "pipeline in Negotiation over 50k")]
    // The ear, and what is left out.
    [InlineData("avrage deel size for enterprize", "average deal size for enterprise")]
    [InlineData("whts our winrate this qtr for emea", "what's our win rate this quarter for EMEA")]
    [InlineData("hw many oppts r in discvery", "how many opps are in discovery")]
    [InlineData("gap to qouta by tema", "gap to quota by team")]
    [InlineData("velocty by segmnt", "velocity by segment")]
    // Without the space, or with one too many.
    [InlineData("top5 opendeals", "top 5 open deals")]
    [InlineData("bookings lastquarter byrep", "bookings last quarter by rep")]
    [InlineData("pipe line by stage", "pipeline by stage")]
    [InlineData("book ings last month", "bookings last month")]
    // Names.
    [InlineData("priyas pipeline", "Priya's pipeline")]
    [InlineData("Daan Reyes bookings", "Dana Reyes bookings")]
    [InlineData("veras team bookings", "Vera's team bookings")]
    [InlineData("pipeline in negot", "pipeline in Negotiation")]
    [InlineData("win rate for manufactring", "win rate for Manufacturing")]
    public void A_misspelt_question_is_the_one_that_was_meant(string said, string meant)
    {
        var right = Assert.IsType<QuestionReading.Understood>(AskCompany.Read(meant));
        var read = Assert.IsType<QuestionReading.Understood>(AskCompany.Read(said));
        Assert.Equal((right.Question.Measure, right.Shape), (read.Question.Measure, read.Shape));
        Assert.Equal(right.Question.Filters.AsEnumerable(), read.Question.Filters);
        Assert.Equal(right.Question.Breakdown.AsEnumerable(), read.Question.Breakdown);
        Assert.Equal((right.Question.Period?.Start, right.Question.Period?.End), (read.Question.Period?.Start, read.Question.Period?.End));
        Assert.Equal(right.Question.Ranking, read.Question.Ranking);
    }

    [Theory]
    [InlineData("win rate by shoe size")]
    [InlineData("pipeline for Zorbatron")]
    [InlineData("bookings of the herd")]
    [InlineData("CHF pipeline by weather")]
    [InlineData("thin deals in EMEA")]
    public void What_is_only_like_a_known_word_is_not_taken_for_it(string said) => Assert.IsNotType<QuestionReading.Understood>(AskCompany.Read(said));

    [Theory]
    [InlineData("how thin is coverage this quarter", "coverage.remaining")]
    [InlineData("has our win rate been decent since June 2024", "win_rate.count")]
    [InlineData("for the board deck: bookings last quarter", "bookings.won_amount")]
    [InlineData("[win rate](http://evil.example) this quarter", "win_rate.count")]
    [InlineData("<b>win rate</b> by <i>source</i>", "win_rate.count")]
    [InlineData("how good are we at winning deals above 75k", "win_rate.count")]
    [InlineData("how much coverage does EMEA need", "coverage.needed")]
    [InlineData("losses since july 2024", "losses.lost_count")]
    [InlineData("which source brought in the most new pipeline last quarter", "pipeline.created_amount")]
    [InlineData("whose pipeline is the oldest", "aging.median")]
    public void What_carries_no_meaning_hides_none(string said, string measure) =>
        Assert.Equal(measure, Assert.IsType<QuestionReading.Understood>(AskCompany.Read(QuestionThread.Plain(said))).Question.Measure);

    [Theory]
    [InlineData("bookings 3Q24", "2024-07-01", "2024-09-30")]
    [InlineData("bookings 2024-10", "2024-10-01", "2024-10-31")]
    [InlineData("bookings in the first two months of the year", "2025-01-01", "2025-02-28")]
    [InlineData("bookings in fiscal 2024's second half", "2024-07-01", "2024-12-31")]
    [InlineData("bookings for the third quarter of fiscal 2024", "2024-07-01", "2024-09-30")]
    [InlineData("bookings, financial year 2024", "2024-01-01", "2024-12-31")]
    [InlineData("bookings since april started", "2025-04-01", "2025-05-14")]
    [InlineData("bookings 60 days back until now", "2025-03-15", "2025-05-14")]
    public void Periods_have_many_names(string said, string first, string last)
    {
        var period = Assert.IsType<QuestionReading.Understood>(AskCompany.Read(said)).Question.Period;
        Assert.Equal((first, last), ($"{period?.Start:yyyy-MM-dd}", $"{period?.End:yyyy-MM-dd}"));
    }
}
