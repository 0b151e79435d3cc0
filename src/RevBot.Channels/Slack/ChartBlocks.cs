using RevBot.Channels.Slack.Protocol;
using RevBot.Conversation.Replies;

namespace RevBot.Channels.Slack;

/// <summary>Bars as Slack's own chart with the figures below it, which a screen reader reads too; as bars of block characters where no chart may or can stand.</summary>
internal static class ChartBlocks
{
    private const int BarWidth = 12;
    private const int LabelWidth = 24;

    /// <param name="charts">False where the place takes no charts.</param>
    public static IEnumerable<Block> Render(CardElement.Bars bars, bool charts)
    {
        var title = bars.Title.ReplaceLineEndings(" ").Trim();
        if (!charts || title.Length == 0 || CodePoints.Count(title) > BlockKitLimits.ChartTitle || !Fits(bars.Items))
        {
            return BlockKitRenderer.RenderText(bars.Title, SlackMrkdwn.Bold).Concat(RenderLines(bars.Items, drawn: true));
        }

        return RenderLines(bars.Items, drawn: false).Prepend(new Block.DataVisualization(title, Draw(bars)));
    }

    private static Chart Draw(CardElement.Bars bars)
    {
        var series = new ChartSeries(CodePoints.Cut(bars.Title.ReplaceLineEndings(" ").Trim(), BlockKitLimits.ChartLabel), [.. bars.Items.Select(bar => new ChartValue(LabelOf(bar), bar.Value))]);
        var axes = new ChartAxes([.. bars.Items.Select(LabelOf)]);
        return bars.IsTrend ? new Chart.Line([series], axes) : new Chart.Bars([series], axes);
    }

    /// <summary>Slack tells the points of a chart by their labels; below zero it draws nothing.</summary>
    private static bool Fits(IReadOnlyList<Bar> items) =>
        items.Count is >= 2 and <= BlockKitLimits.ChartPoints
        && items.All(bar => bar.Value >= 0 && !string.IsNullOrWhiteSpace(bar.Label) && CodePoints.Count(LabelOf(bar)) <= BlockKitLimits.ChartLabel)
        && items.Any(bar => bar.Value > 0)
        && items.Select(LabelOf).Distinct(StringComparer.Ordinal).Count() == items.Count;

    private static IEnumerable<Block> RenderLines(IReadOnlyList<Bar> items, bool drawn)
    {
        var longest = items.Select(bar => bar.Value).DefaultIfEmpty().Max();
        var width = items.Select(bar => CodePoints.Count(CodePoints.Cut(LabelOf(bar), LabelWidth))).DefaultIfEmpty().Max();
        var lines = items.Select(bar =>
        {
            var label = CodePoints.Cut(LabelOf(bar), LabelWidth);
            var length = longest <= 0 || bar.Value <= 0 ? 0 : Math.Max(1, (int)Math.Round(BarWidth * bar.Value / longest));
            var drawing = drawn ? $"{new string('█', length)}{new string(' ', BarWidth - length)}  " : string.Empty;
            return $"{label}{new string(' ', width - CodePoints.Count(label))}  {drawing}{CodePoints.Cut(bar.Display.ReplaceLineEndings(" "), 60)}";
        });
        return BlockKitRenderer.RenderText(string.Join('\n', lines), SlackMrkdwn.Fixed);
    }

    private static string LabelOf(Bar bar) => bar.Label.ReplaceLineEndings(" ").Trim();
}
