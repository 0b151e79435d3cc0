using System.Globalization;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Tests.Commands;

/// <summary>What people may do next, at random from one seed: sentences, buttons and forms, sensible and senseless, their own and others'.</summary>
internal sealed class CommandSource(Random random)
{
    private const int Kept = 40;

    private static readonly string[] People = ["dana", "dana", "priya", "priya", "omar", "omar", "mo", "mo", "ops", "ops", "eli", "zed"];
    private static readonly string[] Stages = ["qualification", "Discovery", "Proposal", "negotiation", "Closed Won", "won", "Closed Lost", "next stage", "Limbo"];
    private static readonly string[] Amounts = ["80k", "$120,000", "30000", "0", "-5", "250k", "55k EUR", "60k", "lots"];
    private static readonly string[] Days = ["15 Jan 2027", "2027-02-01", "next Friday", "2026-10-01", "tomorrow", "3/4", "soon"];
    private static readonly string[] Whys = ["price", "the budget", "Acumen", "they went silent", "of legal", "no budget this year", "x"];

    private readonly List<(string Who, OpenForm Form)> _forms = [];
    private readonly List<(string Who, CardButton Button)> _buttons = [];

    /// <summary>Shown to somebody, to be filled in or pressed later.</summary>
    public void Shown(string who, OpenForm? form, IEnumerable<CardButton> buttons)
    {
        if (form is not null)
        {
            _forms.Add((who, form));
        }

        _buttons.AddRange(buttons.Select(button => (who, button)));
        _forms.RemoveRange(0, Math.Max(0, _forms.Count - Kept));
        _buttons.RemoveRange(0, Math.Max(0, _buttons.Count - Kept));
    }

    public (string Who, TurnInput Input) Next(PipelineSnapshot snapshot)
    {
        var deal = snapshot.Deals.Span[random.Next(snapshot.Deals.Length)];
        return random.Next(100) switch
        {
            < 36 => (Whom(deal), new TurnInput.Said(Sentence(deal))),
            < 54 => (Whom(deal), Button(deal)),
            < 66 when _buttons.Count > 0 => Press(),
            _ when _forms.Count > 0 => Submit(snapshot),
            _ => (Whom(deal), new TurnInput.ButtonClick("move-deal.open", deal.Id.Value, null)),
        };
    }

    /// <summary>Mostly somebody who may.</summary>
    private string Whom(Deal deal) => random.Next(4) > 0 ? deal.Owner?.Value is { } owner && random.Next(3) > 0 ? owner : "ops" : Pick(People);

    private (string Who, TurnInput Input) Press()
    {
        var (who, button) = Recent(_buttons);
        return (random.Next(12) == 0 ? Pick(People) : who, new TurnInput.ButtonClick(button.ActionId, button.Value, null));
    }

    /// <summary>Mostly filled in well; now and then half, with nonsense, by somebody else, or once more.</summary>
    private (string Who, TurnInput Input) Submit(PipelineSnapshot snapshot)
    {
        var (who, form) = Recent(_forms);
        var careless = random.Next(4) == 0;
        var values = new Dictionary<string, string>();
        foreach (var field in form.Form.Fields)
        {
            if (careless && random.Next(3) == 0)
            {
                continue;
            }

            values[field.Id] = careless && random.Next(6) == 0 ? "~" : Value(field);
        }

        if (form.Session.Seed.TryGetValue("deal", out var deal) && random.Next(10) == 0 && snapshot.Find(new DealId(deal)) is not null)
        {
            values["amount"] = Pick(Amounts);
        }

        return (random.Next(25) == 0 ? Pick(People) : who, new TurnInput.FormSubmission(form.Session.Id, new FormValues(values)));
    }

