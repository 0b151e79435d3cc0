namespace RevBot.Testing;

/// <summary>A row of a made export that an import must reject, and what it must say about it.</summary>
/// <param name="Line">Line of the file the row begins on.</param>
/// <param name="Reason">Part of the reason.</param>
public sealed record DirtyRow(int Line, string Column, string Value, string Reason);
