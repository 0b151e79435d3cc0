using System.Globalization;
using System.Runtime.CompilerServices;
using RevBot.Conversation.Outbox;
using RevBot.Storage.Upkeep;

namespace RevBot.Doctor;

/// <summary>Is the store sound, does every state follow from its history, and is anything stuck?</summary>
internal sealed class StoreChecks(StoreCheck store, IOutbox outbox) : ICheck
{
    private const int DealsFolded = 2_000;

    public string Title => "Store";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var report = await store.CheckAsync(DealsFolded, cancellationToken);
        foreach (var problem in report.Problems)
        {
            yield return Finding.Bad(problem, "Stop the bot, keep a copy of the data folder, and restore the newest backup.");
        }

        if (report.Problems.Count == 0)
        {
            yield return Finding.Good(Number($"Sound: {report.Deals:N0} deals from {report.Events:N0} events; the state of {report.DealsChecked:N0} deals follows from their history."));
            yield return Finding.Good(Number($"The audit log ends where it should, with entry {report.AuditEntries:N0}; `revbot audit verify` checks every one."));
        }

        if (report.TurnsDead > 0)
        {
            yield return Finding.Warning(Number($"{report.TurnsDead:N0} turns failed five times and were set aside."), "Their ids stand in the log with what went wrong.");
        }

        foreach (var letter in (await outbox.GetDeadLettersAsync(cancellationToken)).GroupBy(letter => (letter.Message.To.Channel, letter.Message.To.RoomId, letter.Error)).Take(10))
        {
            yield return Finding.Warning(
                Number($"{letter.Count():N0} messages to {letter.Key.Channel} {letter.Key.RoomId} could not be sent: {letter.Key.Error}"),
                "Invite the bot to the room, or name another one under teams: rooms: in company.yaml.");
        }
    }

    private static string Number(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
