using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Moves;

/// <summary>The test company with a process that says more: contacts, a quote, a budget for large deals, and how deals may travel.</summary>
internal static class StrictCompany
{
    public static CompanyProfile Of(MoveConsent skip = MoveConsent.Allowed, MoveConsent back = MoveConsent.Allowed, params MoveTerms[] terms) => TestCompany.Profile with
    {
        Process = new SalesProcess(
            [
                .. TestCompany.Profile.Process.Stages.Select(stage => stage.Id.Value switch
                {
                    "proposal" => stage with { RequiredToEnter = [DealFields.Amount, new Criterion("contacts") { AtLeast = 2, FromHereOn = true }, new Criterion("budget") { When = new DealCondition { AmountOver = 50_000 } }] },
                    "negotiation" => stage with { RequiredToEnter = ["quote_sent"] },
                    _ => stage,
                }),
            ],
            new MovePolicy(skip, back, terms)),
        Fields =
        [
            new DealField("contacts", "Contacts", FieldKind.People, []),
            new DealField("quote_sent", "Quote sent", FieldKind.YesNo, []),
            new DealField("budget", "Budget", FieldKind.Text, []),
            new DealField("contract", "Contract", FieldKind.Text, []),
        ],
    };

    public static MoveTerms Terms(string? from, string to, MoveConsent? consent = null, params Criterion[] required) =>
        new(from is null ? null : new StageId(from), new StageId(to), required, consent);
}
