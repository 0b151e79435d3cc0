namespace RevBot.Tests.Rights;

/// <summary>A way to speak to the one bot of <see cref="RightsStand"/> as anybody, and to see every byte it sends meanwhile.</summary>
internal interface IGuardedDoor
{
    /// <summary>False for who cannot come in here at all.</summary>
    bool Knows(GuardedPerson person);

    /// <summary>Says something in the direct chat: the answer as it is read, and everything that was sent.</summary>
    Task<(string Answer, string Bytes)> SayAsync(GuardedPerson person, string text);

    /// <summary>Says something in the room in which everybody reads: what its asker is shown, and what was sent that others there can read.</summary>
    Task<(string Answer, string ToAll)> SayInRoomAsync(GuardedPerson person, string text);
}
