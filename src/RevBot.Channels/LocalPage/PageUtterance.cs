namespace RevBot.Channels.LocalPage;

/// <summary>Something said on the page.</summary>
/// <param name="As">E-mail of the person one is.</param>
/// <param name="Room">Room id; somebody's own direct chat is <c>D</c> and their e-mail.</param>
/// <param name="Thread">The thread it was said in, or null.</param>
internal sealed record PageUtterance(string? As, string? Room, string? Thread, string? Text);
