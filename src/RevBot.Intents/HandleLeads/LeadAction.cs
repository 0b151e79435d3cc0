using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Leads.Rules;

namespace RevBot.Intents.HandleLeads;

/// <summary>A button of a lead's card: does the step at once, or opens the form for what it needs.</summary>
public abstract class LeadAction(string id, LeadStep step, LeadDesk desk, LeadSteps steps) : IButtonAction
{
    public string ActionId => id;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(click);
        var scene = await desk.OpenAsync(context, cancellationToken);
        var (lead, mark) = ButtonValue.Split(click.Value);
        if (LeadDesk.Find(lead, scene) is not { } found)
        {
            return new Reply.Whisper(Card.Text($"There is no lead #{lead} any more.")) { Data = ChangeData.Refused(LeadSteps.Intent, "unknown lead") };
        }

        if (LeadDesk.Refusal(found, scene) is { } refusal)
        {
            return new Reply.Whisper(Card.Text(refusal.Reason)) { Data = ChangeData.Refused(LeadSteps.Intent, refusal) };
        }

        var reply = await steps.DoAsync(found, step, new Dictionary<string, string>(), scene, cancellationToken);
        return (reply, mark) switch
        {
            (Reply.Replace { Data: { } data } refused, _) when (string?)data["outcome"] == "refused" => new Reply.Whisper(refused.Card) { Data = data },
            (Reply.Replace done, LeadActions.FromAlert) => new Reply.Say(done.Card) { UpdateLive = done.UpdateLive, Remember = done.Remember, Data = done.Data, Audit = done.Audit },
            _ => reply,
        };
    }
}

/// <summary>"Accept".</summary>
public sealed class AcceptLeadAction(LeadDesk desk, LeadSteps steps) : LeadAction(LeadActions.Accept, LeadStep.Accept, desk, steps);

/// <summary>"Return…".</summary>
public sealed class ReturnLeadAction(LeadDesk desk, LeadSteps steps) : LeadAction(LeadActions.Return, LeadStep.Return, desk, steps);

/// <summary>"Disqualify…".</summary>
public sealed class DisqualifyLeadAction(LeadDesk desk, LeadSteps steps) : LeadAction(LeadActions.Disqualify, LeadStep.Disqualify, desk, steps);

/// <summary>"Qualify…".</summary>
public sealed class QualifyLeadAction(LeadDesk desk, LeadSteps steps) : LeadAction(LeadActions.SalesQualify, LeadStep.SalesQualify, desk, steps);

/// <summary>"Qualify as MQL…".</summary>
public sealed class QualifyMqlAction(LeadDesk desk, LeadSteps steps) : LeadAction(LeadActions.MarketingQualify, LeadStep.MarketingQualify, desk, steps);
