using System.Globalization;
using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Changes;
using RevBot.Intents.ImportData;
using RevBot.Intents.Wording;
using RevBot.Pipeline;
using RevBot.Pipeline.History;

namespace RevBot.Intents.UndoLastChange;

/// <summary>"Undo the import of this morning": for operations, what an import changed in deals, while it is fresh, and the deals it made.</summary>
public sealed partial class UndoImportIntent(DealDesk desk, BulkUndo undo, IPipelineReader reader) : IIntent
{
    private const int MostNamed = 5;

    public IntentDescription Description { get; } = new(
        "undo-import",
        $"Take back what an import changed, within {BulkUndo.ImportWindow.Days} days, for operations",
        ["undo the last import", "undo the import of this morning", "roll back yesterday's import"],
        Writes: true);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Shape().Match(utterance.Normalized) is { Success: true } match ? new Recognition(.98, $"{match.Groups["which"].Value} {match.Groups["what"].Value}".Trim()) : null);

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var (which, scene) = ((string)call, await desk.OpenAsync(context, cancellationToken));
        if (!ChangeUndo.MayUndoAll(scene))
        {
            return DealDesk.Refuse(ChangeUndo.Intent, Denial.OfRights("Only operations may undo an import. Nothing was changed."));
        }

        var imports = await reader.GetTurnsAsync(ChatChanges.ImportDoor, context.Now - BulkUndo.ImportWindow, cancellationToken);
        if (imports.Count == 0)
        {
            return DealDesk.Refuse(ChangeUndo.Intent, $"No import has changed deals in the last {BulkUndo.ImportWindow.Days} days. Nothing was changed.");
        }

        return Among(imports, which, scene) switch
        {
            [var one] => await undo.PreviewAsync(one.Turn, scene, cancellationToken),
            [] => DealQuestions.Which(ChangeUndo.Intent, $"No import fits “{which}”. Which of these do you mean?", Choices(imports, scene)),
            var several => DealQuestions.Which(ChangeUndo.Intent, "Which import do you mean?", Choices(several, scene)),
        };
    }

    private static IReadOnlyList<TurnTrace> Among(IReadOnlyList<TurnTrace> imports, string which, WriteContext scene)
    {
        var words = Day().Replace(which, "").Trim();
        if (words is "" or "last" or "latest" or "newest" or "most recent")
        {
            return [imports[0]];
        }

        if (imports.FirstOrDefault(import => import.Turn == words) is { } named)
        {
            return [named];
        }

        if (TimeOnly.TryParseExact(words, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            var clock = ReaderClock.Of(scene.Turn, scene.Company.Work);
            return [.. imports.Where(import => clock.Time(import.RecordedAt).StartsWith(time.ToString("HH:mm", CultureInfo.InvariantCulture), StringComparison.Ordinal))];
        }

        var day = words is "this morning" or "this afternoon" or "tonight" ? scene.Today
            : DateWords.TryRead(words, scene.Dates, out var read) ? DateWords.BackBefore(words, read, scene.Dates)
            : (DateOnly?)null;
        return [.. imports.Where(import => scene.Company.Work.DateAt(import.RecordedAt) == day)];
    }

    private static List<Choice> Choices(IReadOnlyList<TurnTrace> imports, WriteContext scene) =>
        [.. imports.Take(MostNamed).Select(import => new Choice($"{ReaderClock.Of(scene.Turn, scene.Company.Work).Moment(import.RecordedAt)} · {CountText.Of(import.Deals, "deal")}", $"undo import {import.Turn}"))];

    [GeneratedRegex(@"^(?:please |can you |could you )?(?:undo|revert|roll back|rollback|reverse|take back) (?:the |my |our )?(?:(?<which>last|latest|newest|most recent|this morning's|today's|yesterday's) )?(?:deals? |crm |csv |data )?import(?: (?:of|from|at|on|made|done))?(?: (?<what>[^,]{1,80}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex("'s$|^(?:of|from|at|on) ", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
