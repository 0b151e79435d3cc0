namespace RevBot.Channels.LocalPage;

/// <summary>Why a request of the page was not taken.</summary>
internal sealed record PageProblem(string Error);
