using RevBot.Intents.Changes;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Approvals;

/// <summary>What the cards of approvals are drawn from, in a turn or in a nightly run.</summary>
/// <param name="Today">The company's date.</param>
internal sealed record ApprovalScene(PipelineSnapshot Snapshot, CompanyProfile Company, DateOnly Today)
{
    public static ApprovalScene Of(WriteContext context) => new(context.Snapshot, context.Company, context.Today);

    public string NameOf(PersonId? person) => person is { } id && Snapshot.People.TryGetValue(id, out var known) ? known.Name : "somebody";

    public string NameOf(StageId stage) => Company.Process.NameOf(stage);

    /// <summary>"Acme Renewal · Proposal · $50k · Dana Reyes".</summary>
    public string Line(Deal deal) => DealQuestions.Label(deal, Snapshot, Company);

    /// <summary>A field's label within a sentence.</summary>
    public string Label(string field) => ChangeLines.LabelOf(field, Company).ToLowerInvariant();
}
