using System.Diagnostics;
using RevBot.Testing.Peers;
using RevBot.Testing.Teams;

namespace RevBot.Channels.Tests.Teams.Cards;

/// <summary>Cards before Microsoft's own renderer.</summary>
public sealed class MicrosoftRendererTests
{
    private const string Chromium = "/usr/bin/chromium";

    [PeerFact]
    public async Task Every_card_and_form_is_read_without_a_warning_and_drawn_in_Chromium()
    {
        var folder = Directory.CreateTempSubdirectory("revbot-cards-");
        try
        {
            foreach (var (name, card) in CardFolder.All())
            {
                EmittedCards.Keep(card);
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, name + ".json"), card.GetRawText());
            }

            var said = await RunAsync(folder.FullName, Chromium);
            Assert.EndsWith(" cards, 0 problems", said.Trim(), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [PeerFact]
    public async Task What_the_renderer_does_not_take_is_found()
    {
        var folder = Directory.CreateTempSubdirectory("revbot-cards-");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "bad.json"),
                """{"type":"AdaptiveCard","version":"1.5","fallbackText":"x","body":[{"type":"Nonsense"},{"type":"Input.Text"},{"type":"Chart.HorizontalBar","data":[]},{"type":"TextBlock","text":"x","size":"Gigantic"}]}""");
            var said = await RunAsync(folder.FullName);
            Assert.Contains("Nonsense", said, StringComparison.Ordinal);
            Assert.Contains("Chart.HorizontalBar has no fallback", said, StringComparison.Ordinal);
            Assert.Contains("Gigantic", said, StringComparison.Ordinal);
            Assert.DoesNotContain(", 0 problems", said, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(NodePeers.Prepare("check-cards.mjs", arguments)) ?? throw new InvalidOperationException();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var said = process.StandardOutput.ReadToEndAsync(patience.Token);
        var complained = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return await said + await complained;
    }
}
