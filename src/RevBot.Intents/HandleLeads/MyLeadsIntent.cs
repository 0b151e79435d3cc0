using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.Routing;

namespace RevBot.Intents.HandleLeads;

/// <summary>"My leads": what somebody has to accept, to qualify or to give back, what is due first on top; for who leads people, what nobody has.</summary>
public sealed partial class MyLeadsIntent(LeadDesk desk) : IIntent
{
    public const string Name = "my-leads";

    private const int Most = 10;
    private static readonly TableColumn[] Columns = [new("Lead"), new("Stage"), new("Do next")];

    public IntentDescription Description { get; } = new(Name, "See the leads you have to work on, and those that nobody has", ["my leads", "leads without an owner"]);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Mine().IsMatch(utterance.Plain) ? new Recognition(.985, false) : Nobodys().IsMatch(utterance.Plain) ? new Recognition(.985, true) : null);

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        if (scene.Person is not { } person)
        {
            return Refusal.Stranger(Name, context.Profile);
        }

        var ofNobody = (bool)call;
        var leads = OpenOf(ofNobody ? null : person.Id, scene);
        var unowned = ofNobody || person.Role == PersonRole.Rep ? 0 : scene.Snapshot.Leads.Count(lead => LeadRouter.IsOpen(lead) && lead.Owner is null);
        return Answer(leads, unowned, ofNobody, scene);
    }

    /// <summary>Somebody's open leads, or nobody's, what is due first on top.</summary>
    internal static List<Lead> OpenOf(PersonId? owner, WriteContext scene) =>
    [
        .. scene.Snapshot.Leads.Where(lead => LeadRouter.IsOpen(lead) && lead.Owner == owner)
            .OrderBy(lead => LeadSla.DueAt(lead, scene.Company) ?? DateTimeOffset.MaxValue).ThenBy(lead => lead.Id, StringComparer.Ordinal),
    ];

    private static Reply.Say Answer(List<Lead> leads, int unowned, bool ofNobody, WriteContext scene)
    {
        var late = leads.Count(lead => LeadSla.DueAt(lead, scene.Company) < scene.Turn.Now);
        var summary = leads.Count == 0 ? (ofNobody ? "No open lead is without an owner." : "You have no open lead.")
            : $"{CountText.Of(leads.Count, "open lead")} {(ofNobody ? "without an owner" : "of yours")}{(late > 0 ? $", {CountText.Number(late)} late" : "")}.";
        List<CardElement> elements = [new CardElement.Paragraph(summary, TextTone.Strong)];
        if (leads.Count > 0)
        {
            elements.Add(new CardElement.Table(Columns, [.. leads.Take(Most).Select(lead => Row(lead, scene))]));
        }

        if (unowned > 0)
        {
            elements.Add(new CardElement.Note($"{CountText.Of(unowned, "open lead")} without an owner: say “leads without an owner”."));
        }

        if (leads.Count > Most)
        {
            elements.Add(new CardElement.Note($"The {Most} that are due first of {CountText.Number(leads.Count)}."));
        }

        var first = ofNobody ? null : leads.FirstOrDefault(lead => lead.AcceptedAt is null);
        return new Reply.Say(new Card(summary, elements, first is null ? [] : [.. LeadCard.Offered(first, LeadActions.FromAlert).Take(2).Select(button => button with { Label = $"{button.Label.TrimEnd('…')} {Short(first.Name)}{(button.OpensForm ? "…" : "")}" })]))
        {
            DataWhenAsked = () => new JsonObject
            {
                ["intent"] = Name,
                ["outcome"] = "answered",
                ["reading"] = summary,
                ["rows"] = new JsonArray([.. leads.Select(lead => (JsonNode?)LeadData.Row(lead, scene))]),
            },
            Audit = new AuditNote(AuditKind.Answer, Name, summary),
        };
    }

    /// <summary>A lead's name on a button.</summary>
    internal static string Short(string name) => name.Length > 18 ? name[..17] + "…" : name;

    private static IReadOnlyList<string> Row(Lead lead, WriteContext scene) =>
    [
        lead.Account is { } account ? $"{lead.Name}, {account} (#{lead.Id})" : $"{lead.Name} (#{lead.Id})",
        Lifecycle.NameOf(lead.Stage),
        LeadText.Due(lead, scene.Company, scene.Turn.Now) ?? (lead.Stage == LifecycleStage.Sql ? "make a deal of it" : lead.Life.ParkedFor ?? "–"),
    ];

    [GeneratedRegex(@"^(?:(?:show|list|give|what are|which are|see|get)(?: me)? )?(?:all )?my (?:open |new )?leads(?: please| now| today)?\??$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mine();

    [GeneratedRegex(@"^(?:(?:show|list|give|what are|which|see|get)(?: me)? )?(?:all |the |open )*(?:(?:unowned|ownerless|unassigned) leads|leads (?:without|with no) (?:an )?owner|leads nobody (?:has|owns)|leads (?:are )?(?:unassigned|ownerless))\??$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nobodys();
}
