using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace RevBot.Intents.AssistedReading;

/// <summary>The model that reads, with all that keeps it from doing harm: a time limit, a pause after failures, a limit for each person, few calls at once. A singleton; without one nothing is ever sent.</summary>
public sealed class ReadingModel(IChatClient client, AssistedReadingOptions options, TimeProvider time) : IDisposable
{
    private const int AtOnce = 4;
    private const int Remembered = 256;
    private const int LongestRecord = 8_000;
    private const int MostTokens = 600;

    private readonly Breaker _breaker = new(time);
    private readonly PersonalAllowance _allowance = new(options.CallsAMinute, time);
    private readonly SemaphoreSlim _room = new(AtOnce);

    /// <summary>A sentence that is said again (a repeated turn, another person) is not sent again.</summary>
    private readonly ConcurrentDictionary<(string Instruction, string Message), ModelAnswer> _answers = new();

    public AssistedReadingOptions Options { get; } = options;

    public void Dispose() => _room.Dispose();

    /// <param name="person">Whose allowance is used.</param>
    /// <param name="budget">What the call may take.</param>
    internal async Task<ModelAnswer> AskAsync(ReadingRequest request, string person, TimeSpan budget, CancellationToken cancellationToken)
    {
        if (_answers.TryGetValue((request.Instruction, request.Message), out var known))
        {
            return known with { IsRemembered = true };
        }

        if (!_room.Wait(0, CancellationToken.None))
        {
            return new ModelAnswer(ModelOutcome.Busy);
        }

        try
        {
            if (!_allowance.TryTake(person))
            {
                return new ModelAnswer(ModelOutcome.OverLimit);
            }

            if (!_breaker.TryPass())
            {
                return new ModelAnswer(ModelOutcome.Paused);
            }

            return Keep(request, await CallAsync(request, budget, cancellationToken));
        }
        finally
        {
            _room.Release();
        }
    }

    private ModelAnswer Keep(ReadingRequest request, ModelAnswer answer)
    {
        if (answer.Outcome is ModelOutcome.TimedOut or ModelOutcome.Failed or ModelOutcome.Garbage)
        {
            _breaker.Failed();
            return answer;
        }

        _breaker.Succeeded();
        if (_answers.Count >= Remembered)
        {
            _answers.Clear();
        }

        _answers[(request.Instruction, request.Message)] = answer;
        return answer;
    }

    /// <summary>Whatever goes wrong with a model is no reason for anything else to: the bot says what it says without one.</summary>
    private async Task<ModelAnswer> CallAsync(ReadingRequest request, TimeSpan budget, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(budget, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            // A client that does not look at its token is left behind.
            return Read(await client.GetResponseAsync(request.Messages(), OptionsOf(request), either.Token).WaitAsync(either.Token));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            return new ModelAnswer(ModelOutcome.TimedOut);
        }
        catch (JsonException)
        {
            return new ModelAnswer(ModelOutcome.Garbage);
        }
        catch (Exception failure)
        {
            return new ModelAnswer(ModelOutcome.Failed, Trouble: TroubleOf(failure));
        }
    }

    private static ModelAnswer Read(ChatResponse response)
    {
        if (response.FinishReason == ChatFinishReason.ContentFilter)
        {
            return new ModelAnswer(ModelOutcome.Declined);
        }

        var text = response.Text;
        return text.Length > LongestRecord || RecordJson.TryRead(text) is not { } record ? new ModelAnswer(ModelOutcome.Garbage)
            : record.Kind == QuestionRecord.None ? new ModelAnswer(ModelOutcome.NoQuestion)
            : new ModelAnswer(ModelOutcome.Read, record);
    }

    private static ChatOptions OptionsOf(ReadingRequest request) => new()
    {
        MaxOutputTokens = MostTokens,
        ResponseFormat = ChatResponseFormat.ForJsonSchema(request.Schema, "question", "One question about sales, or none."),
    };

    /// <summary>Messages of errors may quote what was sent or where; their kind says enough.</summary>
    private static string TroubleOf(Exception failure) => failure is HttpRequestException { StatusCode: HttpStatusCode status }
        ? string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)status}")
        : failure is HttpRequestException { HttpRequestError: var error } ? error.ToString() : failure.GetType().Name;
}
