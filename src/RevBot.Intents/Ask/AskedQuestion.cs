using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Ask;

/// <summary>A sentence read as a question, with all it was read against; answering needs nothing else.</summary>
public sealed record AskedQuestion
{
    public required string Text { get; init; }

    /// <summary>Null when it is no question about deals.</summary>
    public required QuestionReading? Reading { get; init; }

    public required PipelineSnapshot Snapshot { get; init; }

    public required CompanyProfile Company { get; init; }

    /// <summary>The asker; null when the company does not know them.</summary>
    public required Person? Me { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required bool IsAsOf { get; init; }
}
