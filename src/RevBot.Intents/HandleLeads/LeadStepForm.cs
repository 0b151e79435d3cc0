using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;

namespace RevBot.Intents.HandleLeads;

/// <summary>The form for what a step of a lead needs: budget, authority, need and timeline; a reason; an owner.</summary>
public sealed class LeadStepForm(LeadDesk desk, LeadSteps steps) : IFormHandler
{
    public string FormId => LeadSteps.FormId;

    public string UseName(FormSession session) => LeadSteps.UseName(session);

    public async Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        return LeadSteps.Find(session, scene) is { Lead: { } lead, Problem: null }
            ? new FormBuild.Ready(LeadSteps.Build(session.Seed, soFar, lead, scene))
            : new FormBuild.Unavailable(LeadSteps.Refuse(LeadSteps.Find(session, scene).Problem ?? ""));
    }

    public async Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        var (lead, problem) = LeadSteps.Find(session, scene);
        return lead is null || problem is not null ? LeadSteps.Refuse(problem ?? "") : await steps.SubmitAsync(session.Seed, values, lead, scene, cancellationToken);
    }
}
