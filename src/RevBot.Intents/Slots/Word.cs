namespace RevBot.Intents.Slots;

/// <summary>One word of a sentence, prepared for comparing.</summary>
/// <param name="Text">Lower case, accents and a possessive 's gone.</param>
/// <param name="Stem">The same in the singular: what names and tables are looked up by.</param>
/// <param name="Start">Where it begins in the sentence as written.</param>
/// <param name="End">Behind its last character, the possessive included.</param>
/// <param name="IsPossessive">Written with 's or a closing apostrophe.</param>
/// <param name="IsCapital">Begins with a capital letter.</param>
/// <param name="IsUpper">All letters are capitals.</param>
/// <param name="Quote">Number of the quotation it stands in, from 1; 0 outside of quotes.</param>
public readonly record struct Word(string Text, string Stem, int Start, int End, bool IsPossessive, bool IsCapital, bool IsUpper, int Quote);
