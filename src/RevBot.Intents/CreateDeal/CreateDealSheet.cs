using System.Globalization;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Understanding;
using RevBot.Intents.AddAccounts;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Rights;

namespace RevBot.Intents.CreateDeal;

/// <summary>The fields of a new deal for what is known so far: what the rules ask for, and what people usually know by then. What was said outright is not asked again.</summary>
public static class CreateDealSheet
{
    /// <summary>The currency of the amount, where the company deals in several.</summary>
    public const string Currency = "currency";

    /// <summary>What an account was called that nobody knows.</summary>
    public const string AccountWords = "account_words";

    /// <summary>Begins the choice of an account that is not there yet; its name may follow.</summary>
    public const string NewAccount = "new:";

    public const string AccountName = "account_name";
    public const string AccountSegment = "account_segment";
    public const string AccountRegion = "account_region";

    /// <summary>Accounts that are sent along with the form.</summary>
    private const int MostListed = 100;

    private static readonly DealId Nobody = new("new");
    private static readonly string[] Usual = [DealFields.Name, DealFields.Account, DealFields.Amount, DealFields.CloseDate, DealFields.Stage, DealFields.Owner, DealFields.Source, DealFields.NextStep, DealFields.NextStepDate];

    /// <summary>The account that is to be made along with the deal; null where one is chosen, or its name is not known yet.</summary>
    public static Account? BornOf(FormValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values[DealFields.Account] is { } chosen && chosen.StartsWith(NewAccount, StringComparison.Ordinal)
            && (values[AccountName] ?? chosen[NewAccount.Length..]).Trim() is { Length: > 0 } name
            ? new Account(AccountId.OfName(name), name, values[AccountSegment], values[AccountRegion])
            : null;
    }

    /// <summary>The stage and what the rules are told: what was said before, under what the form says now.</summary>
    public static (StageId? Stage, Dictionary<string, string> Facts) WishOf(CreateDealSeed seed, FormValues values, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(context);
        var facts = new Dictionary<string, string>(seed.Given, StringComparer.Ordinal);
        foreach (var (key, value) in values.Items.Where(item => item.Key is not (DealFields.Stage or Currency or AccountName or AccountSegment or AccountRegion) && !string.IsNullOrWhiteSpace(item.Value)))
        {
            facts[key] = value;
        }

        if (values[DealFields.Account]?.StartsWith(NewAccount, StringComparison.Ordinal) == true)
        {
            facts.Remove(DealFields.Account);
            if (BornOf(values) is { } born)
            {
                facts[DealFields.Account] = born.Id.Value;
            }
        }

        if (values[DealFields.Amount] is { } amount)
        {
            // A form that is built anew for a choice has what was typed as it was typed.
            facts[DealFields.Amount] = AmountWords.TryRead(amount, out var number, out var said)
                ? string.Create(CultureInfo.InvariantCulture, $"{number:0.##} {said ?? CurrencyOf(values, context)}")
                : amount;
        }

        if (!facts.ContainsKey(DealFields.Owner) && !AsksForOwner(context) && context.Person is { } person)
        {
            facts[DealFields.Owner] = person.Id.Value;
        }

        return (seed.Stage ?? (values[DealFields.Stage] is { Length: > 0 } chosen ? new StageId(chosen) : null), facts);
    }

    public static Form Build(CreateDealSeed seed, FormValues soFar, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(soFar);
        ArgumentNullException.ThrowIfNull(context);
        var needs = Needs(seed, soFar, context);
        var fields = new List<Field>();
        foreach (var key in Usual.Where(key => !seed.Given.ContainsKey(key)))
        {
            fields.AddRange(FieldsOf(key, needs.Find(need => need.Field.Key == key), seed, soFar, context));
        }

        // What the stage asks for besides stands before what may be left empty.
        var place = fields.FindIndex(field => field.Id == DealFields.Source);
        foreach (var need in needs.Where(need => !fields.Exists(field => field.Id == need.Field.Key)))
        {
            fields.Insert(place < 0 || need.Field.Key == CreateRules.Anyway ? fields.Count : place++, DealFormFields.Of(need, null, Initial(need.Field.Key, seed, soFar), context));
        }

        return new Form("New deal", Intro(seed, context), fields, "Create");
    }

