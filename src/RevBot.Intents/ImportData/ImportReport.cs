using System.Text.Json.Nodes;

namespace RevBot.Intents.ImportData;

/// <summary>What an import did. Rows in are always rows imported plus rows rejected.</summary>
public sealed record ImportReport
{
    public required ImportKind Kind { get; init; }

    public required string File { get; init; }

    public bool DryRun { get; init; }

    /// <summary>Why the file as a whole was not read (missing columns, undecided dates); null when it was. Then nothing was written.</summary>
    public string? Refusal { get; init; }

    public int Rows { get; init; }

    public int Created { get; init; }

    public int Updated { get; init; }

    public int Unchanged { get; init; }

    public int Imported => Created + Updated + Unchanged;

    public int Rejected { get; init; }

    /// <summary>Whose export the headers look like: Salesforce, HubSpot, Pipedrive or null.</summary>
    public string? LooksLike { get; init; }

    /// <summary>What was written into <c>company.yaml</c>, a sentence each, for a person to confirm or edit there.</summary>
    public IReadOnlyList<string> Learned { get; init; } = [];

    /// <summary>What a person should know besides: accounts made from deals, currencies without a rate, contradictions.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<string> IgnoredColumns { get; init; } = [];

    /// <summary>Where every rejected row is written with its reason; null when there is none (and for a dry run).</summary>
    public string? RejectsPath { get; init; }

    /// <summary>The first twenty reasons; all are in the rejects file.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];

    public JsonObject ToJson() => new()
    {
        ["kind"] = ImportKinds.Word(Kind),
        ["file"] = File,
        ["dry_run"] = DryRun,
        ["refusal"] = Refusal,
        ["rows"] = Rows,
        ["imported"] = Imported,
        ["created"] = Created,
        ["updated"] = Updated,
        ["unchanged"] = Unchanged,
        ["rejected"] = Rejected,
        ["looks_like"] = LooksLike,
        ["learned"] = new JsonArray([.. Learned.Select(text => (JsonNode)text)]),
        ["notes"] = new JsonArray([.. Notes.Select(text => (JsonNode)text)]),
        ["ignored_columns"] = new JsonArray([.. IgnoredColumns.Select(text => (JsonNode)text)]),
        ["rejects_file"] = RejectsPath,
        ["problems"] = new JsonArray([.. Problems.Select(problem => (JsonNode)new JsonObject
        {
            ["line"] = problem.Line,
            ["column"] = problem.Column,
            ["value"] = problem.Value,
            ["reason"] = problem.Reason,
        })]),
    };
}
