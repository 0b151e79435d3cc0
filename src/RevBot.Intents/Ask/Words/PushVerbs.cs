namespace RevBot.Intents.Ask.Words;

/// <summary>"Pushing the dates", "keeps moving their close dates": a verb, whose it is and what is moved, in the singular.</summary>
internal static class PushVerbs
{
    private static readonly string[] Verbs = ["push", "pushes", "pushing", "pushed", "move", "moves", "moving", "moved", "shift", "shifts", "shifting", "shifted", "postpone", "postpones", "postponing", "postponed", "delay", "delays", "delaying", "delayed", "bump", "bumps", "bumping", "bumped", "kick", "kicks", "kicking", "kicked", "reschedule", "reschedules", "rescheduling", "rescheduled", "defer", "defers", "deferring", "deferred"];

    private static readonly string[] Owners = ["", "the ", "a ", "their ", "its ", "his ", "her ", "our ", "my ", "out the ", "out their ", "out ", "back the ", "back their ", "back "];

    private static readonly string[] Moved = ["date", "close date", "closing date", "expected close date", "deal date", "close", "due date"];

    public static string Phrases { get; } = string.Join('|', Verbs.SelectMany(verb => Owners.SelectMany(owner => Moved.Select(moved => $"{verb} {owner}{moved}"))));
}
