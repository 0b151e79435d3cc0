using RevBot.Channels.Slack.Protocol;
using RevBot.Conversation.Replies;

namespace RevBot.Channels.Slack;

/// <summary>A table as Slack table blocks, several with the same header row when it is long; as lines of text where no table block may or can stand.</summary>
internal static class TableBlocks
{
    public static IEnumerable<Block> Render(CardElement.Table table, int tables)
    {
        if (table.Columns.Count == 0)
        {
            return [];
        }

        var fits = table.Columns.Count <= BlockKitLimits.TableColumns
            && table.Columns.All(column => CodePoints.Count(column.Title) <= BlockKitLimits.TableCell)
            && table.Rows.All(row => row.All(cell => CodePoints.Count(cell) <= BlockKitLimits.TableCell));
        if (!fits || tables == 0)
        {
            return RenderAsText(table);
        }

        var chunks = Chunk(table).ToList();
        return chunks.Count <= tables ? chunks : RenderAsText(table);
    }

    private static IEnumerable<Block> Chunk(CardElement.Table table)
    {
        var header = table.Columns.Select(column => CellOf(column.Title)).ToList();
        var headerSize = header.Sum(SizeOf);
        var rows = new List<IReadOnlyList<TableCell>> { header };
        var size = headerSize;
        foreach (var row in table.Rows)
        {
            var cells = Enumerable.Range(0, table.Columns.Count).Select(i => CellOf(i < row.Count ? row[i] : string.Empty)).ToList();
            var rowSize = cells.Sum(SizeOf);
            if (rows.Count > 1 && (rows.Count == BlockKitLimits.TableRows || size + rowSize > BlockKitLimits.TableText))
            {
                yield return BlockOf(rows);
                rows = [header];
                size = headerSize;
            }

            rows.Add(cells);
            size += rowSize;
        }

        yield return BlockOf(rows);

        Block BlockOf(List<IReadOnlyList<TableCell>> filled) => new Block.Table(filled)
        {
            ColumnSettings = [.. table.Columns.Select(column => new ColumnSetting(column.IsNumber ? "right" : "left", IsWrapped: !column.IsNumber))],
        };
    }

    private static IEnumerable<Block> RenderAsText(CardElement.Table table)
    {
        var lines = table.Rows.Select(row => "• " + string.Join(" · ", row.Zip(table.Columns)
            .Where(cell => !string.IsNullOrWhiteSpace(cell.First))
            .Select((cell, i) => i == 0 ? Line(cell.First) : $"{Line(cell.Second.Title)}: {Line(cell.First)}")));
        return BlockKitRenderer.RenderText(string.Join('\n', lines), SlackMrkdwn.Literal);
    }

    private static string Line(string text) => text.ReplaceLineEndings(" ");

    /// <summary>Slack refuses an empty cell.</summary>
    private static TableCell CellOf(string text) => new(string.IsNullOrWhiteSpace(text) ? "–" : text);

    private static int SizeOf(TableCell cell) => CodePoints.Count(cell.Text);
}
