using System.Globalization;
using System.Runtime.CompilerServices;
using RevBot.Intents.AssistedReading;
using RevBot.Models;

namespace RevBot.Doctor;

/// <summary>May a model help to read sentences, what would it be sent and where, and does it answer?</summary>
internal sealed class ModelChecks(IServiceProvider services, ModelOptions options) : ICheck
{
    public string Title => "Model";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!options.IsConfigured)
        {
            yield return Finding.Good($"None: sentences are read here alone, and nothing is sent to a model. README's \"Let a model help to read\" tells how to set one up ({ModelOptions.ProviderVariable}).");
            yield break;
        }

        if (options.FindProblems() is { Count: > 0 } problems)
        {
            foreach (var problem in problems)
            {
                yield return Finding.Bad(problem, "README's \"Let a model help to read\" has all settings.");
            }

            yield break;
        }

        yield return Finding.Good($"A sentence that is not understood goes to {options.Name} at {options.Url} ({(options.HasKey ? "with" : "without")} a key), {options.Reading.CallsAMinute} a minute and person at most.");
        await using var scope = services.CreateAsyncScope();
        var trial = scope.ServiceProvider.GetRequiredService<ReadingTrial>();
        var sent = await trial.PreviewAsync(cancellationToken);
        yield return Finding.Good($"“{sent.Said}” would be sent as {sent.Sent}");
        yield return Finding.Good(Number($"With it goes {sent.Prompt} ({sent.PromptLength:N0} characters) with the metrics and dimensions of `revbot metrics` and these names: {string.Join("; ", sent.Names)}."));
        yield return Judge(await trial.RunAsync(cancellationToken));
    }

    private static Finding Judge(TrialResult result)
    {
        var took = Number($"{result.Took.TotalMilliseconds:N0} ms");
        return result.Outcome switch
        {
            ModelOutcome.Read => Finding.Good($"It answered in {took}, and read “{ReadingTrial.Sentence}” as “{result.Reading}”."),
            ModelOutcome.TimedOut => Finding.Bad($"It did not answer within {took}; nobody waits longer.", "Take a smaller or nearer model; until then sentences are read here alone."),
            ModelOutcome.Failed => Finding.Bad($"It did not answer: {result.Trouble}.", FixOf(result.Trouble)),
            ModelOutcome.Garbage => Finding.Bad($"It answered in {took}, but not as the schema asks.", "Take a model that can bind its answers to a JSON schema (openai: response_format, anthropic: tools)."),
            _ => Finding.Warning($"It answered in {took}, but could not read “{ReadingTrial.Sentence}” ({result.Outcome}).", "Try another model; what one reads wrongly is thrown away."),
        };
    }

    private static string FixOf(string? trouble) => trouble switch
    {
        "HTTP 401" or "HTTP 403" => $"The key was refused: set {ModelOptions.KeyVariable} anew.",
        "HTTP 404" => $"No such model or address: look at {ModelOptions.NameVariable} and {ModelOptions.UrlVariable}, which ends where the paths of the protocol begin (…/v1).",
        "HTTP 429" => "Too many calls or no credit left: look at the provider's console.",
        "HTTP 400" => $"The model does not take such a request: look at {ModelOptions.NameVariable}; it must be able to bind its answers to a JSON schema.",
        _ => "Look at the address, the network and the provider's status; until then sentences are read here alone.",
    };

    private static string Number(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