    private string Value(Field field) => field switch
    {
        ChoiceField { Options.Count: > 0 } choice => field.Id == "quote_sent" && random.Next(4) > 0 ? "yes" : choice.Options[random.Next(choice.Options.Count)].Key,
        DateField { Max: { } last } => Day(last.AddDays(-random.Next(20))),
        DateField { Min: { } first } => Day(first.AddDays(random.Next(200))),
        DateField => Day(new DateOnly(2027, 1, 1).AddDays(random.Next(-80, 300))),
        MoneyField or NumberField => (random.Next(1, 30) * 10_000).ToString(CultureInfo.InvariantCulture),
        { Id: "contacts" } => Pick(["Jo Kim, Ada Lee", "Jo Kim", "Ann A, Bo B and Cy C"]),
        _ => Pick(["as agreed with legal", "waits for the board", "second half", "x"]),
    };

    private TurnInput.ButtonClick Button(Deal deal)
    {
        var version = deal.Version - (random.Next(4) == 0 ? random.Next(3) : 0);
        var fix = $"{deal.Id}|{version.ToString(CultureInfo.InvariantCulture)}.";
        var lead = string.Create(CultureInfo.InvariantCulture, $"L-{random.Next(1, 12)}");
        var (action, value) = Pick<(string, string)>(
        [
            ("move-deal.open", deal.Id.Value), ("move-deal.open", deal.Id.Value), ("move-deal.open", deal.Id.Value), ("move-deal.lose", deal.Id.Value), ("update-deal.next-step", deal.Id.Value),
            ("pause-deal.open", deal.Id.Value), ("log-activity.open", deal.Id.Value), ("hand-over.open", deal.Id.Value), ("pause-deal.resume", deal.Id.Value), ("post-mortem.open", deal.Id.Value),
            ("hygiene-audit.fix", fix + "date:2027-03-31"), ("hygiene-audit.fix", fix + "ask:amount"), ("hygiene-audit.fix", fix + "some:contacts,budget,quote_sent"), ("hygiene-audit.fix", fix + "lost"),
            ("hygiene-audit.fix", fix + "reason"), ("hygiene-audit.fix", fix + "ask:stage"), ("leads.accept", lead), ("leads.return", lead), ("leads.qualify", lead), ("leads.disqualify", lead), ("leads.mql", lead), ("leads.convert", lead), ("move-deal.open", "D-404"), ("undo-last-change.undo", $"{deal.Id}|turn-1"), ("undo-last-change.confirm", $"{deal.Id}|turn-1"), ("undo-last-change.keep", $"{deal.Id}|turn-1"), ("undo-last-change.confirm", $"lead:{lead}|turn-1"),
        ]);
        return new TurnInput.ButtonClick(action, value, null);
    }

