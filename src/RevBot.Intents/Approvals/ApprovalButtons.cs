using System.Globalization;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.Approvals;

/// <summary>The deal and the approval behind a button.</summary>
internal static class ApprovalButtons
{
    /// <summary>What the button does with its deal and approval; for its presser alone, that they are not there.</summary>
    /// <param name="value">See <see cref="ApprovalCards.ValueOf"/>.</param>
    public static async Task<Reply> PressAsync(string value, DealDesk desk, TurnContext turn, Func<Deal, Approval, WriteContext, Task<Reply>> press, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(turn, cancellationToken);
        var (id, number) = ButtonValue.Split(value);
        return scene.Snapshot.Find(new DealId(id)) is { } deal && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var which) && ApprovalRules.Find(deal, which) is { } approval
            ? await press(deal, approval, scene)
            : ApprovalDesk.Whisper("What that was about is not there any more.");
    }
}
