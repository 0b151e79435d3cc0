using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Intents.Slots;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.CreateDeal;

/// <summary>Makes one new deal: asks the rules, then writes it, asks for what is missing, or says why not. What the sentence, the form and whoever else brings a deal about share.</summary>
public sealed class DealCreator(DealDesk desk, AccountNames accounts)
{
    public const string Intent = "create-deal";
    public const string FormId = "create-deal.form";

    /// <summary>Offers the form; it says what is known and asks for the rest. A creation cannot be undone, so it is agreed to by filling in the form.</summary>
    public static Reply Offer(CreateDealSeed seed, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(context);
        if (DealDesk.CreateRefusal(OwnerOf(seed), context) is { } refusal)
        {
            return DealDesk.Refuse(Intent, refusal);
        }

        var (stage, facts) = CreateDealSheet.WishOf(seed, FormValues.Empty, context);
        if (Decide(new DealId("new"), stage, facts, context) is MoveDecision.Refused refused)
        {
            return DealDesk.Refuse(Intent, $"{refused.Reason} Nothing was created.");
        }

        var form = CreateDealSheet.Build(seed, FormValues.Empty, context);
        var needed = form.Fields.Where(field => field is { Required: true, Initial: null }).ToList();
        var name = seed.Given.GetValueOrDefault(DealFields.Name);
        var subject = name ?? "A new deal";
        var prompt = form.Fields.FirstOrDefault(field => field.Id == CreateRules.Anyway) is { Hint: { } twin } ? $"{twin}. Create {name ?? "a new deal"} all the same?"
            : needed.Count == 0 ? $"{subject}: look and confirm."
            : $"{subject} needs {CountText.List(needed.Select(field => Article(field.Label)))}.";
        return new Reply.Ask(FormId, seed.Write(), new Card(prompt, [new CardElement.Paragraph(prompt), .. form.Intro]), needed.Count == 0 ? "Look and create" : "Fill in the deal")
        {
            Data = ChangeData.Opened(Intent, name is null ? "Create a deal" : $"Create {name}", FormId, null, form),
        };
    }

    /// <summary>What a submitted form comes to.</summary>
    public async Task<Reply> SubmitAsync(CreateDealSeed seed, FormValues values, WriteContext context, CancellationToken cancellationToken)
    {
        var (stage, facts) = CreateDealSheet.WishOf(seed, values, context);
        if (DealDesk.CreateRefusal(facts.TryGetValue(DealFields.Owner, out var owner) ? new PersonId(owner) : null, context) is { } refusal)
        {
            return values[DealFields.Owner] is null ? DealDesk.Refuse(Intent, refusal) : new Reply.FormErrors([new FieldError(DealFields.Owner, refusal.Reason)]);
        }

        var born = CreateDealSheet.BornOf(values);
        if (born is not null && accounts.Find(born.Name, context) is { } same)
        {
            return new Reply.FormErrors([new FieldError(CreateDealSheet.AccountName, $"{same.Name} is there already; choose it as the account.")]);
        }

        return await CreateAsync(stage, facts, context, cancellationToken, born: born) switch
        {
            (null, MoveDecision.Incomplete incomplete) => new Reply.FormErrors([.. incomplete.Missing.Select(need => new FieldError(need.Field.Key, $"{need.Why}."))]),
            (null, MoveDecision.Refused { Field: { } field } refused) when values[field] is not null => new Reply.FormErrors([new FieldError(field, refused.Reason)]),
            (null, MoveDecision.Refused refused) => DealDesk.Refuse(Intent, $"{refused.Reason} Nothing was created."),
            var (reply, _) => reply ?? new Reply.Nothing(),
        };
    }

    /// <summary>Makes the deal if the rules accept it, for whoever has gathered the facts by a way of their own. The reply is null when they do not, and the decision says why.</summary>
    /// <param name="stage">The stage it begins in; null for the first.</param>
    /// <param name="intent">Which capability it is made by.</param>
    /// <param name="born">The account that is made along with it, or null.</param>
    /// <param name="note">What else is written with it, for the card; null for nothing.</param>
    public async Task<(Reply? Reply, MoveDecision Decision)> CreateAsync(
        StageId? stage, IReadOnlyDictionary<string, string> facts, WriteContext context, CancellationToken cancellationToken, string intent = Intent, Account? born = null, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        var decision = Decide(await desk.NewIdAsync(context, cancellationToken), stage, facts, context, born);
        return (decision is MoveDecision.Accepted accepted ? desk.Create(intent, accepted, context, born, note) : null, decision);
    }

    private static MoveDecision Decide(DealId id, StageId? stage, IReadOnlyDictionary<string, string> facts, WriteContext context, Account? born = null) =>
        CreateRules.Decide(new DealCreation(id, stage, facts) { NewAccount = born }, context.Company, context.Snapshot, context.Today, context.Stamp);

    private static PersonId? OwnerOf(CreateDealSeed seed) => seed.Given.TryGetValue(DealFields.Owner, out var owner) ? new PersonId(owner) : null;

    private static string Article(string label) => $"{("aeiou".Contains(char.ToLowerInvariant(label[0]), StringComparison.Ordinal) ? "an" : "a")} {label.ToLowerInvariant()}";
}
