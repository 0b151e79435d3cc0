using System.Globalization;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Changes;
using RevBot.Intents.Slots;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.CreateDeal;

/// <summary>"New deal Acme Renewal 40k closing 15 March", "create a deal for Globex": reads what is said and leaves the rest to the form.</summary>
public sealed class CreateDealIntent(DealDesk desk, OwnerSlot owners, NameDirectory names) : IIntent
{
    public IntentDescription Description { get; } = new(
        DealCreator.Intent,
        "Create a deal; the form asks only for what you did not say",
        ["new deal Acme Renewal 40k closing 15 March", "create a deal for Globex", "add a deal"],
        Writes: true);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        var scene = await desk.OpenAsync(context, cancellationToken);
        return CreateDealParser.Parse(utterance.Plain, scene.Company) is { } call ? new Recognition(call.HasVerb ? .97 : call.Account is { } account && AccountOf(account, scene, out _) is not null ? 1 : .94, call) : null;
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        return DealDesk.CreateRefusal(null, scene) is { } refusal ? DealDesk.Refuse(DealCreator.Intent, refusal) : Offer((CreateDealCall)call, scene);
    }

    private Reply Offer(CreateDealCall call, WriteContext context)
    {
        var (given, maybe) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        Say(DealFields.Name, call.Name, given);
        Say(DealFields.DealType, call.Type, given);
        Say(DealFields.Source, call.Source is null ? null : context.Company.Sources.FirstOrDefault(source => string.Equals(source, call.Source, StringComparison.OrdinalIgnoreCase)), given);
        Say(DealFields.Amount, AmountOf(call.Amount, context), given);
        Say(DealFields.CloseDate, DayOf(call.CloseDate, context), given);
        NextStep(call.NextStep, given, context);
        if (call.Owner is { } said)
        {
            switch (owners.Find(said, context.Snapshot, context.Company, context.Person))
            {
                case [var owner]:
                    given[DealFields.Owner] = owner.Id.Value;
                    break;
                case []:
                    return DealDesk.Refuse(DealCreator.Intent, $"I know nobody called “{said}”. Write the name as it stands in the people list, or the e-mail address. Nothing was created.");
                case var several:
                    return DealDesk.Refuse(DealCreator.Intent, $"“{said}” may be {CountText.List(several.Select(person => person.Name))}. Write the whole name. Nothing was created.");
            }
        }

        if (call.Account is { } account)
        {
            var known = AccountOf(account, context, out var sure);
            Say(known is null ? CreateDealSheet.AccountWords : DealFields.Account, known ?? account, sure && known is not null ? given : maybe);
        }
        else if (call.Name is { } name)
        {
            // "Acme Renewal" is most likely Acme's: filled in, and looked at before anything is written.
            Say(DealFields.Account, AccountIn(name, context), maybe);
        }

        var stages = call.Stage is { } stage ? StageSlot.Read(stage, context.Company.Process).Where(one => one.Group == StageGroup.Open).ToList() : [];
        return DealCreator.Offer(new CreateDealSeed(stages is [var only] ? only.Id : null, given, maybe), context);
    }

    private static void Say(string field, string? value, Dictionary<string, string> facts)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            facts[field] = value;
        }
    }

    private static string? AmountOf(string? said, WriteContext context) => said is not null && AmountWords.TryRead(said, out var amount, out var currency)
        ? string.Create(CultureInfo.InvariantCulture, $"{amount:0.##} {currency ?? context.Company.Currency}")
        : null;

    /// <summary>A day that can be read two ways is asked for.</summary>
    private static string? DayOf(string? said, WriteContext context) =>
        said is not null && (DateWords.TryRead(said, context.Dates, out var day) || DateWords.TryRead($"in {said}", context.Dates, out day)) ? DealValues.Canonical(day) : null;

    private static void NextStep(string? said, Dictionary<string, string> given, WriteContext context)
    {
        if (said is null)
        {
            return;
        }

        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        FieldValueSlot.NextStep(said, values, context.Dates);
        foreach (var (key, value) in values)
        {
            Say(key, value, given);
        }
    }

    /// <param name="sure">False where only a slip of the keyboard explains the words.</param>
    private string? AccountOf(string words, WriteContext context, out bool sure)
    {
        var hit = names.For(context.Snapshot, context.Company).Find(words, kind => kind == NameKind.Account);
        sure = hit is not null && hit.Quality != NameQuality.Typo;
        return hit is { Only: { } only } ? only.Key : null;
    }

    /// <summary>The account whose name a deal's name begins with.</summary>
    private string? AccountIn(string name, WriteContext context)
    {
        var hits = names.For(context.Snapshot, context.Company).FindAll(WordSplitter.Split(name), kind => kind == NameKind.Account, mayBeLoose: _ => true);
        return hits is [{ First: 0, Quality: not NameQuality.Typo, Only: { } only }, ..] ? only.Key : null;
    }
}
