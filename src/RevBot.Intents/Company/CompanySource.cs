using System.Security.Cryptography;
using System.Text;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.Company;

/// <summary>Holds the company's definitions in force and the file they come from.</summary>
public sealed class CompanySource : ICompany, ICompanyEditor
{
    private volatile CompanyProfile _profile;

    public CompanySource(string path, CompanyProfile profile)
    {
        Path = path;
        _profile = profile;
    }

    public string Path { get; }

    public CompanyProfile Profile => _profile;

    /// <summary>Opens the company of a data folder; a missing file is written first, as <paramref name="firstProfile"/> or <see cref="CompanyFile.Default"/>.</summary>
    /// <exception cref="CompanyFileException">The file has problems; the message names all of them.</exception>
    public static CompanySource Open(string path, CompanyProfile? firstProfile = null)
    {
        if (!File.Exists(path))
        {
            if (System.IO.Path.GetDirectoryName(path) is { Length: > 0 } folder)
            {
                Directory.CreateDirectory(folder);
            }

            CompanyFile.Write(firstProfile ?? CompanyFile.Default, path);
        }

        var reading = CompanyFile.Load(path);
        return reading.IsValid ? new CompanySource(path, reading.Profile) : throw new CompanyFileException(reading.Problems);
    }

    /// <summary>How many deals sit in each stage, open and closed.</summary>
    public static IReadOnlyDictionary<StageId, int> CountDeals(PipelineSnapshot snapshot)
    {
        var counts = new Dictionary<StageId, int>();
        foreach (var deal in snapshot.Deals.Span)
        {
            counts[deal.Stage] = counts.GetValueOrDefault(deal.Stage) + 1;
        }

        return counts;
    }

    /// <summary>Stages that hold deals and that the profile does not have: each named with its count. Empty when all is well.</summary>
    public static IReadOnlyList<CompanyProblem> MissingStages(CompanyReading reading, IReadOnlyDictionary<StageId, int> dealsByStage) =>
    [
        .. dealsByStage
            .Where(pair => pair.Value > 0 && reading.Profile?.Process.Find(pair.Key) is null)
            .OrderBy(pair => pair.Key.Value, StringComparer.Ordinal)
            .Select(pair => new CompanyProblem(
                reading.StagesLine,
                1,
                "stages",
                $"The stage '{pair.Key}' still holds {pair.Value} {(pair.Value == 1 ? "deal" : "deals")} and is not in the file.",
                $"Put it back (key: {pair.Key}), or move its deals first. To rename a stage, keep its key and change its name.")),
    ];

    /// <summary>Reads the file again and puts it in force, or says what is wrong and changes nothing.</summary>
    public IReadOnlyList<CompanyProblem> Reload(IReadOnlyDictionary<StageId, int> dealsByStage)
    {
        var reading = CompanyFile.Load(Path);
        if (!reading.IsValid)
        {
            return reading.Problems;
        }

        var missing = MissingStages(reading, dealsByStage);
        if (missing.Count == 0)
        {
            _profile = reading.Profile;
        }

        return missing;
    }

    /// <inheritdoc/>
    public string? Change(Func<CompanyProfile, CompanyProfile> change)
    {
        ArgumentNullException.ThrowIfNull(change);

        // What somebody wrote into the file since it was read counts, and may have mistakes.
        var reading = CompanyFile.Load(Path);
        if (!reading.IsValid)
        {
            throw new CompanyFileException(reading.Problems);
        }

        var (text, learned) = (File.ReadAllText(Path), StagesWereLearned());
        var kept = text == CompanyText.Of(reading.Profile, learned ? Fingerprint(reading.Profile.Process) : null) ? null : Path + ".bak";
        if (kept is not null)
        {
            CompanyFile.WriteText(text, kept);
        }

        var changed = change(reading.Profile);
        CompanyFile.WriteText(CompanyText.Of(changed, learned ? Fingerprint(changed.Process) : null), Path);
        _profile = changed;
        return kept;
    }

    /// <summary>True when the stages are the default ones, or were learned from data and nobody has changed them since.</summary>
    internal bool StagesMayBeLearned() => Same(_profile.Process, CompanyFile.Default.Process) || StagesWereLearned();

    internal bool StagesWereLearned() =>
        File.Exists(Path) && File.ReadAllText(Path).Contains(CompanyText.LearnedMark + Fingerprint(_profile.Process), StringComparison.Ordinal);

    /// <summary>Writes what an import learned and puts it in force. Comments a person added cannot be kept by rewriting, so a file that is not word for word as RevBot wrote it is first copied to <c>company.yaml.bak</c>.</summary>
    /// <returns>A way back, for when the import then fails.</returns>
    internal Action Learn(CompanyProfile learned, bool stagesLearned)
    {
        var before = _profile;
        var text = File.Exists(Path) ? File.ReadAllText(Path) : null;
        var wasLearned = StagesWereLearned();
        if (text is not null && text != CompanyText.Of(before, wasLearned ? Fingerprint(before.Process) : null))
        {
            CompanyFile.WriteText(text, Path + ".bak");
        }

        CompanyFile.WriteText(CompanyText.Of(learned, stagesLearned ? Fingerprint(learned.Process) : null), Path);
        _profile = learned;
        return () =>
        {
            _profile = before;
            if (text is not null)
            {
                CompanyFile.WriteText(text, Path);
            }
        };
    }

    internal static bool Same(SalesProcess left, SalesProcess right) => Fingerprint(left) == Fingerprint(right);

    private static string Fingerprint(SalesProcess process)
    {
        var words = process.Stages.Select(stage => string.Join(
            '|',
            [stage.Id.Value, stage.Name, stage.Group.ToString(), stage.Probability.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture), .. stage.RequiredToEnter.Select(ProcessText.Of), "/", .. stage.RequiredToLeave.Select(ProcessText.Of), "/", .. stage.Aliases]));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', words))))[..12];
    }
}