    /// <summary>What was said, as it will be.</summary>
    public static IReadOnlyList<CardElement> Intro(CreateDealSeed seed, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(context);
        var settled = seed.Given.Select(fact => new FieldChange(fact.Key, null, fact.Value)).ToList();
        if (seed.Stage is { } stage)
        {
            settled.Add(new FieldChange(DealFields.Stage, null, stage.Value));
        }

        var lines = ChangeLines.OfCreation(settled, context);
        var name = seed.Given.GetValueOrDefault(DealFields.Name);
        return
        [
            .. name is null ? [] : (CardElement[])[new CardElement.Paragraph(name, TextTone.Strong)],
            .. lines.Count == 0 ? [] : (CardElement[])[new CardElement.FactList(lines)],
        ];
    }

    /// <summary>What the rules ask for, those already answered among it, so that a form keeps its fields.</summary>
    public static List<Requirement> Needs(CreateDealSeed seed, FormValues soFar, WriteContext context)
    {
        var (stage, all) = WishOf(seed, soFar, context);
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in all.Where(fact => seed.Given.ContainsKey(fact.Key) || Usual.Contains(fact.Key)))
        {
            facts[key] = value;
        }

        var needs = new List<Requirement>();
        while (CreateRules.Decide(new DealCreation(Nobody, stage, facts) { NewAccount = BornOf(soFar) }, context.Company, context.Snapshot, context.Today, context.Stamp) is MoveDecision.Incomplete { Missing: var missing })
        {
            needs.AddRange(missing.Where(need => !needs.Exists(known => known.Field.Key == need.Field.Key)));
            var answered = false;
            foreach (var need in missing.Where(need => all.ContainsKey(need.Field.Key)))
            {
                answered |= facts.TryAdd(need.Field.Key, all[need.Field.Key]);
            }

            if (!answered)
            {
                break;
            }
        }

