using RevBot.Conversation.Understanding;

namespace RevBot.Intents.ImportData;

/// <summary>One file to be imported.</summary>
/// <param name="Maps">Field by the file's own header, from <c>--map "Their Header=field"</c>: a field's name, <c>field:key</c> for a company field, <c>-</c> to leave the column out.</param>
/// <param name="Dates">How the person says dates are written; null to find out from the file.</param>
/// <param name="DryRun">Reads, checks and counts everything, writes nothing.</param>
public sealed record ImportRequest(ImportKind Kind, string Path, IReadOnlyDictionary<string, string> Maps, DateOrder? Dates = null, bool DryRun = false);
