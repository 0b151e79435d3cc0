using System.Globalization;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;
using YamlDotNet.RepresentationModel;

namespace RevBot.Intents.Company;

/// <summary>What stages and moves ask for: a field's name, or the field with how many and of which deals.</summary>
/// <param name="builtIn">Names of the fields that every company has.</param>
/// <param name="own">The company's own fields.</param>
internal sealed class CriterionParser(YamlSection root, IReadOnlyList<string> builtIn, IReadOnlyList<DealField> own)
{
    private const int MostPeople = 20;

    private static readonly string[] Keys = ["field", "at_least", "from_here_on", "when"];
    private static readonly string[] WhenKeys = ["amount_at_least", "amount_over", "segment", "region", "deal_type"];
    private static readonly string[] OfLoss = [DealFields.LossReason, DealFields.LossDetail, DealFields.LossNote];

    private readonly IReadOnlyList<string> _fields = [.. builtIn, .. own.Select(field => field.Key)];

    /// <param name="group">Of the stage that a deal is in when it is asked; null where that may be any.</param>
    /// <param name="mayGoOn">True where a criterion may hold for later stages too.</param>
    public List<Criterion> Read(YamlSection section, string key, StageGroup? group, bool mayGoOn)
    {
        var criteria = new List<Criterion>();
        foreach (var (node, position) in section.Items(key).Select((node, position) => (node, position)))
        {
            var read = node is YamlMappingNode mapping ? Long(new YamlSection(mapping, $"{section.In(key)}[{position}]", Keys, section.Problems), mayGoOn) : Short(section, key, node);
            if (read is null)
            {
                continue;
            }

            if (OfLoss.Contains(read.Field) && group != StageGroup.Lost)
            {
                section.Add(node, section.In(key), $"Only a lost deal has a {read.Field}.", "Ask for it in a stage of the group lost, or leave it out.");
                continue;
            }

            criteria.Add(read);
        }

        return criteria;
    }

    private Criterion? Short(YamlSection section, string key, YamlNode node)
    {
        if (node is YamlScalarNode { Value.Length: > 0 } scalar)
        {
            return IsField(section, node, section.In(key), scalar.Value.Trim()) ? new Criterion(scalar.Value.Trim()) : null;
        }

        section.Add(node, section.In(key), $"Each item of '{key}' must be a field or hold keys and values.", $"Write {key}: [amount, {{ field: budget, when: {{ amount_over: 50000 }} }}].");
        return null;
    }

    private Criterion? Long(YamlSection section, bool mayGoOn)
    {
        var name = section.Required("field", "budget");
        if (name.Length == 0 || !IsField(section, section.Node("field") ?? throw new InvalidOperationException(name), section.In("field"), name))
        {
            return null;
        }

        var least = section.Number("at_least", 1, 1, MostPeople);
        if (least > 1 && own.FirstOrDefault(field => field.Key == name) is not { Kind: FieldKind.People })
        {
            section.Problem("at_least", $"at_least counts people, and '{name}' is no field of people.", "Leave it out, or define the field with kind: people.");
        }

        var goesOn = section.Flag("from_here_on", false);
        if (goesOn && !mayGoOn)
        {
            section.Problem("from_here_on", "from_here_on is for what an open stage asks for on entering.", "Put the field under enter: of an open stage, or leave from_here_on out.");
        }

        return new Criterion(name) { AtLeast = least, FromHereOn = goesOn && mayGoOn, When = When(section) };
    }

    /// <summary>The condition a part is under; null for none.</summary>
    public DealCondition? When(YamlSection section)
    {
        if (section.Section("when", WhenKeys) is not { } when)
        {
            return null;
        }

        var condition = new DealCondition
        {
            AmountAtLeast = Amount(when, "amount_at_least"),
            AmountOver = Amount(when, "amount_over"),
            Segments = Known(when, "segment", "segments"),
            Regions = Known(when, "region", "regions"),
            DealTypes = Known(when, "deal_type", "deal_types"),
        };
        if (!when.Keys.Any())
        {
            section.Problem("when", "'when' names no condition.", "Write when: { amount_over: 50000 }, or leave it out.");
        }

        return condition;
    }

    private static decimal? Amount(YamlSection section, string key)
    {
        if (section.Text(key) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount > 0)
        {
            return amount;
        }

        section.Problem(key, $"'{text}' is not an amount above 0.", "Write digits only, in the company's currency, as in 50000.");
        return null;
    }

    private List<string> Known(YamlSection section, string key, string list)
    {
        var known = root.Words(list).Select(word => word.Text).ToList();
        var names = new List<string>();
        foreach (var (text, node) in section.Words(key))
        {
            if (known.Find(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } name)
            {
                names.Add(name);
                continue;
            }

            section.Add(node, section.In(key), $"'{text}' is none of the company's {list.Replace('_', ' ')}.", NearestName.Find(text, known) is { } near ? $"Did you mean '{near}'?" : known.Count > 0 ? $"Write one of: {string.Join(", ", known)}." : $"Add it to {list}.");
        }

        return names;
    }

    private bool IsField(YamlSection section, YamlNode node, string path, string text)
    {
        if (_fields.Contains(text))
        {
            return true;
        }

        var near = NearestName.Find(text, _fields);
        var define = $"or define '{text}' under fields.";
        section.Add(node, path, $"'{text}' is not a field of a deal.", near is null ? $"Known are {string.Join(", ", _fields)}; {define}" : $"Did you mean '{near}'? {char.ToUpperInvariant(define[0])}{define[1..]}");
        return false;
    }
}
