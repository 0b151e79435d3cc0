using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.CreateDeal;
using RevBot.Intents.HandleLeads;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.ConvertLead;

/// <summary>The form of the deal that a lead becomes: that of a new deal, with what is known in it.</summary>
public sealed class ConvertLeadForm(LeadDesk desk, LeadConverter converter) : IFormHandler, IOptionSource
{
    public string FormId => LeadConverter.FormId;

    public async Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var scene = await desk.OpenAsync(context, cancellationToken);
        return LeadConverter.Find(session, scene) is { Lead: not null, Problem: null }
            ? new FormBuild.Ready(CreateDealSheet.Build(CreateDealSeed.Read(session.Seed), soFar, scene) with { Title = "Convert to a deal" })
            : new FormBuild.Unavailable(LeadSteps.Refuse(LeadConverter.Find(session, scene).Problem ?? ""));
    }

    public async Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var scene = await desk.OpenAsync(context, cancellationToken);
        var (lead, problem) = LeadConverter.Find(session, scene);
        return lead is null || problem is not null ? LeadSteps.Refuse(problem ?? "") : await converter.SubmitAsync(lead, CreateDealSeed.Read(session.Seed), values, scene, cancellationToken);
    }

    public async Task<IReadOnlyList<FieldOption>> FindAsync(FormSession session, string fieldId, string typed, TurnContext context, int most, CancellationToken cancellationToken) =>
        fieldId == DealFields.Account ? CreateDealForm.Accounts(typed, await desk.OpenAsync(context, cancellationToken), most) : [];
}
