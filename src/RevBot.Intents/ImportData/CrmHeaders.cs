using System.Collections.Frozen;
using System.Text;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.ImportData;

/// <summary>The headers of Salesforce, HubSpot and Pipedrive exports (labels and API names) and plain ones. Headers are compared by their letters and digits alone, so "Close Date", "CloseDate" and "close_date" are one.</summary>
internal static class CrmHeaders
{
    public const string Id = "id";
    public const string AccountId = "account_id";
    public const string OwnerId = "owner_id";
    public const string OwnerEmail = "owner_email";
    public const string Currency = "currency";
    public const string Created = "created";
    public const string StageChanged = "stage_changed";
    public const string Status = "status";
    public const string IsWon = "is_won";
    public const string IsClosed = "is_closed";
    public const string ClosedAt = "closed_at";
    public const string WonAt = "won_at";
    public const string LostAt = "lost_at";
    public const string Probability = "probability";
    public const string Field = "field";
    public const string From = "from";
    public const string To = "to";
    public const string At = "changed_at";
    public const string By = "by";
    public const string FirstName = "first_name";
    public const string LastName = "last_name";
    public const string Email = "email";
    public const string Role = "role";
    public const string Team = "team";
    public const string Manager = "manager";
    public const string Active = "active";
    public const string Industry = "industry";
    public const string ConvertedAt = "converted_at";
    public const string DealId = "deal_id";
    public const string Period = "period";
    public const string Start = "start";
    public const string End = "end";
    public const string Category = "category";
    public const string SubmittedAt = "submitted_at";
    public const string Lifecycle = "lifecycle";
    public const string FirstResponseAt = "first_response_at";
    public const string MqlAt = "mql_at";
    public const string SalAt = "sal_at";
    public const string SqlAt = "sql_at";
    public const string Month = "month";
    public const string Customer = "customer";
    public const string GrossMargin = "gross_margin";

    private static readonly ImportField[] People =
    [
        Text(Id, "userid recordid"),
        Text(DealFields.Name, "fullname username displayname"),
        Text(FirstName, "first givenname"),
        Text(LastName, "last surname familyname"),
        Text(Email, "emailaddress useremail"),
        Text(Role, "userrole jobtitle title position"),
        Text(Team, "mainteam teams teamname primaryteam salesteam"),
        Text(Manager, "managername manageremail reportsto"),
        Text(Active, "isactive activeflag"),
    ];

    private static readonly ImportField[] Accounts =
    [
        Text(Id, "accountid recordid companyid organizationid hsobjectid"),
        Must(DealFields.Name, "accountname companyname organizationname company organization account"),
        Text(DealFields.Segment, "accountsegment customersegment companysize sizesegment organizationsegment"),
        Text(DealFields.Region, "salesregion territory accountregion organizationregion"),
        Text(Industry, "accountindustry organizationindustry"),
    ];

    private static readonly ImportField[] Deals =
    [
        Must(Id, "dealid opportunityid recordid oppid hsobjectid casesafeid 18digitopportunityid"),
        Must(DealFields.Name, "dealname opportunityname dealtitle title opportunity deal"),
        Must(DealFields.Stage, "stagename dealstage opportunitystage"),
        Text(Status, "dealstatus"),
        Text(IsWon, "won isclosedwon"),
        Text(IsClosed, "closed isdealclosed"),
        Text(DealFields.Account, "accountname company companyname organization dealorganization associatedcompany associatedcompanynames customer"),
        Text(AccountId, "dealorganizationid organizationid associatedcompanyids associatedcompanyid companyid"),
        Text(DealFields.Owner, "opportunityowner dealowner ownername opportunityownername ownerfullname salesrep"),
        Text(OwnerId, "opportunityownerid dealownerid hubspotownerid"),
        Text(OwnerEmail, "opportunityowneremail dealowneremail"),
        new ImportField(DealFields.Amount, false, FieldContent.Amount, ["dealvalue", "dealamount", "opportunityamount"]),
        Text(Currency, "amountcurrency currencyisocode opportunitycurrency dealcurrencyofvalue dealcurrency dealcurrencycode currencycode currencyofvalue"),
        Date(DealFields.CloseDate, "expectedclosedate dealexpectedclosedate closingdate"),
        Date(DealFields.SignedDate, "contractsigneddate contractsigned contractsignedon datesigned signedon dealcontractsigneddate"),
        Date(Created, "createddate createdat createdate createdon dealcreated dealdealcreated dealaddtime addtime creationdate", mandatory: true),
        Date(StageChanged, "laststagechangedate laststagechange laststagechangeindays stageentered stageenteredat dateenteredcurrentstage deallaststagechange hsv2dateenteredcurrentstage stagechangedat"),
        Date(ClosedAt, "closedon dealclosedon dealdealclosedon closetime"),
        Date(WonAt, "wontime dealwontime"),
        Date(LostAt, "losttime deallosttime"),
        Text(Probability, "dealprobability opportunityprobability"),
        Text(DealFields.Source, "leadsource originaltrafficsource originalsource originalsourcetype hsanalyticssource dealsource dealsourcechannel sourcechannel"),
        Text(DealFields.DealType, "dealtype opportunitytype dealdealtype"),
        Text(DealFields.Segment, "dealsegment customersegment"),
        Text(DealFields.Region, "salesregion territory dealregion"),
        Text(DealFields.Product, "productname products dealproduct"),
        Text(DealFields.ForecastCategory, "forecastcategoryname dealforecastcategory"),
        Text(DealFields.NextStep, "dealnextstep hsnextstep"),
        Date(DealFields.NextStepDate, "nextactivitydate dealnextactivitydate"),
        Text(DealFields.Competitor, "maincompetitor maincompetitors primarycompetitor dealcompetitor"),
        Text(DealFields.LossReason, "lostreason closedlostreason deallostreason reasonlost dealdeallostreason"),
        Text(DealFields.LossDetail, "losssubreason lossreasondetail lostreasondetail"),
        Text(DealFields.LossNote, "lossnotes losscomments lostnote lostcomment"),
    ];

