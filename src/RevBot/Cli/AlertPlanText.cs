using System.Globalization;
using RevBot.Intents.Alerts;
using RevBot.Pipeline.Alerts.Rules;

namespace RevBot.Cli;

/// <summary>What a run of the rules that tell at once does, in lines for the command line.</summary>
internal static class AlertPlanText
{
    /// <summary>Empty where there is nothing to say.</summary>
    public static IEnumerable<string> Of(AlertPlan plan, bool isDry)
    {
        foreach (var (wish, card) in plan.Posts)
        {
            yield return $"  {wish.Reader}: {card.Summary}";
        }

        foreach (var bundle in plan.Bundles)
        {
            yield return Text($"  {bundle.Wishes[0].Reader}, {bundle.Wishes.Count:N0} in one line: {bundle.Card.Summary}");
        }

        foreach (var (_, _, wishes, _) in plan.Rest)
        {
            yield return Text($"  {wishes[0].Reader}: {wishes.Count:N0} more, over the share of new cards for the day");
        }

        foreach (var group in plan.LeftOut.GroupBy(left => (left.Finding.Kind, left.Reason)))
        {
            yield return Text($"  left out, {AlertKinds.Of(group.Key.Kind).Title}, {group.Key.Reason}: {group.Count():N0}");
        }

        if (plan.Over.Count > 0)
        {
            yield return Text($"  {plan.Over.Count:N0} {(isDry ? "would be" : "are")} over, because it is so no longer.");
        }
    }

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
