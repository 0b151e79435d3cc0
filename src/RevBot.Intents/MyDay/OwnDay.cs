using RevBot.Conversation.Forms;
using RevBot.Intents.Alerts;
using RevBot.Intents.SubmitForecast;
using RevBot.Pipeline.Alerts.Digests;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;

namespace RevBot.Intents.MyDay;

/// <summary>What waits for somebody who sells, or who leads those who do.</summary>
/// <param name="Digest">What their deals need, as their digest tells it.</param>
internal sealed record OwnDay(Person Reader, DayDigest Digest)
{
    /// <summary>Requests that wait for their answer, the oldest first.</summary>
    public required IReadOnlyList<(Deal Deal, Approval Approval)> Approvals { get; init; }

    /// <summary>What they said of the current quarter and what their deals say; null for who submits no forecast.</summary>
    public required ForecastGrounds? Forecast { get; init; }

    /// <summary>Whose forecasts are missing; null for who leads nobody.</summary>
    public required MissingForecasts? Missing { get; init; }

    /// <summary>Alerts of their deals that were told and still stand.</summary>
    public required IReadOnlyList<AlertView> Alerts { get; init; }

    /// <summary>Leads of their own that they have not accepted yet, what is due first on top.</summary>
    public required IReadOnlyList<Lead> Leads { get; init; }

    /// <summary>Forms they asked for and have not answered, the newest first, with their titles.</summary>
    public required IReadOnlyList<(FormSession Session, string Title)> Forms { get; init; }
}
