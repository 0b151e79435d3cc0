using System.Collections.Frozen;

namespace RevBot.Intents.Clauses;

/// <summary>The words by which the clauses of a message are told apart: closed classes of English, and what offices are made of.</summary>
internal static class ClauseWords
{
    /// <summary>Words that begin a clause and say nothing of its kind.</summary>
    public static readonly FrozenSet<string> Fillers = Set("and but so well ok okay also anyway anyhow actually honestly frankly please pls plz hey hi hello now just then oh ah hmm hm um right sadly obviously apparently basically look listen yeah yes ouch yikes wow ugh damn gosh geez whoa oof phew argh blimey crikey aha yay hooray oops whoops or");

    public static readonly FrozenSet<string> Asking = Set("what whats how hows who whos whose which where when why wheres");

    public static readonly FrozenSet<string> Auxiliaries = Set("is are was were do does did has have had can could will would should may am isnt arent wasnt werent dont doesnt didnt hasnt havent wont wouldnt cant couldnt shall must might");

    /// <summary>After these an auxiliary at the start asks nothing: "was out sick", "have to run".</summary>
    public static readonly FrozenSet<string> Elided = Set("out off away on in at sick ill told asked back to just been travelling traveling a an one about getting having meeting going");

    public static readonly FrozenSet<string> Orders = Set("show list give get pull break compare rank sort count calculate compute find display run split group order summarize summarise sum fetch bring define explain describe tell name remind walk talk send plot chart add total work figure dig look let check drill slice");

    public static readonly FrozenSet<string> Pronouns = Set("i we he she they you it nobody everybody everyone someone somebody anyone anybody noone people");

    /// <summary>A subject and its verb in one word.</summary>
    public static readonly FrozenSet<string> Contractions = Set("im ive ill id youre youve youll youd theyre theyve theyll theyd weve hed hell shed thatll itll itd theres thats its hes shes");

    public static readonly FrozenSet<string> Pointers = Set("this that these those there it");

    public static readonly FrozenSet<string> Determiners = Set("my our the a an his her their your this that these those some every any no one");

    /// <summary>Verbs that end a subject of several words.</summary>
    public static readonly FrozenSet<string> Verbs = Set(
        "is are was were am isnt arent wasnt werent be has have had hasnt havent hadnt do does did dont doesnt didnt can could will would should must may might cant couldnt wont wouldnt shouldnt "
        + "need needs needed want wants wanted think thinks thought say says said keep keeps kept ask asks asked insist insists insisted love loves like likes liked hate hates owe owes believe believes claim claims claimed swear swears feel feels felt guess suppose reckon reckons hope hopes wonder wonders "
        + "promise promises promised know knows knew expect expects demand demands prefer prefers bet bets worry worries fear fears suspect suspects doubt doubts argue argues complain complains mean means told tells tell call calls called get gets got go goes went come comes came start starts started leave leaves left "
        + "make makes made take takes took look looks looked seem seems sound sounds care cares matter matters help helps live lives sit sits wait waits waiting work works write writes read reads see sees saw talk talks run runs try tries hear hears heard mention mentions mentioned notice noticed push pushes pushed review reviews present presents plan plans happen happens happened remember forgot forget joined moved changed hired met meet meets visit visits report reports wish wishes vary varies differ differs loved hated died dies broke crashed froze expired cancelled canceled stops stopped stays stayed breathes breathing sleeps resigned quit retired emailed emails pinged pings messaged texted landed lands arrives arrived flies insisted begged begs show shows put puts send sends sent bring brings find finds found agree agrees disagree refuse refuses pay pays");

    /// <summary>Of these, what was: a clause of time that tells of the past may say which days are meant.</summary>
    public static readonly FrozenSet<string> Past = Set("was were had did got went came made took left began started met hit won lost said told saw sent spoke ran put hired joined moved changed bought sold built brought gave grew fell rose kept");

    public static readonly FrozenSet<string> Reasons = Set("because as since so before after while whilst though although if until till when once whereas unless");

    public static readonly FrozenSet<string> Times = Set("since before after until till when once if unless while whilst");

    /// <summary>Verbs that take a question: "I wonder how …", "my boss asks what …".</summary>
    public static readonly FrozenSet<string> Wondering = Set("wonder wonders wondering know knows see tell tells told ask asks asked asking curious check say says explain guess understand remember remind forgot figure find idea clue interested hear show learn wants want question thing what's out sure share clarify interesting");

    /// <summary>With these a statement says what is to be counted.</summary>
    public static readonly FrozenSet<string> Narrowing = Set("only exclude excludes excluding excluded include includes including included without except ignore ignores ignoring skip skips skipping mean meant care cares interested focus focuses restrict limit limited filter filtered drop dropping leave leaving solely alone count counts instead besides bar minus");

