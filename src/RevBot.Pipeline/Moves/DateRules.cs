using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Moves;

/// <summary>Which days a deal may close and be signed on: an open deal closes today or later, what has happened did so today or earlier.</summary>
internal static class DateRules
{
    /// <summary>What is wrong with a canonical date for a deal that is (or will be) in a stage of <paramref name="group"/>; null when nothing is.</summary>
    public static string? ProblemOf(DealField field, string? value, StageGroup group, DateOnly today)
    {
        if (value is null || field.Key is not (DealFields.CloseDate or DealFields.SignedDate))
        {
            return null;
        }

        var day = FieldReading.DayOf(value);
        if (field.Key == DealFields.CloseDate && group == StageGroup.Open)
        {
            return day < today ? $"Close date {Sentence.Day(day)} is past; an open deal closes today or later." : null;
        }

        return day > today ? $"{field.Label} {Sentence.Day(day)} is in the future; give the day it happened, {Sentence.Day(today)} at the latest." : null;
    }
}
