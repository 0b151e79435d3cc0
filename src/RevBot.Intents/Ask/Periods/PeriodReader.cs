using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.Ask.Periods;

/// <summary>Finds the periods a sentence names.</summary>
internal sealed class PeriodReader
{
    private readonly Sentence _sentence;
    private readonly SinglePeriodReader _single;
    private readonly PeriodRangeReader _ranges;

    public PeriodReader(Sentence sentence, FiscalCalendar fiscal, DateOnly today)
    {
        _sentence = sentence;
        _single = new SinglePeriodReader(sentence, fiscal, today);
        _ranges = new PeriodRangeReader(sentence, _single, fiscal, today);
    }

    /// <summary>All periods, from left to right; their words are taken.</summary>
    public List<PeriodSpan> ReadAll()
    {
        var spans = new List<PeriodSpan>();
        for (var at = 0; at < _sentence.Count;)
        {
            if (_sentence.IsFree(at) && (_ranges.Read(at) ?? _single.Read(at)) is { } span && _sentence.AreFree(span.First, span.Count))
            {
                var whole = span with { Count = span.Count + Inclusive(span.First + span.Count) };
                _sentence.Take(whole.First, whole.Count);
                spans.Add(whole);
                at = whole.First + whole.Count;
            }
            else
            {
                at++;
            }
        }

        return spans;
    }

    /// <summary>"from 3 to 17 August inclusive", "both days included": as it is anyway.</summary>
    private int Inclusive(int at) => _sentence[at] is "inclusive" or "incl" or "inclusively" ? 1
            : _sentence[at] == "both" && _sentence[at + 1] is "inclusive" or "included" or "including" ? 2
            : _sentence[at] == "both" && _sentence[at + 1] is "days" or "dates" or "ends" && _sentence[at + 2] is "included" or "inclusive" ? 3 : 0;

    /// <summary>The one period that begins with a word, or null; nothing is taken.</summary>
    public PeriodSpan? ReadAt(int at) => _single.Read(at);
}
