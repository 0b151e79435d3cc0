using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.AddAccounts;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.CreateDeal;

/// <summary>The form of a new deal.</summary>
public sealed class CreateDealForm(DealDesk desk, DealCreator creator) : IFormHandler, IOptionSource
{
    public string FormId => DealCreator.FormId;

    public async Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var scene = await desk.OpenAsync(context, cancellationToken);
        return DealDesk.CreateRefusal(null, scene) is { } refusal
            ? new FormBuild.Unavailable(DealDesk.Refuse(DealCreator.Intent, refusal))
            : new FormBuild.Ready(CreateDealSheet.Build(CreateDealSeed.Read(session.Seed), soFar, scene));
    }

    public async Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        return await creator.SubmitAsync(CreateDealSeed.Read(session.Seed), values, await desk.OpenAsync(context, cancellationToken), cancellationToken);
    }

    public async Task<IReadOnlyList<FieldOption>> FindAsync(FormSession session, string fieldId, string typed, TurnContext context, int most, CancellationToken cancellationToken) =>
        fieldId == DealFields.Account ? Accounts(typed, await desk.OpenAsync(context, cancellationToken), most) : [];

    /// <summary>Accounts by what is typed; that may be the name of one that is not there yet.</summary>
    public static IReadOnlyList<FieldOption> Accounts(string typed, WriteContext context, int most) => WithNew(typed.Trim(), AccountChoices.Find(typed, context, most), most);

    private static IReadOnlyList<FieldOption> WithNew(string typed, IReadOnlyList<FieldOption> found, int most) =>
        typed.Length < 2 || found.Any(option => string.Equals(option.Label, typed, StringComparison.OrdinalIgnoreCase))
            ? found
            : [.. found.Take(most - 1), new FieldOption(CreateDealSheet.NewAccount + typed, $"Create account “{typed}”")];
}
