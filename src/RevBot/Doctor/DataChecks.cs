using System.Globalization;
using System.Runtime.CompilerServices;
using RevBot.Intents.Company;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;

namespace RevBot.Doctor;

/// <summary>Does the pipeline's data hang together with the company's definitions?</summary>
internal sealed class DataChecks(IPipelineReader reader, IPipelineLoader loader, CompanySource company) : ICheck
{
    public string Title => "Deals";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var origin = await loader.GetOriginAsync(cancellationToken);
        var snapshot = await reader.GetSnapshotAsync(null, cancellationToken);
        yield return origin switch
        {
            null => Finding.Warning("The store is empty.", "Bring your deals with `revbot import deals FILE.csv`, or try the demo company with `revbot demo`."),
            "demo" => Finding.Good(Count("The demo company", snapshot.Deals.Length)),
            _ => Finding.Good(Count("Imported data", snapshot.Deals.Length)),
        };

        var withoutReason = 0;
        var withoutHistory = 0;
        var ownerless = 0;
        var unknownStages = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var deal in snapshot.Deals.Span)
        {
            withoutReason += deal is { Status: DealStatus.Lost, LossReason: null } ? 1 : 0;
            withoutHistory += deal.HistoryKnown ? 0 : 1;
            ownerless += deal.Status == DealStatus.Open && snapshot.OwnerOf(deal) is null ? 1 : 0;
            if (company.Profile.Process.Find(deal.Stage) is null)
            {
                unknownStages[deal.Stage.Value] = unknownStages.GetValueOrDefault(deal.Stage.Value) + 1;
            }
        }

        foreach (var (stage, count) in unknownStages)
        {
            yield return Finding.Bad(Number($"{count:N0} deals are in the stage '{stage}', which company.yaml does not have."), $"Add it to stages (key: {stage}).");
        }

        if (withoutReason > 0)
        {
            yield return Finding.Warning(Number($"{withoutReason:N0} lost deals have no loss reason."), "They came by import; ask their owners, or export, fill in and import again.");
        }

        if (withoutHistory > 0)
        {
            yield return Finding.Warning(Number($"{withoutHistory:N0} deals have no stage history; time in stage counts only what their file says."), "Import it with `revbot import deal-history FILE.csv`.");
        }

        if (ownerless > 0)
        {
            yield return Finding.Warning(Number($"{ownerless:N0} open deals have no owner among the people; their alerts reach nobody."), "Import people, or assign the deals.");
        }
    }

    private static string Count(string what, int deals) => Number($"{what}: {deals:N0} deals.");

    private static string Number(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
