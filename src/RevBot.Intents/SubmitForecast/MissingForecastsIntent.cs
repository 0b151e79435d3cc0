using System.Text.RegularExpressions;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.SubmitForecast;

/// <summary>"Who has not submitted their forecast?": of the people one looks after, for the current quarter.</summary>
public sealed partial class MissingForecastsIntent(DealDesk desk) : IIntent
{
    public const string IntentName = "missing-forecasts";

    public IntentDescription Description { get; } = new(
        IntentName,
        "See who has not submitted a forecast for the current quarter yet",
        ["who has not submitted their forecast?"]);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        return ValueTask.FromResult(Asking().IsMatch(utterance.Plain) ? new Recognition(1, utterance.Plain) : null);
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        if (scene.Person is not { Role: not PersonRole.Rep } reader)
        {
            return DealDesk.Refuse(IntentName, Denial.OfRights("Who has submitted a forecast is told to those who lead. You can submit yours: submit my forecast."));
        }

        var (period, of, missing) = MissingForecasts.For(reader, scene);
        var headline = of == 0 ? "There is nobody here whose forecast you look after."
            : missing.Count == 0 ? $"All {CountText.Of(of, "rep")} have submitted a forecast for {period.Label}."
            : $"{missing.Count} of {CountText.Of(of, "rep")} have not submitted a forecast for {period.Label}.";
        return new Reply.Say(new Card(headline, missing.Count == 0
            ? [new CardElement.Paragraph(headline, TextTone.Strong)]
            : [new CardElement.Paragraph(headline, TextTone.Strong), new CardElement.Paragraph(CountText.List(missing.Select(person => person.Name), 20))]))
        {
            Data = new() { ["intent"] = IntentName, ["outcome"] = "answered", ["reading"] = $"Without a forecast for {period.Label}", ["people"] = new System.Text.Json.Nodes.JsonArray([.. missing.Select(person => (System.Text.Json.Nodes.JsonNode?)person.Id.Value)]) },
            Audit = new AuditNote(AuditKind.Answer, IntentName, $"Without a forecast for {period.Label}"),
        };
    }

    [GeneratedRegex(@"^(?:who|which (?:of my |of our |of the )?(?:reps?|people)) (?:has|have|did)(?: not|n't) (?:yet )?submit(?:ted)? (?:their|a|the|his or her|his|her) (?:sales )?(?:forecast|number|call)s?(?: yet| this quarter)*$|^(?:who|which reps?) (?:is|are) missing (?:a|the|their) forecasts?$|^missing forecasts$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asking();
}
