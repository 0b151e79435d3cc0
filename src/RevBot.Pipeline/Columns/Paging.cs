namespace RevBot.Pipeline.Columns;

/// <summary>How columns are cut: pages small enough to be made anew for one changed deal, and to stay out of the large-object heap.</summary>
internal static class Paging
{
    public const int Shift = 10;
    public const int Size = 1 << Shift;
    public const int Mask = Size - 1;

    public static int CountOf(int deals) => (deals + Mask) >> Shift;
}
