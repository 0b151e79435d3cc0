using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Memory;
using RevBot.Conversation.Replies;

namespace RevBot.Conversation.Turns;

/// <summary>Runs turns: who is it, what do they mean, answer, and one commit for all of it. A conflict is decided anew on the newer state; a failure is told to the person and changes nothing.</summary>
public sealed partial class TurnPipeline(IServiceScopeFactory scopes, TurnContexts contexts, TimeProvider time, ILogger<TurnPipeline> logger) : ITurnRunner
{
    private const int MostAttempts = 3;

    private static readonly TurnResult AlreadyDone = new() { Duplicate = true };

    public async Task<TurnResult> RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        using var activity = TurnTelemetry.Source.StartActivity("turn");
        activity?.SetTag("revbot.turn.id", turn.Id);
        activity?.SetTag("revbot.turn.kind", turn.Input.GetType().Name);
        var started = time.GetTimestamp();
        try
        {
            for (var attempt = 1; attempt <= MostAttempts; attempt++)
            {
                if (await TryAsync(turn, attempt, cancellationToken) is { } result)
                {
                    return result;
                }

                LogConflict(turn.Id, attempt);
            }

            return await SayAsync(turn, TurnErrors.Busy(), cancellationToken);
        }
        finally
        {
            TurnTelemetry.TurnDuration.Record(
                time.GetElapsedTime(started).TotalMilliseconds,
                new KeyValuePair<string, object?>("kind", turn.Input.GetType().Name),
                new KeyValuePair<string, object?>("channel", turn.Actor.Channel));
        }
    }

    /// <summary>Null after a conflict.</summary>
    private async Task<TurnResult?> TryAsync(Turn turn, int attempt, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        TurnResult result;
        try
        {
            var context = await PrepareAsync(turn, attempt, scope.ServiceProvider, cancellationToken);
            var answer = await scope.ServiceProvider.GetRequiredService<TurnDispatcher>().DispatchAsync(context, cancellationToken);
            result = await scope.ServiceProvider.GetRequiredService<ReplyEffects>().ApplyAsync(answer, context, cancellationToken);
            await scope.ServiceProvider.GetRequiredService<TurnRecorder>().RecordAsync(answer, result.Reply, context, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever a capability throws, the person gets an answer and the turn is done with.
            LogFailed(failure, turn.Id, TurnErrors.ReferenceOf(turn));
            return await SayAsync(turn, TurnErrors.Failed(turn), cancellationToken);
        }

        return await CommitAsync(turn, result, scope.ServiceProvider, cancellationToken);
    }

    /// <summary>A form is answered where it was asked for, whatever the platform says of a dialog's place.</summary>
    private async Task<TurnContext> PrepareAsync(Turn turn, int attempt, IServiceProvider services, CancellationToken cancellationToken)
    {
        var sessionId = (turn.Input as TurnInput.FormSubmission)?.SessionId ?? (turn.Input as TurnInput.FormOpening)?.SessionId;
        if (sessionId is not null
            && await services.GetRequiredService<IFormSessions>().FindAsync(sessionId, cancellationToken) is { } session
            && session.Actor == turn.Actor)
        {
            turn = turn with { Conversation = session.Conversation };
        }

        var context = await contexts.OpenAsync(turn, services.GetRequiredService<IConversationMemory>(), cancellationToken);
        return context with { Attempt = attempt };
    }

    /// <summary>Only says something and marks the turn as handled, in a scope that nothing else was done in.</summary>
    private async Task<TurnResult> SayAsync(Turn turn, Reply reply, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (answer, context) = (new TurnAnswer(reply), contexts.Bare(turn));
        var result = await scope.ServiceProvider.GetRequiredService<ReplyEffects>().ApplyAsync(answer, context, cancellationToken);
        scope.ServiceProvider.GetRequiredService<TurnRecorder>().RecordBare(answer, context);
        return await CommitAsync(turn, result, scope.ServiceProvider, cancellationToken) ?? result;
    }

    private static async Task<TurnResult?> CommitAsync(Turn turn, TurnResult result, IServiceProvider services, CancellationToken cancellationToken)
    {
        var transaction = services.GetRequiredService<ITurnTransaction>();
        transaction.Handle(turn);
        return await transaction.CommitAsync(cancellationToken) switch
        {
            CommitOutcome.Committed => result,
            CommitOutcome.AlreadyHandled => AlreadyDone,
            _ => null,
        };
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Turn {TurnId} met a conflict at attempt {Attempt}")]
    private partial void LogConflict(string turnId, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Turn {TurnId} failed (ref {Reference})")]
    private partial void LogFailed(Exception failure, string turnId, string reference);
}
