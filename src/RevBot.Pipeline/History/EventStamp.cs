using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.History;

/// <summary>Who did something to a deal, when, and through which message: every event carries one.</summary>
/// <param name="At">When it happened; <c>--now</c> answers by this.</param>
/// <param name="RecordedAt">When the store learned of it; later than <paramref name="At"/> for imports.</param>
/// <param name="By">The person it was done as; null when the file that was imported does not say.</param>
/// <param name="Turn">Id of the turn (or import) it came through.</param>
/// <param name="Door">Channel it came through: <c>slack</c>, <c>teams</c>, <c>page</c>, <c>terminal</c>, <c>import</c> or <c>demo</c>.</param>
public sealed record EventStamp(DateTimeOffset At, DateTimeOffset RecordedAt, PersonId? By, string Turn, string Door);
