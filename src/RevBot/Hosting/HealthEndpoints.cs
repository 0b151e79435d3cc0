using Microsoft.AspNetCore.Http.HttpResults;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Intents.Ask;

namespace RevBot.Hosting;

/// <summary>What a load balancer or a person asks: is the process alive, and can it answer?</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", Live);
        endpoints.MapGet("/health/ready", ReadyAsync);
    }

    private static Ok<string> Live() => TypedResults.Ok("alive");

    /// <summary>Ready when a question can be answered at once, which at a large company takes some seconds from the start; also says how much waits.</summary>
    private static async Task<Results<Ok<ReadyAnswer>, ProblemHttpResult>> ReadyAsync(Readiness readiness, IInbox inbox, IOutbox outbox, CancellationToken cancellationToken)
    {
        try
        {
            var snapshot = await readiness.PrepareAsync(cancellationToken);
            return TypedResults.Ok(new ReadyAnswer("ready", snapshot.Deals.Length, inbox.Waiting, outbox.Waiting));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return TypedResults.Problem($"The store does not answer: {error.Message}", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
