using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Moves;

/// <summary>Every field a deal may have here: the built-in ones, with the choices the company knows, and the company's own. Exit criteria, forms and edits look fields up in it.</summary>
public static class FieldCatalog
{
    /// <summary>The field of that name, in any casing; null when deals here have none. The stage is not a field: it is changed by <see cref="MoveRules"/> only.</summary>
    public static DealField? Find(CompanyProfile company, string key)
    {
        var name = key.Trim().ToLowerInvariant();
        return BuiltIn(company, name)
            ?? company.Fields.FirstOrDefault(field => string.Equals(field.Key, name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>All fields, in the order people expect to read them.</summary>
    public static IReadOnlyList<DealField> All(CompanyProfile company)
    {
        var fields = new List<DealField>();
        foreach (var key in BuiltInKeys)
        {
            if (BuiltIn(company, key) is { } field)
            {
                fields.Add(field);
            }
        }

        fields.AddRange(company.Fields.Where(field => BuiltIn(company, field.Key) is null));
        return fields;
    }

    private static readonly string[] BuiltInKeys =
    [
        DealFields.Name, DealFields.Account, DealFields.Owner, DealFields.Amount, DealFields.CloseDate, DealFields.NextStep, DealFields.NextStepDate,
        DealFields.DealType, DealFields.Source, DealFields.Segment, DealFields.Region, DealFields.Product, DealFields.ForecastCategory, DealFields.Competitor,
        DealFields.SignedDate, DealFields.LossReason, DealFields.LossDetail, DealFields.LossNote, DealFields.WinReason, DealFields.Note,
    ];

    private static DealField? BuiltIn(CompanyProfile company, string key) => key switch
    {
        DealFields.Name => Plain(key, "Name", FieldKind.Text),
        DealFields.Account => Plain(key, "Account", FieldKind.Text, "The company the deal is with"),
        DealFields.Owner => Plain(key, "Owner", FieldKind.Person),
        DealFields.Amount => Plain(key, "Amount", FieldKind.Money, $"In {company.Currency} unless another currency is named"),
        DealFields.CloseDate => Plain(key, "Close date", FieldKind.Date, "When it is expected to close; once closed, the day it did"),
        DealFields.SignedDate => Plain(key, "Signed date", FieldKind.Date, "The day the contract was signed"),
        DealFields.NextStep => Plain(key, "Next step", FieldKind.Text, "What happens next, and who does it"),
        DealFields.NextStepDate => Plain(key, "Next step date", FieldKind.Date),
        DealFields.DealType => Choice(key, "Type", company.DealTypes),
        DealFields.Source => Choice(key, "Source", company.Sources),
        DealFields.Segment => Choice(key, "Segment", company.Segments),
        DealFields.Region => Choice(key, "Region", company.Regions),
        DealFields.Product => Plain(key, "Product", FieldKind.Text),
        DealFields.ForecastCategory => Plain(key, "Forecast category", FieldKind.Text),
        DealFields.Competitor => Choice(key, "Competitor", company.Competitors),
        DealFields.LossReason => Choice(key, "Loss reason", [.. company.LossReasons.Reasons.Select(reason => reason.Key)]),
        DealFields.LossDetail => Choice(key, "Loss detail", [.. company.LossReasons.Reasons.SelectMany(reason => reason.Details).Select(detail => detail.Key).Distinct()]),
        DealFields.LossNote => Plain(key, "Loss note", FieldKind.LongText, "What happened, in a sentence or two"),
        DealFields.WinReason when company.WinReasons.Count > 0 => Choice(key, "Win reason", company.WinReasons),
        DealFields.Note => Plain(key, "Note", FieldKind.LongText),
        _ => PostMortem.Find(key),
    };

    private static DealField Plain(string key, string label, FieldKind kind, string? hint = null) => new(key, label, kind, [], hint);

    /// <summary>A company that has listed nothing takes any text.</summary>
    private static DealField Choice(string key, string label, IReadOnlyList<string> choices) =>
        new(key, label, choices.Count == 0 ? FieldKind.Text : FieldKind.Choice, choices);
}