        return needs;
    }

    /// <summary>Whether the person may make deals of others' too.</summary>
    private static bool AsksForOwner(WriteContext context) =>
        context.Person is not { } person || context.Company.Rights.Of(person.Role).Changes != Reach.Own || !context.Snapshot.People.ContainsKey(person.Id);

    private static IEnumerable<Field> FieldsOf(string key, Requirement? need, CreateDealSeed seed, FormValues soFar, WriteContext context)
    {
        var initial = Initial(key, seed, soFar);
        switch (key)
        {
            case DealFields.Account:
                var words = seed.Maybe.GetValueOrDefault(AccountWords);
                yield return AccountField(initial, words, context);
                foreach (var more in (soFar[key] ?? (words is null ? "" : NewAccount)).StartsWith(NewAccount, StringComparison.Ordinal) ? OfNewAccount(soFar, words, context) : [])
                {
                    yield return more;
                }

                yield break;
            case DealFields.Stage when seed.Stage is null:
                yield return StageField(initial, context);
                yield break;
            case DealFields.Stage:
            case DealFields.Owner when !AsksForOwner(context):
                yield break;
            case DealFields.Amount when Currencies(context) is { Count: > 1 } currencies:
                yield return Money(need, initial, CurrencyOf(soFar, context), context);
                yield return new ChoiceField { Id = Currency, Label = "Currency", Required = false, Initial = CurrencyOf(soFar, context), Options = [.. currencies.Select(code => new FieldOption(code, code))], Refreshes = true };
                yield break;
            case DealFields.Amount:
                yield return Money(need, initial, context.Company.Currency, context);
                yield break;
            default:
                break;
        }

        if (FieldCatalog.Find(context.Company, key) is { } field)
        {
            var isAsked = need is not null || key is DealFields.Name or DealFields.CloseDate or DealFields.Owner;
            var built = DealFormFields.Of(need is null || need.Why.Length == 0 || !StageAsks(need) ? DealFormFields.NeedOf(field) : need, null, initial ?? OwnerOf(key, context), context, isAsked);
            yield return built switch
            {
                DateField date => date with { Min = context.Today },
                _ when key == DealFields.Name => built with { Hint = "As in Acme Renewal 2027" },
                _ => built,
            };
        }
    }

    /// <summary>What every deal needs goes without saying; what only the stage asks for is said at the field.</summary>
    private static bool StageAsks(Requirement need) => need.Field.Key is not (DealFields.Name or DealFields.CloseDate or DealFields.Owner);

    private static MoneyField Money(Requirement? need, string? initial, string currency, WriteContext context) =>
        (MoneyField)DealFormFields.Of(need ?? DealFormFields.NeedOf(FieldCatalog.Find(context.Company, DealFields.Amount)!), null, initial, context, need is not null) with { Currency = currency, Hint = need?.Why };

    private static ChoiceField AccountField(string? initial, string? unknown, WriteContext context)
    {
        var listed = AccountChoices.Find("", context, MostListed);
        var wished = initial?.StartsWith(NewAccount, StringComparison.Ordinal) == true ? initial : unknown is null ? null : NewAccount + unknown;
        var create = new FieldOption(wished ?? NewAccount, wished is { Length: > 4 } ? $"Create account “{wished[NewAccount.Length..]}”" : "Create a new account …");
        var chosen = wished is not null && (initial is null || initial == wished) ? create : initial is not null && context.Snapshot.Accounts.TryGetValue(new AccountId(initial), out var account) ? AccountChoices.OptionOf(account) : null;
        return new ChoiceField
        {
            Id = DealFields.Account,
            Label = "Account",
            Hint = unknown is null ? null : $"I know no account “{unknown}”: it is made along with the deal, or choose another",
            Initial = chosen?.Key,
            Refreshes = true,
            IsPartial = listed.Count == MostListed,
            Options = [.. chosen is null || listed.Any(option => option.Key == chosen.Key) ? listed : [chosen, .. listed], .. chosen == create ? [] : (FieldOption[])[create]],
        };
    }

    /// <summary>What an account needs that is made along with the deal.</summary>
    private static IEnumerable<Field> OfNewAccount(FormValues soFar, string? words, WriteContext context)
    {
        var chosen = soFar[DealFields.Account];
        var name = soFar[AccountName] ?? (chosen is { Length: > 4 } ? chosen[NewAccount.Length..] : words);
        yield return new TextField { Id = AccountName, Label = "Account name", Initial = name, MaxLength = 255 };
        foreach (var (id, label, choices) in new[] { (AccountSegment, "Segment", context.Company.Segments), (AccountRegion, "Region", context.Company.Regions) })
        {
            if (choices.Count > 0)
            {
                yield return new ChoiceField { Id = id, Label = label, Required = false, Initial = soFar[id], Options = [.. choices.Select(choice => new FieldOption(choice, choice))] };
            }
        }
    }

    private static ChoiceField StageField(string? initial, WriteContext context)
    {
        var stages = CreateRules.Beginnings(context.Company);
        return new ChoiceField
        {
            Id = DealFields.Stage,
            Label = "Stage",
            Initial = stages.Any(stage => stage.Id.Value == initial) ? initial : stages.Count > 0 ? stages[0].Id.Value : null,
            Refreshes = true,
            Options = [.. stages.Select(stage => new FieldOption(stage.Id.Value, stage.Name))],
        };
    }

    private static List<string> Currencies(WriteContext context) =>
        [.. context.Company.Rates.Rates.Select(rate => rate.Currency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Prepend(context.Company.Currency).Distinct(StringComparer.Ordinal)];

    private static string CurrencyOf(FormValues values, WriteContext context) => values[Currency] is { Length: > 0 } chosen && Currencies(context).Contains(chosen) ? chosen : context.Company.Currency;

    private static string? Initial(string key, CreateDealSeed seed, FormValues soFar) => soFar[key] ?? seed.Maybe.GetValueOrDefault(key);

    /// <summary>A manager's new deal is their own unless they say whose; operations own none.</summary>
    private static string? OwnerOf(string key, WriteContext context) =>
        key == DealFields.Owner && context.Person is { Role: PersonRole.Rep or PersonRole.Manager } person ? person.Id.Value : null;
}
