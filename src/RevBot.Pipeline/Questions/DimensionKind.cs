namespace RevBot.Pipeline.Questions;

/// <summary>What kinds of dimensions there are.</summary>
public static class DimensionKind
{
    extension(Dimension dimension)
    {
        /// <summary>True for weeks, months, quarters and years.</summary>
        public bool IsTime => dimension is Dimension.Week or Dimension.Month or Dimension.Quarter or Dimension.Year;
    }
}
