using System.Collections.Frozen;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Leads;

/// <summary>The names of a lead's fields, and what forms ask of them.</summary>
public static class LeadFields
{
    public const string Name = "name";
    public const string Status = "status";
    public const string Source = "source";
    public const string Owner = "owner";
    public const string Account = "account";
    public const string Segment = "segment";
    public const string Region = "region";
    public const string Industry = "industry";
    public const string Deal = "deal";
    public const string Created = "created";
    public const string ConvertedAt = "converted_at";
    public const string FirstResponseAt = "first_response_at";
    public const string MqlAt = "mql_at";
    public const string SalAt = "sal_at";
    public const string SqlAt = "sql_at";
    public const string ClosedAt = "closed_at";
    public const string Fit = "fit";
    public const string Action = "action";
    public const string Budget = "budget";
    public const string Authority = "authority";
    public const string Need = "need";
    public const string Timeline = "timeline";
    public const string Reason = "reason";
    public const string Note = "note";

    /// <summary>What an import may say.</summary>
    public static IReadOnlyList<string> Imported { get; } = [Name, Status, Source, Owner, Account, Segment, Region, Deal, Created, ConvertedAt, FirstResponseAt, MqlAt, SalAt, SqlAt, ClosedAt];

    /// <summary>What marketing may be asked for before sales gets a lead.</summary>
    public static IReadOnlyList<DealField> OfMarketing { get; } =
    [
        new(Fit, "Fit", FieldKind.Text, [], "Why they are the kind of customer we win, such as: Mid-Market, 400 people, EMEA"),
        new(Action, "Action", FieldKind.Text, [], "What they did, such as: asked for a demo"),
    ];

    /// <summary>What sales may be asked for before a lead counts as qualified: budget, authority, need, timeline.</summary>
    public static IReadOnlyList<DealField> OfSales { get; } =
    [
        new(Budget, "Budget", FieldKind.Money, [], "What they can spend"),
        new(Authority, "Authority", FieldKind.People, [], "Who decides and who has a say"),
        new(Need, "Need", FieldKind.LongText, [], "What they want to have solved"),
        new(Timeline, "Timeline", FieldKind.Date, [], "By when they want to have it"),
    ];

    private static readonly FrozenDictionary<string, DealField> Known = OfMarketing.Concat(OfSales).ToFrozenDictionary(field => field.Key, StringComparer.Ordinal);

    /// <summary>A field of <see cref="OfMarketing"/> or <see cref="OfSales"/>; null for any other.</summary>
    public static DealField? Find(string key) => Known.GetValueOrDefault(key);
}
