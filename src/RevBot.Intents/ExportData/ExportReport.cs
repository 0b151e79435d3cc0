namespace RevBot.Intents.ExportData;

/// <summary>What an export wrote, or why it could not.</summary>
public sealed record ExportReport(string File, int Rows, string? Refusal = null);