    private static readonly ImportField[] History =
    [
        Must(DealId, "opportunityid recordid objectid id dealid"),
        Date(At, "lastmodified lastmodifieddate editdate changeddate changedon timestamp date createddate changetime at", mandatory: true),
        Text(Field, "fieldevent property propertyname fieldname"),
        Text(From, "fromstage oldvalue oldstage fromvalue previousstage"),
        Must(To, "tostage newvalue newstage tovalue stage stagename value"),
        Text(By, "changedby lastmodifiedby editedby createdby user"),
    ];

    private static readonly ImportField[] Leads =
    [
        Must(Id, "leadid recordid contactid hsobjectid"),
        Text(DealFields.Name, "fullname leadname leadtitle title contactname"),
        Text(FirstName, "leadfirstname"),
        Text(LastName, "leadlastname"),
        Date(Created, "createddate createdate createdat createdon leadcreated leadleadcreated leadaddtime", mandatory: true),
        Text(Status, "leadstatus leadleadstatus hsleadstatus"),
        Text(Lifecycle, "lifecyclestage leadlifecycle leadstage stage"),
        Text(DealFields.Source, "leadsource originalsource originaltrafficsource leadsourcechannel"),
        Text(DealFields.Owner, "leadowner contactowner ownername leadownername"),
        Text(OwnerId, "leadownerid hubspotownerid"),
        Text(OwnerEmail, "leadowneremail"),
        Text(DealFields.Account, "company companyname companyaccount leadorganization organization accountname"),
        Date(FirstResponseAt, "firstresponse firstresponsedate firstresponsetime firstrespondedat respondedat firsttouch firsttouchdate firsttouchat firstcontact firstcontactdate firstcontactedat firstoutreachdate firstactivitydate firstcalldatetime dateoffirstengagement hsfirstoutreachdate hssalesfirstengagementdate"),
        Date(MqlAt, "mql mqldate becamemqldate becameamqldate becameamarketingqualifiedleaddate marketingqualifieddate hslifecyclestagemarketingqualifiedleaddate"),
        Date(SalAt, "sal saldate becamesaldate becameasaldate becameasalesacceptedleaddate salesaccepteddate accepteddate acceptedat"),
        Date(SqlAt, "sql sqldate becamesqldate becameasqldate becameasalesqualifiedleaddate salesqualifieddate qualifieddate hslifecyclestagesalesqualifiedleaddate"),
        Date(ConvertedAt, "converteddate conversiondate convertedon becameadealdate becameanopportunitydate hslifecyclestageopportunitydate"),
        Text(DealId, "convertedopportunityid opportunityid convertedopportunity associateddealids"),
        Date(ClosedAt, "disqualifieddate disqualifiedat disqualifiedon unqualifieddate recycleddate recycledat closeddate"),
        Text(DealFields.Segment, "leadsegment customersegment companysize"),
        Text(DealFields.Region, "leadregion salesregion territory"),
    ];

