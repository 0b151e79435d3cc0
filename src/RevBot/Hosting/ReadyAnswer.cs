namespace RevBot.Hosting;

/// <summary>What <c>/health/ready</c> answers.</summary>
/// <param name="Inbox">Turns waiting or being handled.</param>
/// <param name="Outbox">Messages waiting or on their way.</param>
internal sealed record ReadyAnswer(string Status, int Deals, int Inbox, int Outbox);
