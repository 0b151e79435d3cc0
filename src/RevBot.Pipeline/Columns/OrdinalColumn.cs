namespace RevBot.Pipeline.Columns;

/// <summary>Every deal's value of a dimension as a number, so that filters and breakdowns compare and count numbers.</summary>
internal sealed record OrdinalColumn(Column<int> Ordinals, Vocabulary Keys);
