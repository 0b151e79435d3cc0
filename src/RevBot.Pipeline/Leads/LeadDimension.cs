using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Leads;

/// <summary>Tells what value of one dimension a lead has. Segment and region are those of the account of the lead's company where it has none of its own; team and manager are the owner's.</summary>
internal sealed class LeadDimension : RowDimension
{
    private static readonly ConditionalWeakTable<FrozenDictionary<AccountId, Account>, Dictionary<string, Account>> AccountsByName = [];

    private readonly Dictionary<string, Account> _accounts;
    private readonly Dictionary<string, LifecycleStage?> _statuses = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _keysOfDays = [];

    public LeadDimension(Dimension dimension, PipelineView view)
        : base(dimension, view) => _accounts = dimension is Dimension.Segment or Dimension.Region or Dimension.Industry or Dimension.Account ? AccountsByName.GetValue(view.Snapshot.Accounts, Index) : [];

    public static bool Has(Dimension dimension) => dimension.IsTime || dimension is Dimension.Owner or Dimension.Team or Dimension.Manager or Dimension.Source or Dimension.Segment or Dimension.Region
        or Dimension.Industry or Dimension.Account or Dimension.Lifecycle;

    /// <summary>The account of a lead's company, by its name; null where there is none.</summary>
    public static Account? AccountOf(Lead lead, FrozenDictionary<AccountId, Account> accounts) => lead.Account is { } name ? AccountsByName.GetValue(accounts, Index).GetValueOrDefault(name) : null;

    /// <summary>Empty for none.</summary>
    /// <param name="day">The company day the lead was created on.</param>
    public string KeyOf(Lead lead, int day) => (Dimension switch
    {
        Dimension.Owner => lead.Owner?.Value,
        Dimension.Team => OwnerOf(lead)?.Team,
        Dimension.Manager => OwnerOf(lead)?.Manager?.Value,
        Dimension.Source => lead.Source,
        Dimension.Segment => lead.Segment ?? AccountOf(lead)?.Segment,
        Dimension.Region => lead.Region ?? AccountOf(lead)?.Region,
        Dimension.Industry => AccountOf(lead)?.Industry,
        Dimension.Account => AccountOf(lead)?.Id.Value ?? lead.Account,
        Dimension.Lifecycle => Lifecycle.NameOf(lead.StageBy(Said(lead.Status))),
        _ => KeyOfDay(day),
    }) ?? "";

    /// <summary>The value that holds a day; empty without one.</summary>
    public string KeyOfDay(int day)
    {
        if (!_keysOfDays.TryGetValue(day, out var key))
        {
            _keysOfDays[day] = key = day > 0 ? Bucket?.KeyOf(DateOnly.FromDayNumber(day)) ?? "" : "";
        }

        return key;
    }

    private static Dictionary<string, Account> Index(FrozenDictionary<AccountId, Account> accounts)
    {
        var byName = new Dictionary<string, Account>(accounts.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var account in accounts.Values)
        {
            // Of two accounts of one name the first id holds, whatever order they are kept in.
            if (!byName.TryGetValue(account.Name, out var other) || string.CompareOrdinal(account.Id.Value, other.Id.Value) < 0)
            {
                byName[account.Name] = account;
            }
        }

        return byName;
    }

    private Person? OwnerOf(Lead lead) => lead.Owner is { } owner ? View.Snapshot.People.GetValueOrDefault(owner) : null;

    private Account? AccountOf(Lead lead) => lead.Account is { } name ? _accounts.GetValueOrDefault(name) : null;

    private LifecycleStage? Said(string? status)
    {
        if (status is null)
        {
            return null;
        }

        if (!_statuses.TryGetValue(status, out var said))
        {
            _statuses[status] = said = Lifecycle.OfStatus(status);
        }

        return said;
    }
}