    private static readonly ImportField[] Quotas =
    [
        Must(DealFields.Owner, "quotaowner ownername user username salesrep email owneremail"),
        Text(Period, "quarter month fiscalperiod forecastperiod"),
        Date(Start, "startdate periodstart"),
        Date(End, "enddate periodend"),
        new ImportField(DealFields.Amount, true, FieldContent.Amount, ["quota", "quotaamount", "target", "goal"]),
        Text(Currency, "amountcurrency currencyisocode currencycode"),
    ];

    private static readonly ImportField[] Forecasts =
    [
        .. Quotas,
        Must(Category, "forecastcategory forecasttype"),
        Date(SubmittedAt, "submitted submittedon submitteddate lastmodifieddate date", mandatory: true),
    ];

    private static readonly ImportField[] Spend =
    [
        Date(Month, "date period spendmonth", mandatory: true),
        Must(Category, "type department costcategory spendcategory"),
        new ImportField(DealFields.Amount, true, FieldContent.Amount, ["spend", "cost", "costs", "expense", "spendamount"]),
        Text(Currency, "amountcurrency currencyisocode currencycode"),
        Text(DealFields.Source, "leadsource channel sourcechannel"),
        Text(DealFields.Segment, "customersegment"),
    ];

    private static readonly ImportField[] Revenue =
    [
        Must(Customer, "account accountname company companyname customername"),
        Date(Month, "date period revenuemonth", mandatory: true),
        new ImportField(DealFields.Amount, true, FieldContent.Amount, ["mrr", "monthlyrecurringrevenue", "recurringrevenue", "revenue"]),
        Text(Currency, "amountcurrency currencyisocode currencycode"),
        Text(GrossMargin, "margin grossmarginpercent marginpercent gm"),
    ];

    private static readonly (string Crm, string[] Names)[] Signs =
    [
        ("Salesforce", ["opportunityid", "opportunityname", "stagename", "opportunityowner", "isclosed", "fieldevent", "fromstage", "leadowner", "18digitopportunityid"]),
        ("HubSpot", ["dealstage", "closedlostreason", "originaltrafficsource", "dealowner", "associatedcompany", "contactowner", "lifecyclestage", "createdate"]),
        ("Pipedrive", ["dealtitle", "dealvalue", "dealcurrencyofvalue", "dealdealcreated", "deallostreason", "dealorganization", "organizationname"]),
    ];

    private static readonly FrozenDictionary<string, string> DealFieldNames = Deals
        .SelectMany(field => field.Names.Prepend(Letters(field.Key)).Select(name => (name, field.Key)))
        .DistinctBy(pair => pair.name)
        .ToFrozenDictionary(pair => pair.name, pair => pair.Key, StringComparer.Ordinal);

    public static IReadOnlyList<ImportField> For(ImportKind kind) => kind switch
    {
        ImportKind.People => People,
        ImportKind.Accounts => Accounts,
        ImportKind.Deals => Deals,
        ImportKind.DealHistory => History,
        ImportKind.Leads => Leads,
        ImportKind.Quotas => Quotas,
        ImportKind.Spend => Spend,
        ImportKind.Revenue => Revenue,
        _ => Forecasts,
    };

    /// <summary>The deal field a CRM calls by this name, or null.</summary>
    public static string? DealField(string name) => DealFieldNames.GetValueOrDefault(Letters(name));

    /// <summary>Whose export this looks like: the one with at least two headers of its own, or null.</summary>
    public static string? LooksLike(IEnumerable<string> header)
    {
        var names = header.Select(Letters).ToHashSet(StringComparer.Ordinal);
        var (crm, count) = Signs.Select(sign => (sign.Crm, sign.Names.Count(names.Contains))).MaxBy(pair => pair.Item2);
        return count >= 2 ? crm : null;
    }

    public static string Letters(string header)
    {
        var letters = new StringBuilder(header.Length);
        foreach (var letter in header)
        {
            if (char.IsLetterOrDigit(letter))
            {
                letters.Append(char.ToLowerInvariant(letter));
            }
        }

        return letters.ToString();
    }

    private static ImportField Text(string key, string names) => new(key, false, FieldContent.Text, names.Split(' '));

    private static ImportField Must(string key, string names) => new(key, true, FieldContent.Text, names.Split(' '));

    private static ImportField Date(string key, string names, bool mandatory = false) => new(key, mandatory, FieldContent.Date, names.Split(' '));
}
