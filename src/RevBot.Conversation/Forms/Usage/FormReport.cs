namespace RevBot.Conversation.Forms.Usage;

/// <summary>How the forms did that were offered in a time, the most offered first.</summary>
public sealed record FormReport(DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<FormUse> Forms)
{
    /// <summary>Less than this may be one person on one bad day.</summary>
    public const int LeastTrouble = 3;

    /// <summary>The field that was most often in the way; null when none was often enough to say.</summary>
    public FieldUse? Worst => Forms.SelectMany(form => form.Fields)
        .Where(one => one.Trouble >= LeastTrouble)
        .OrderByDescending(one => one.Trouble)
        .ThenByDescending(one => one.LastBefore)
        .ThenBy(one => one.Form, StringComparer.Ordinal)
        .ThenBy(one => one.Field, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>Folds the steps of each form that was offered from <paramref name="from"/> on; those of forms offered before are left out.</summary>
    public static FormReport Of(IEnumerable<FormStep> steps, DateTimeOffset from, DateTimeOffset until)
    {
        var forms = steps.GroupBy(step => step.Session)
            .Where(session => session.Any(step => step.Kind == FormStepKind.Offered))
            .Select(session => FormRun.Of([.. session], until))
            .GroupBy(run => run.Form, StringComparer.Ordinal)
            .Select(Sum);
        return new FormReport(from, until, [.. forms.OrderByDescending(form => form.Offered).ThenBy(form => form.Form, StringComparer.Ordinal)]);
    }

    private static FormUse Sum(IGrouping<string, FormRun> form)
    {
        var runs = form.ToList();
        var finished = runs.FindAll(run => run.End == FormStepKind.Accepted);
        return new FormUse
        {
            Form = form.Key,
            Offered = runs.Count,
            Opened = runs.Count(run => run.IsOpened),
            Finished = finished.Count,
            Abandoned = runs.Count(run => run.IsOpened && run.End == FormStepKind.Cancelled),
            Pending = runs.Count(run => run.IsOpened && run.End is null),
            Closed = runs.Count(run => run.IsOpened && run.End == FormStepKind.Closed),
            MedianSeconds = Quantile([.. finished.Select(run => run.Seconds)], .5),
            P90Seconds = Quantile([.. finished.Select(run => run.Seconds)], .9),
            MedianTaps = Quantile([.. finished.Select(run => (double)run.Taps)], .5),
            Doors = runs.GroupBy(run => run.Door, StringComparer.Ordinal).OrderBy(door => door.Key, StringComparer.Ordinal).ToDictionary(door => door.Key, door => door.Count(), StringComparer.Ordinal),
            Fields =
            [
                .. runs.SelectMany(run => run.Refused.Concat(run.LastBefore)).Distinct().Select(field => new FieldUse(
                    form.Key,
                    field,
                    runs.Sum(run => run.Submits) + runs.Sum(run => run.Answered.Count(answered => answered == field)),
                    runs.Sum(run => run.Refused.Count(refused => refused == field)),
                    runs.Sum(run => run.Empty.Count(empty => empty == field)),
                    runs.Count(run => run.LastBefore.Contains(field))))
                .OrderByDescending(field => field.Trouble).ThenBy(field => field.Field, StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>Between neighbours in proportion; null of nothing.</summary>
    private static double? Quantile(IReadOnlyList<double> values, double share)
    {
        if (values.Count == 0)
        {
            return null;
        }

        var sorted = values.Order().ToList();
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        return below + 1 < sorted.Count ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
