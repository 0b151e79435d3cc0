using System.Globalization;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Economics;

namespace RevBot.Intents.ImportData;

/// <summary>What winning customers has cost, month by month. Teaches no words: sources and segments are those of deals and leads.</summary>
internal sealed class SpendImport(ImportSession session) : RowImport(session)
{
    private readonly Dictionary<string, SpendEntry> _known = session.Snapshot.Spend.ToDictionary(KeyOf, StringComparer.OrdinalIgnoreCase);

    public override void Take(ImportRow row)
    {
        var month = row.Month(CrmHeaders.Month);
        if (month is null && row.IsGood)
        {
            row.Reject(CrmHeaders.Month, string.Empty, $"'{row.Columns.Header(CrmHeaders.Month)}' is empty.");
        }

        var category = Category(row);
        var amount = row.Money();
        if (amount is null && row.IsGood)
        {
            row.Reject(DealFields.Amount, string.Empty, "The amount is empty.");
        }

        var source = row.Word(DealFields.Source, Session.Company.Sources, "sources");
        var segment = row.Word(DealFields.Segment, Session.Company.Segments, "segments");
        if (!row.IsGood || month is not { } first || category is not { } said || amount is not { } money)
        {
            return;
        }

        var spend = new SpendEntry(first, said, money, source, segment);
        if (!Session.IsFirst(row, CrmHeaders.Month, KeyOf(spend)))
        {
            return;
        }

        if (!_known.TryGetValue(KeyOf(spend), out var known))
        {
            Session.CountCreated();
        }
        else if (known == spend)
        {
            Session.CountUnchanged();
            return;
        }
        else
        {
            Session.CountUpdated();
        }

        Session.Spend.Add(spend);
    }

    private static string KeyOf(SpendEntry spend) =>
        string.Join(' ', new[] { spend.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), spend.Category.ToString().ToLowerInvariant(), spend.Source, spend.Segment }.OfType<string>());

    private static SpendCategory? Category(ImportRow row)
    {
        var text = row.Required(CrmHeaders.Category);
        SpendCategory? category = text.ToLowerInvariant() switch
        {
            "sales" or "selling" or "sale" or "s" => SpendCategory.Sales,
            "marketing" or "advertising" or "m" => SpendCategory.Marketing,
            _ => null,
        };
        if (category is null && text.Length > 0)
        {
            row.Reject(CrmHeaders.Category, text, $"'{text}' is neither sales nor marketing: only what winning customers costs counts here.");
        }

        return category;
    }
}
