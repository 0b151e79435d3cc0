namespace RevBot.Intents.Clauses;

/// <summary>A piece of a message between two signs or conjunctions, from its first word to the one behind its last.</summary>
/// <param name="Sign">The sign that ends it: '?', '.', ':', ',' and the like; a space where a conjunction follows.</param>
/// <param name="Narrows">True when it holds what could say which numbers are meant: a value, a period, a split, an order.</param>
/// <param name="IsFirm">False when it could as well be a part of the question: it is left aside only when nothing is understood with it.</param>
internal sealed record Clause(int First, int End, char Sign, ClauseKind Kind, bool Narrows, bool IsFirm);