    public static readonly FrozenSet<string> Thanks = Set("sorry apologies pardon forgive thanks thank thx cheers grateful appreciated appreciate excuse hi hello hey morning afternoon evening greetings happy good dear no ta ouch yikes wow ugh damn gosh geez whoa oof phew argh blimey crikey aha yay hooray oops whoops brilliant congrats congratulations");

    /// <summary>Orders that ask for nothing: "be honest", "don't laugh", "let's talk about discipline".</summary>
    public static readonly FrozenSet<string> Manners = Set("be keep dont lets make hurry trust bear forgive hold hang imagine promise humor humour settle pretend spare bless believe mind hope hoping guess wish need needs never take");

    /// <summary>What a figure is needed for, and where it is shown.</summary>
    public static readonly FrozenSet<string> Occasions = Set(
        "deck slide board meeting review plan planning sheet spreadsheet email mail letter memo newsletter presentation pack packet prep standup sync offsite kickoff budget model battlecard pager update note minute agenda wiki post blog record file curiosity interest fun sake argument bet debate interview coaching training onboarding "
        + "call cfo ceo cro coo boss investor auditor audit finance hr legal payroll exec leadership management director vp president summary toast speech talk conference workshop session appointment chat lunch dinner coffee breakfast flight train plane trip holiday vacation weekend conversation discussion negotiation dashboard tracker bonus commission comp raise "
        + "qbr 1:1 one-on-one townhall hands paper doc document article story poster banner website press announcement party celebration newbie newcomer intern colleague manager's client prospect customer visit wall screen eyes purposes purpose reference benefit comparison's lead check-in checkin readout recap retro retrospective rehearsal decision exercise project analysis territory redesign realignment handover debrief briefing homework bank banker lender lawyer accountant consultant treasurer controller o'clock oclock am pm noon lunchtime eod cob boarding moment minute second sec thing");

    /// <summary>Where somebody who asks may be.</summary>
    public static readonly FrozenSet<string> Places = Set("car taxi cab uber bus train tram subway metro tube plane flight airport station gate lounge hotel lobby elevator lift corridor hallway kitchen office desk room bathroom cafe pub bar gym park road street motorway highway traffic parking queue shower bed couch sofa home garage gate stage podium plant warehouse booth stand move way go phone mobile laptop line zoom call front back middle");

    /// <summary>Say how somebody is somewhere: "back from holiday", "stuck in traffic", "finally at my desk".</summary>
    public static readonly FrozenSet<string> Being = Set("back stuck still just currently now right here sat sitting standing finally again already all alone out away off about up down waiting running late early today quickly only briefly");

    /// <summary>What is held or due on a day: "the Monday deck", "Friday's standup".</summary>
    public static readonly FrozenSet<string> Held = Set("deck slides board meeting meetings review email memo newsletter presentation standup stand sync offsite onsite kickoff call calls workshop session lunch dinner coffee breakfast flight conference summit qbr 1:1 townhall readout recap retro retrospective rehearsal checkin check huddle tidy cleanup clean deadline demo interview appointment agenda scrum catchup roundup blues feeling slot");

    /// <summary>What somebody who asks may be doing.</summary>
    public static readonly FrozenSet<string> Doings = Set("preparing prepping planning writing drafting building putting making doing working reviewing finishing finalizing finalising getting heading sitting talking speaking chatting meeting walking driving flying travelling traveling typing asking wondering thinking trying updating presenting recording rehearsing reporting catching jumping joining dialling dialing calling running onboarding training coaching interviewing hosting cleaning tidying sorting packing printing polishing fixing standing waiting reading collecting gathering pulling assembling setting filling");

    /// <summary>Begin what tells of "I" without saying it: "met Globex this morning", "just hung up with Initech".</summary>
    public static readonly FrozenSet<string> Left = Set("hung had met spoke saw came went talked heard finished promised told asked wrapped sat joined called visited pitched landed bumped ran got forgot lunched chatted");

    /// <summary>What a message announces: "two things", "quick one", "a question for you".</summary>
    public static readonly FrozenSet<string> Announcements = Set("question thing one favor favour ask request check query point item topic subject update questions things asks requests figure number numbers figures quickie onto todo reminder note challenge riddle");

    /// <summary>Without one of these, and without a sign, a text is one clause.</summary>
    public static readonly FrozenSet<string> Dividing = Set("because as since so before if though although which but or what whats how hows who whos where whether needs wants need want demands requested requests expects asks asked asking");

    public static readonly FrozenSet<string> Prepositions = Set("for before after during ahead until till at on in with to of about by from over under into onto going prior");

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
