namespace RevBot.Tests.Fuzz;

/// <summary>Slack's three addresses.</summary>
internal enum FuzzDoor
{
    Events,
    Commands,
    Interactivity,
}
