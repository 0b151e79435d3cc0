namespace RevBot.Intents.ImportData;

/// <summary>How far an import is, for a progress bar.</summary>
/// <param name="Step"><c>looking</c>, <c>reading</c> or <c>writing</c>.</param>
/// <param name="Total">0 while it is not known yet.</param>
public readonly record struct ImportProgress(string Step, int Done, int Total);
