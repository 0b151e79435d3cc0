using System.Globalization;
using RevBot.Conversation.Understanding;

namespace RevBot.Intents.ImportData;

/// <summary>Learns from a whole file whether 3/4/2026 is in March or in April. What no value decides is asked, never guessed.</summary>
internal sealed class DateEvidence
{
    private int _monthFirst;
    private int _dayFirst;
    private int _undecided;
    private string? _example;
    private string? _column;

    public void See(string text, string column)
    {
        if (!DateText.TryNumbers(text, out var numbers, out var separator, out _) || numbers.First > 31 || separator == '.')
        {
            return;
        }

        switch (numbers)
        {
            case { First: > 12, Second: >= 1 and <= 12 }:
                _dayFirst++;
                break;
            case { First: >= 1 and <= 12, Second: > 12 and <= 31 }:
                _monthFirst++;
                break;
            case { First: >= 1 and <= 12, Second: >= 1 and <= 12 } when numbers.First != numbers.Second:
                _undecided++;
                _example ??= text;
                _column ??= column;
                break;
        }
    }

    /// <summary>The order, or why it cannot be told. A stray value or two against a hundredfold majority is a typing mistake, and its row is rejected as such.</summary>
    public (DateOrder? Order, string? Refusal) Decide()
    {
        if (_monthFirst > 0 && _dayFirst > 0 && Math.Max(_monthFirst, _dayFirst) < 100 * Math.Min(_monthFirst, _dayFirst))
        {
            return _undecided == 0
                ? (_monthFirst > _dayFirst ? DateOrder.MonthFirst : DateOrder.DayFirst, null)
                : (null, $"The file writes dates in two ways: {Count(_monthFirst)} can only be month first and {Count(_dayFirst)} only day first. Say which holds with --dates mdy or --dates dmy; rows of the other kind are then rejected.");
        }

        if (_monthFirst + _dayFirst > 0)
        {
            return (_monthFirst > _dayFirst ? DateOrder.MonthFirst : DateOrder.DayFirst, null);
        }

        return _example is null
            ? (null, null)
            : (null, $"The dates can be read in two ways: '{_example}' in the column '{_column}' may be day first or month first, and no date in the file decides. Run it again with --dates mdy (month first) or --dates dmy (day first).");
    }

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
