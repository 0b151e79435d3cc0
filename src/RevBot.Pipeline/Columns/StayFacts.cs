using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Columns;

/// <summary>One stay of a deal in a stage, in eight bytes.</summary>
internal readonly record struct StayFacts
{
    /// <summary>Days are counted from here; earlier ones, and those after 2169, are taken for the nearest.</summary>
    private static readonly int FirstDay = new DateOnly(1990, 1, 1).DayNumber;

    private readonly ushort _entered;

    /// <summary>0 while it goes on.</summary>
    private readonly ushort _left;

    /// <summary>How it ended, and in the lowest bit whether it was not seen.</summary>
    private readonly byte _ending;

    /// <param name="stage">Number of the stage.</param>
    /// <param name="isUnseen">True when the stay was not seen but made up from what a file said.</param>
    /// <param name="enteredDay">The company day it began.</param>
    /// <param name="leftDay">The company day it ended; <see cref="DealFacts.NoDay"/> while it goes on.</param>
    public StayFacts(short stage, bool isUnseen, int enteredDay, int leftDay, ExitKind exit)
    {
        (Stage, _ending) = (stage, (byte)(((int)exit << 1) | (isUnseen ? 1 : 0)));
        _entered = Packed(enteredDay);
        _left = leftDay == DealFacts.NoDay ? (ushort)0 : Packed(leftDay);
    }

    /// <summary>Number of the stage.</summary>
    public short Stage { get; }

    /// <summary>True when the stay was not seen but made up from what a file said.</summary>
    public bool IsUnseen => (_ending & 1) != 0;

    /// <summary>How it ended.</summary>
    public ExitKind Exit => (ExitKind)(_ending >> 1);

    public bool IsRunning => _left == 0;

    /// <summary>The company day it began.</summary>
    public int EnteredDay => FirstDay + _entered;

    /// <summary>The company day it ended; <see cref="DealFacts.NoDay"/> while it goes on.</summary>
    public int LeftDay => _left == 0 ? DealFacts.NoDay : FirstDay + _left;

    private static ushort Packed(int day) => (ushort)Math.Clamp(day - FirstDay, 1, ushort.MaxValue);
}
