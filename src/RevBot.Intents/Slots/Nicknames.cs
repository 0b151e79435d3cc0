using System.Collections.Frozen;

namespace RevBot.Intents.Slots;

/// <summary>Short forms and other spellings of first names: Mike for Michael, Raphael for Rafael. One line of names is one name.</summary>
internal static class Nicknames
{
    private static readonly FrozenDictionary<string, string[]> Forms = new[]
    {
        "abigail abby gail", "alan allan allen al", "albert al bert bertie", "alexander alex sandy xander alec sasha", "alexandra alex sandra lexi sasha", "alfred fred alfie", "amanda mandy", "amelia amy millie", "andrew andy drew", "andrea andi",
        "ann anne anna annie", "anthony tony ant antony", "antonio tony toni", "arthur art artie", "barbara barb babs", "benjamin ben benji", "bernard bernie", "brian bryan", "caroline carolyn carrie", "carl karl", "catherine katherine kathryn katharine kate kathy cathy katie kat",
        "charles charlie chuck", "charlotte charlie lottie", "christopher chris kris", "christina christine chris tina chrissy kristina kristin", "clara klara", "claudia klaudia", "daniel dan danny", "daniela dani", "david dave davey", "deborah deb debbie debra",
        "dennis denny", "diego", "dominic dom dominik", "donald don donnie", "dorothy dot dottie", "edward ed eddie ted ned", "eleanor ellie nora elly", "elena elaine lena", "elizabeth elisabeth liz beth lizzie eliza betty libby", "emily em emmy", "emma em", "eric erik erick",
        "ernest ernie", "eugene gene", "evelyn eve evie", "felicia fel", "francis frank fran", "frances fran frankie", "franklin frank", "fredrick frederick fred freddy fredrik", "gabriel gabe", "gabriela gabby", "geoffrey jeffrey jeff geoff", "george georgie", "gerald gerry jerry",
        "gregory greg gregg", "gretchen greta", "hannah hanna", "harold harry hal", "harriet hattie", "henry harry hank", "hugo huey", "ines inez", "isabel isabelle bella izzy isabella", "jacob jake", "james jim jimmy jamie", "janet jan", "jason jay", "jennifer jen jenny jenn",
        "jeremy jerry jem", "jessica jess jessie", "joanna jo joan joanne", "john jack johnny jon", "jonathan jon jonny johnathan", "jonas jon jonah", "joseph joe joey jo", "josephine jo josie", "joshua josh", "judith judy", "julia julie jules", "julian jules", "katarina kat kata",
        "kenneth ken kenny", "kimberly kim", "larry lawrence laurence", "laura laurie", "leonard leo len lenny", "leonardo leo", "linda lindy", "louis lou lewis luis", "louise lou", "lucas lukas luke luca", "lucy luce", "madeleine maddie madeline", "marc mark marcus markus", "margaret maggie meg peggy marge",
        "maria mary marie", "martin marty", "mathew matthew matt", "maximilian max", "megan meg", "melissa mel missy", "michael mike mick mikey michel", "michelle shelly", "miguel mike", "mohammed muhammad mohamed mo", "natalie nat natalia", "nathan nate nathaniel nat", "nicholas nick nicolas nico nicky niklas nikolas",
        "nicole nicky nikki", "noah", "oliver ollie olly", "olga olya", "olivia liv livvy", "owen", "pamela pam", "patricia pat trish patty tricia", "patrick pat paddy", "paul paulie", "pedro pete", "peter pete", "philip phillip phil", "priya pri", "quentin quinn", "rachel rach rachael", "rafael raphael rafa raf",
        "raymond ray", "rebecca becky becca bex", "richard rick dick rich richie ricky", "robert rob bob bobby robbie bert", "roberto rob berto", "roger rog", "ronald ron ronnie", "rosa rose rosie", "russell russ", "samantha sam sammy", "samuel sam sammy", "sara sarah sally", "scott scotty", "sebastian seb bastian",
        "sofia sophia sophie", "stefan stephan steven stephen steve stef", "stephanie steph stefanie", "stuart stewart stu", "susan sue suzie suzy susanne", "theodore theo ted", "theresa teresa terry tess", "thomas tom tommy tomas", "timothy tim timmy", "tobias toby", "valerie val", "veronica ronnie vera", "victor vic viktor", "victoria vicky tori vic",
        "vincent vince vinny", "walter walt wally", "wesley wes", "william bill will billy willy liam", "yusuf yousef yusef joseph", "zachary zach zack zac",
    }.Select(line => line.Split(' ')).SelectMany(forms => forms.Select(form => (form, forms))).GroupBy(pair => pair.form, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.SelectMany(pair => pair.forms).Where(form => form != group.Key).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    /// <summary>What else somebody of this first name may be called.</summary>
    public static IReadOnlyList<string> Of(string firstName) => Forms.GetValueOrDefault(firstName) ?? [];
}
