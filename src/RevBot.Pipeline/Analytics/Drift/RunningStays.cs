using System.Runtime.InteropServices;

namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>The stays of a stage that go on, carried from day to day: each knows what it had come to the evening before, so that a day reckons only what is new in it.</summary>
/// <remarks>Gives to the last digit what <see cref="StageBaseline.Compare"/> and <see cref="LeavingPace.Evidence"/> give of a single day.</remarks>
internal sealed class RunningStays
{
    private readonly List<Running> _running = [];
    private readonly List<string?> _segments = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private (double Pace, double Typical)[] _bySegment = [];
    private LeavingPace? _learnt;
    private int _begun;

    /// <summary>Lets go what was left before a day and takes up what begins on it; days come in order.</summary>
    /// <param name="stays">In the order they began in.</param>
    public void Begin(ReadOnlySpan<DatedStay> stays, int day)
    {
        _running.RemoveAll(stay => stay.Stay.Exited <= day - 1);
        for (; _begun < stays.Length && stays[_begun].Entered < day; _begun++)
        {
            if (stays[_begun].Exited > day - 1)
            {
                _running.Add(new Running { Stay = stays[_begun], Segment = PlaceOf(stays[_begun].Segment), IsNew = true });
            }
        }
    }

    /// <summary>What happened on a day beside what was to be expected, and how much likelier it is where stays take so many times as long.</summary>
    /// <param name="longer">How many times as long in a slower stage.</param>
    /// <param name="shorter">And in a faster one.</param>
    public (ExitsOfDays Exits, double Slower, double Faster) Pass(int day, StageBaseline baseline, LeavingPace pace, double longer, double shorter)
    {
        var relearnt = !ReferenceEquals(_learnt, pace);
        if (relearnt || _bySegment.Length < _segments.Count)
        {
            (_learnt, _bySegment) = (pace, [.. _segments.Select(segment => (baseline.PaceOf(segment), pace.TypicalOf(segment)))]);
        }

        var (exits, expected, slower, faster) = (0, 0d, 0d, 0d);
        foreach (ref var running in CollectionsMarshal.AsSpan(_running))
        {
            var stay = running.Stay;
            var (own, typical) = _bySegment[running.Segment];
            if (relearnt || running.IsNew)
            {
                var begin = Math.Max(day - 1, stay.Entered);
                running.Expected = baseline.HazardAt(stay, begin, own);
                running.Come(pace, (begin - stay.Entered) / typical, longer, shorter);
                running.IsNew = false;
            }

            var until = Math.Min(stay.Exited, day);
            var before = running;
            running.Expected = baseline.HazardAt(stay, until, own);
            expected += running.Expected - before.Expected;
            exits += stay.Exited <= day && running.Expected < StageBaseline.MostHazard ? 1 : 0;
            if (before.Age > LeavingPace.LongestAge)
            {
                continue;
            }

            var age = (until - stay.Entered) / typical;
            running.Come(pace, age, longer, shorter);
            slower += running.Hazard - before.Hazard - running.Longer + before.Longer;
            faster += running.Hazard - before.Hazard - running.Shorter + before.Shorter;
            if (stay.Exited <= day && age <= LeavingPace.LongestAge)
            {
                slower += pace.EvidenceOfExit(age, longer);
                faster += pace.EvidenceOfExit(age, shorter);
            }
        }

        return (new ExitsOfDays(exits, expected), slower, faster);
    }

    private int PlaceOf(string? segment)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, segment ?? string.Empty, out var known);
        if (!known)
        {
            place = _segments.Count;
            _segments.Add(segment);
        }

        return place;
    }

    /// <summary>A stay and what it has come to by the last evening.</summary>
    private struct Running
    {
        public DatedStay Stay;
        public int Segment;
        public bool IsNew;

        /// <summary>How often it should have been left by now.</summary>
        public double Expected;

        /// <summary>In multiples of the typical stay.</summary>
        public double Age;

        /// <summary>The pace's hazard at <see cref="Age"/>, at most the longest that counts.</summary>
        public double Hazard;

        /// <summary>The same where everything took so many times as long.</summary>
        public double Longer;

        /// <summary>The same where everything took less.</summary>
        public double Shorter;

        public void Come(LeavingPace pace, double age, double longer, double shorter)
        {
            var counted = Math.Min(age, LeavingPace.LongestAge);
            (Age, Hazard, Longer, Shorter) = (age, pace.Hazard(counted), pace.Hazard(counted / longer), pace.Hazard(counted / shorter));
        }
    }
}
