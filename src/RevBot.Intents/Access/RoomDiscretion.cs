using RevBot.Conversation.Turns;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.Access;

/// <summary>Keeps answers to who asked in rooms where somebody reads who may see less than they.</summary>
public sealed class RoomDiscretion(TurnScene scene, RoomReaders readers, ICompany company) : IDiscretion
{
    /// <summary>Whoever asked waits as long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private const int MostNamed = 3;

    public async ValueTask<string?> WhyAloneAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var (snapshot, person) = await scene.SeeAsync(context, cancellationToken);
        if (person is null)
        {
            // Nothing is told to strangers anyway.
            return null;
        }

        if (await readers.OfAsync(context.Turn.Conversation, Patience, cancellationToken) is not { } all)
        {
            return "Only you see this: I can't tell who reads in this room.";
        }

        List<string> others = [.. all.Where(reader => !AudienceRights.SeesAsMuch(reader.Person, snapshot, company.Profile)).Select(reader => reader.Person?.Name ?? reader.Profile.Name ?? "somebody I don't know").Distinct()];
        return others.Count == 0 ? null : $"Only you see this: not everybody in this room may ({CountText.List(others, MostNamed)}).";
    }
}
