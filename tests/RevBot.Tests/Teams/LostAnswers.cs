using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;

namespace RevBot.Tests.Teams;

/// <summary>Counts, for each message, the calls that may have been carried out though no answer said so.</summary>
internal sealed class LostAnswers
{
    private readonly ConcurrentDictionary<string, int> _lost = new(StringComparer.Ordinal);

    public int Of(string summary) => _lost.GetValueOrDefault(summary);

    public int Total => _lost.Values.Sum();

    public DelegatingHandler CreateHandler() => new Handler(this);

    private sealed class Handler(LostAnswers lost) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var summary = await SummaryOfAsync(request, cancellationToken);
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (response.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout)
                {
                    Count(summary);
                }

                return response;
            }
            catch
            {
                Count(summary);
                throw;
            }
        }

        private static async Task<string> SummaryOfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var body = JsonDocument.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
            var activity = body.RootElement.TryGetProperty("activity", out var first) ? first : body.RootElement;
            return activity.GetProperty("summary").GetString()!;
        }

        private void Count(string summary) => lost._lost.AddOrUpdate(summary, 1, (_, before) => before + 1);
    }
}
