using System.Text.Json.Nodes;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.Routing;

namespace RevBot.Intents.HandleLeads;

/// <summary>Leads as data, for <c>--json</c>.</summary>
internal static class LeadData
{
    public static JsonObject Of(Lead lead, WriteContext context) => new()
    {
        ["intent"] = LeadSteps.Intent,
        ["outcome"] = "answered",
        ["reading"] = LeadText.Title(lead),
        ["lead"] = Row(lead, context),
    };

    public static JsonObject Row(Lead lead, WriteContext context) => new()
    {
        ["id"] = lead.Id,
        ["name"] = lead.Name,
        ["account"] = lead.Account,
        ["stage"] = Lifecycle.NameOf(lead.Stage),
        ["owner"] = lead.Owner?.Value,
        ["ownedSince"] = lead.Life.OwnedSince?.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ["due"] = LeadSla.DueAt(lead, context.Company)?.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ["reason"] = lead.Life.Reason,
        ["deal"] = lead.Deal?.Value,
    };
}
