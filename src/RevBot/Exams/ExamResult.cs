namespace RevBot.Exams;

/// <summary>One line of an evaluation file beside how it was read.</summary>
internal sealed record ExamResult(ExamLine Line, IReadOnlyList<ExamReading> Read)
{
    public bool IsRight { get; } = Line.Expected.Count == Read.Count && Line.Expected.Zip(Read).All(pair => pair.First.Fits(pair.Second));

    /// <summary>The sentence, what was expected and what was read, in three lines.</summary>
    public override string ToString() =>
        $"{Line.Asked.Id} {Line.Kind} “{(Line.Asked.Text.Length > 200 ? Line.Asked.Text[..200] + "…" : Line.Asked.Text)}”\n  expected {string.Join(" AND ", Line.Expected)}\n  read     {string.Join(" AND ", Read)}";
}
