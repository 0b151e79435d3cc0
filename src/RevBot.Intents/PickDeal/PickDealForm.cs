using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Intents.MoveDeal;
using RevBot.Intents.UpdateDeal;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.PickDeal;

/// <summary>The move and update forms with the deal still to be picked: once it is, their fields follow, and what is submitted is theirs.</summary>
public sealed class PickDealForm(DealDesk desk, DealMover mover, DealEditor editor) : IFormHandler, IOptionSource
{
    public const string Intent = "pick-deal";
    public const string DealKey = "deal";

    private const string Id = "pick-deal.form";
    private const string WishKey = "wish";
    private const int MostListed = 100;

    private static readonly string[] Usual = [DealFields.Amount, DealFields.CloseDate, DealFields.NextStep, DealFields.NextStepDate];

    public string FormId => Id;

    public static Reply Offer(PickDealWish wish, WriteContext context)
    {
        var listed = DealChoices.Find("", context, MostListed);
        if (listed.Count == 0)
        {
            return DealDesk.Refuse(Intent, "There is no open deal that you may change. Nothing was changed.");
        }

        var ask = wish switch
        {
            PickDealWish.Lose => "Which deal was lost?",
            PickDealWish.Win => "Which deal was won?",
            PickDealWish.Move => "Which deal should move?",
            _ => "Which deal should be updated?",
        };
        var seed = new Dictionary<string, string>(StringComparer.Ordinal) { [WishKey] = wish.ToString() };
        return new Reply.Ask(Id, seed, Card.Text(ask), "Pick a deal")
        {
            Data = new JsonObject { ["intent"] = Intent, ["outcome"] = "form", ["reading"] = ask, ["form"] = new JsonObject { ["id"] = Id, ["fields"] = new JsonArray(DealKey) } },
        };
    }

    public async Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        var wish = WishOf(session);
        var picked = Picked(soFar, scene);
        var refusal = picked is null ? null : DealDesk.Refusal(picked, scene)?.Reason;
        var deal = DealChoices.FieldOf(DealKey, picked, MostListed, scene, refusal);
        if (picked is null || refusal is not null)
        {
            return new FormBuild.Ready(new Form(TitleOf(wish), [], [deal], "Next"));
        }

        var rest = RestOf(wish, picked, Unscoped(soFar, picked), scene);
        return new FormBuild.Ready(rest with
        {
            Title = TitleOf(wish),
            Fields = [deal, .. rest.Fields.Select(field => field with { Id = Scoped(field.Id, picked) })],
        });
    }

    public async Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        if (Picked(values, scene) is not { } deal)
        {
            return new Reply.FormErrors([new FieldError(DealKey, "Pick a deal.")]);
        }

        if (DealDesk.Refusal(deal, scene) is { } refusal)
        {
            return new Reply.FormErrors([new FieldError(DealKey, refusal.Reason)]) { Audit = new AuditNote(AuditKind.Refused, Intent, DealKey, Class: refusal.Class) };
        }

        var wish = WishOf(session);
        var inner = Unscoped(values, deal);
        if (wish == PickDealWish.Update && inner.Items.Count == 0)
        {
            // Only the deal came: its fields were not there to be filled in, and nothing is to be emptied.
            return new Reply.FormErrors([new FieldError(Scoped(Usual[0], deal), "Fill in what is to change.")]);
        }

        var reply = wish == PickDealWish.Update
            ? await editor.SubmitAsync(EditSeed(deal), inner, deal, scene, cancellationToken)
            : await mover.SubmitAsync(MoveSeedOf(wish, deal, scene), inner, deal, scene, cancellationToken);
        return reply is Reply.FormErrors wrong
            ? new Reply.FormErrors([.. wrong.Errors.Select(error => error with { FieldId = Scoped(error.FieldId, deal) })])
            : reply;
    }

    public async Task<IReadOnlyList<FieldOption>> FindAsync(
        FormSession session, string fieldId, string typed, TurnContext context, int most, CancellationToken cancellationToken) =>
        fieldId == DealKey ? DealChoices.Find(typed, await desk.OpenAsync(context, cancellationToken), most) : [];

    private static Form RestOf(PickDealWish wish, Deal deal, FormValues soFar, WriteContext context) => wish == PickDealWish.Update
        ? DealEditor.Build(EditSeed(deal), soFar, deal, context)
        : MoveSheet.Build(MoveSeedOf(wish, deal, context), soFar, deal, context);

    private static Dictionary<string, string> EditSeed(Deal deal) => new(StringComparer.Ordinal)
    {
        ["deal"] = deal.Id.Value,
        ["version"] = deal.Version.ToString(CultureInfo.InvariantCulture),
        ["fields"] = string.Join(',', Usual),
    };

    /// <summary>To the one stage that is meant, or to one that is chosen in the form.</summary>
    private static MoveSeed MoveSeedOf(PickDealWish wish, Deal deal, WriteContext context)
    {
        StageGroup? group = wish switch
        {
            PickDealWish.Lose => StageGroup.Lost,
            PickDealWish.Win => StageGroup.Won,
            _ => null,
        };
        var stages = context.Company.Process.Stages.Where(stage => stage.Group == group).ToList();
        return new MoveSeed(deal.Id, deal.Version, stages is [var only] ? only.Id : null, new Dictionary<string, string>());
    }

    /// <summary>Fields are named for their deal: what was filled in for one is never taken for another's.</summary>
    private static string Scoped(string field, Deal deal) => field == DealKey ? field : $"{field}.{Mark(deal)}";

    private static FormValues Unscoped(FormValues values, Deal deal)
    {
        var end = "." + Mark(deal);
        return new FormValues(values.Items
            .Where(item => item.Key.EndsWith(end, StringComparison.Ordinal))
            .ToDictionary(item => item.Key[..^end.Length], item => item.Value, StringComparer.Ordinal));
    }

    private static string Mark(Deal deal) => string.Concat(deal.Id.Value.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    private static Deal? Picked(FormValues values, WriteContext context) => values[DealKey] is { Length: > 0 } id ? context.Snapshot.Find(new DealId(id)) : null;

    private static PickDealWish WishOf(FormSession session) => Enum.Parse<PickDealWish>(session.Seed[WishKey]);

    private static string TitleOf(PickDealWish wish) => wish switch
    {
        PickDealWish.Lose => "Log a loss",
        PickDealWish.Win => "Log a win",
        PickDealWish.Move => "Move a deal",
        _ => "Update a deal",
    };
}