    private string Sentence(Deal deal)
    {
        var name = random.Next(2) == 0 ? deal.Name : $"#{deal.Id}";
        return random.Next(46) switch
        {
            40 or 41 or 42 or 43 or 44 or 45 => OfLead(),
            36 => random.Next(8) == 0 ? "undo the last import" : Bulk(),
            37 or 38 or 39 => Bulk(),
            0 or 1 or 2 or 3 => $"move {name} to {Pick(Stages)}",
            4 => $"{name} closed lost",
            5 => $"{name} closed lost because of {Pick(Whys)}",
            6 => $"{name} won",
            7 => $"{name} won because of {Pick(["price", "the product", "luck"])}",
            8 => $"reopen {name}",
            9 => $"reopen {name} in {Pick(Stages)}",
            10 => $"move {name} back to {Pick(Stages)} because {Pick(Whys)}",
            11 or 12 => $"set {name} amount to {Pick(Amounts)}",
            13 => $"change the close date of {name} to {Pick(Days)}",
            14 => $"set contacts of {name} to {Pick(["Jo Kim, Ada Lee", "Jo Kim", "none", "12", "Ann A and Bo B"])}",
            15 => $"set quote sent of {name} to {Pick(["yes", "no", "true", "perhaps"])}",
            16 => $"set budget of {name} to {Pick(["approved", "none", "planned for spring"])}",
            17 => $"set segment of {name} to {Pick(["Enterprise", "SMB", "Mid-Market", "none"])}",
            18 => $"set type of {name} to {Pick(["Renewal", "Expansion", "none"])}",
            19 => $"next step for {name}: {Pick(["call on Friday", "legal review", "send the contract on 12 Jan"])}",
            20 => $"clear {Pick(["next step", "amount", "close date", "contacts", "quote sent", "loss reason", "win reason", "competitor"])} of {name}",
            21 => $"assign {name} to {Pick(["Priya", "Dana Reyes", "Omar", "nobody", "Gus Gone", "Mo Larsen"])}",
            22 => $"note on {name}: they like it",
            23 => $"pause {name} until {Pick(["1 Feb 2027", "tomorrow", "2026-01-01"])}: budget freeze",
            24 => $"resume {name}",
            25 or 26 => "undo",
            27 => $"raise {name} by 10%",
            28 => $"new deal {Pick<string>([.. CommandCompany.DealNames])} {Pick(["Renewal", "Rollout", "Pilot", "Expansion"])} {random.Next(1, 30) * 10}k closing {Pick(Days)}",
            29 => $"create a deal for {Pick(["Acme", "Globex", "Hooli", "Nobody Inc"])} in {Pick(Stages)}",
            30 => $"new deal \"{deal.Name}\" for {Pick(["Acme", "Globex"])} closing 15 Jan 2027, owned by {Pick(["Priya", "Dana Reyes", "Omar"])}",
            31 => $"log a {Pick(["call", "meeting"])} with {name}{Pick(["", " yesterday"])}: they like it, next step {Pick(["send the offer on Friday", "call"])}",
            32 => $"log a call with {name}",
            33 => $"hand over {name}",
            34 => $"move {name} to proposal and set amount to {Pick(Amounts)}",
            _ => $"push {name} by 2 weeks",
        };
    }

    private string OfLead()
    {
        var lead = random.Next(2) == 0 ? Pick<string>([.. CommandCompany.LeadNames]) : $"#L-{random.Next(1, 12)}";
        return Pick(
        [
            $"accept lead {lead}", $"accept lead {lead}", $"qualify lead {lead}", $"qualify lead {lead}", $"return lead {lead}", $"return lead {lead}: {Pick(["no capacity", "not my region", "not ready to talk yet", "other", "they laughed"])}",
            $"disqualify lead {lead}", $"disqualify lead {lead}: {Pick(["no budget", "spam", "other"])}", $"convert lead {lead}", $"convert lead {lead} to a deal", $"lead {lead} is an MQL",
            $"assign lead {lead} to {Pick(["Priya", "Dana Reyes", "Omar", "Gus Gone", "Eli Ford"])}", $"who owns lead {lead}, and since when?", "my leads", "undo", $"undo the last change to lead {lead}", $"undo what {Pick(["Dana", "Priya", "Mo"])} did to lead {lead}",
        ]);
    }

    private string Bulk()
    {
        var set = Pick(["all my deals in Discovery", "my deals over 100k", "all my deals", "Dana's deals in Proposal", "all deals in Qualification", "Omar's deals", "these", "my deals closing next month", "all lost deals", "all deals with no next step"]);
        return Pick(
        [
            $"push {set} by 2 weeks", $"push {set} to March", $"move {set} to {Pick(Stages)}", $"move {set} to Closed Lost", $"set the next step of {set} to \"send the contract\"", $"set budget of {set} to approved",
            $"assign {set} to {Pick(["Priya", "Dana Reyes", "nobody"])}", $"clear the next step of {set}", $"raise the amount of {set} by 10%", $"mark {set} as lost because of {Pick(Whys)}", $"list {set}", $"set the close date of {set}",
        ]);
    }

    private T Recent<T>(List<T> list) => list[random.Next(3) == 0 ? random.Next(list.Count) : list.Count - 1 - random.Next(Math.Min(3, list.Count))];

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
