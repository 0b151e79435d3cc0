using System.Runtime.Intrinsics;

namespace RevBot.Pipeline.Analytics;

/// <summary>Chance, four numbers at a time (xoshiro256+ in four lanes), the same on every machine for the same seed.</summary>
internal struct LaneRandom
{
    private Vector256<ulong> _first;
    private Vector256<ulong> _second;
    private Vector256<ulong> _third;
    private Vector256<ulong> _fourth;

    public LaneRandom(ulong seed)
    {
        (_first, _second, _third, _fourth) = (Fill(ref seed), Fill(ref seed), Fill(ref seed), Fill(ref seed));
    }

    /// <summary>A seed from a text and a moment: the same question at the same moment has the same answer.</summary>
    public static ulong SeedOf(string text, DateTimeOffset asOf)
    {
        var seed = 14695981039346656037UL;
        foreach (var letter in text)
        {
            seed = (seed ^ letter) * 1099511628211UL;
        }

        seed ^= (ulong)asOf.UtcTicks;
        return Mix(ref seed);
    }

    /// <summary>Four numbers from 1 up to, not including, 2: that is where a double's bits are chance as they are.</summary>
    public Vector256<double> Next()
    {
        var result = _first + _fourth;
        var shifted = _second << 17;
        _third ^= _first;
        _fourth ^= _second;
        _second ^= _third;
        _first ^= _fourth;
        _third ^= shifted;
        _fourth = (_fourth << 45) | (_fourth >> 19);
        return ((result >> 12) | Vector256.Create(0x3FF0000000000000UL)).AsDouble();
    }

    private static Vector256<ulong> Fill(ref ulong seed) => Vector256.Create(Mix(ref seed), Mix(ref seed), Mix(ref seed), Mix(ref seed));

    private static ulong Mix(ref ulong seed)
    {
        seed += 0x9E3779B97F4A7C15UL;
        var mixed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
