using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Words;

/// <summary>A phrase of the lexicon found in a sentence.</summary>
internal sealed record LexiconSpan(int First, int Count, LexiconEntry Entry)
{
    public LexiconKind Kind => Entry.Kind;

    public string Value => Entry.Value;

    public int End => First + Count;

    /// <summary>The dimension it names; null for any other phrase.</summary>
    public Dimension? Dimension => Kind == LexiconKind.Dimension && Enum.TryParse<Dimension>(Value.TrimStart('+'), out var dimension) ? dimension : null;
}
