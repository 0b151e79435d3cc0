using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.BulkUpdate;

/// <summary>One deal of many that is changed, with what the rules accepted.</summary>
internal sealed record BulkChange(Deal Deal, MoveDecision.Accepted Accepted);
