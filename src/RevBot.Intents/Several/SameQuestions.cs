using RevBot.Intents.Ask;
using RevBot.Intents.Ask.FollowUps;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Several;

/// <summary>Tells pieces of a message that are one question said twice from several questions.</summary>
internal sealed class SameQuestions(QuestionReader reader)
{
    /// <summary>"What closes in December? How much pipeline is due": one question said twice, and read as one with nothing of either lost.</summary>
    public bool SaySame(List<string> parts, AskedQuestion asked)
    {
        var readings = parts.ConvertAll(part => (reader.ReadLike(asked, part).Reading as QuestionReading.Understood)?.Question);
        return asked.Reading is QuestionReading.Understood { Question: var whole } && readings.Exists(part => part is not null && SaysAll(part, whole)) && !(SharedWords.Joins(asked.Text, parts[^1]) && readings[0]?.Measure != readings[^1]?.Measure) && readings.TrueForAll(part => part is not null
            && (part.Measure == whole.Measure || (MeasureIds.CountOf(part.Measure) is { } count && count == MeasureIds.CountOf(whole.Measure) && part.Breakdown.SequenceEqual(whole.Breakdown) && (!part.Breakdown.IsEmpty || part == readings[0] && !FollowUpWords.AsksForThings(parts[0]) && parts[0].StartsWith("what", StringComparison.OrdinalIgnoreCase))))
            && (part.Ranking is null || part.Ranking == whole.Ranking) && part.Filters.All(filter => whole.Filters.Contains(filter)) && part.Breakdown.All(dimension => whole.Breakdown.Contains(dimension))
            && (part.Period == whole.Period || part.Period is null || part.PeriodIsDefault) && (part.CompareWith is null || part.CompareWith == whole.CompareWith));
    }

    /// <summary>"Who booked most? Who booked least?" are two: neither says what both say.</summary>
    private static bool SaysAll(Question part, Question whole) => (part.Period == whole.Period || whole.PeriodIsDefault) && whole.Filters.All(part.Filters.Contains) && whole.Breakdown.All(part.Breakdown.Contains) && (part.Ranking == whole.Ranking || part.Ranking is null);

    /// <summary>"Did we grow? Bookings last quarter": the first only says that the second is compared, and the whole was read so.</summary>
    public bool Compare(List<string> parts, AskedQuestion asked) => parts.Count == 2 && asked.Reading is QuestionReading.Understood { Question.CompareWith: not null }
        && reader.ReadLike(asked, parts[0]).Reading is not QuestionReading.Understood && reader.ReadLike(asked, parts[1]).Reading is QuestionReading.Understood { Question.CompareWith: null };
}
