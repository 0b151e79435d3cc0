namespace RevBot.Demo;

/// <summary>Words that made-up people and companies are named from. Any likeness to a real one is chance.</summary>
internal static class DemoNames
{
    public static readonly string[] FirstNames =
    [
        "Dana", "Priya", "Tom", "Sara", "Marcus", "Elena", "Kofi", "Mei", "Lucas", "Amara", "Jonas", "Nadia", "Owen", "Ingrid", "Rafael",
        "Hannah", "Yusuf", "Clara", "Diego", "Aisha", "Felix", "Greta", "Hugo", "Ines", "Jamal", "Keiko", "Leo", "Maya", "Noah", "Olga",
        "Pedro", "Quinn", "Rosa", "Stefan", "Tara", "Umar", "Vera", "Wes", "Xenia", "Yara", "Zane", "Bianca", "Carl", "Devi", "Emil",
    ];

    public static readonly string[] LastNames =
    [
        "Reyes", "Raman", "Becker", "Lindqvist", "Okafor", "Petrova", "Mensah", "Tanaka", "Moreau", "Diallo", "Weber", "Haddad", "Price", "Berg", "Costa",
        "Novak", "Demir", "Fischer", "Alvarez", "Khan", "Brandt", "Olsen", "Lambert", "Ferreira", "Carter", "Sato", "Marino", "Shah", "Ellis", "Ivanova",
        "Santos", "Murphy", "Romano", "Keller", "Nolan", "Farah", "Jansen", "Hart", "Pappas", "Saleh", "Whitfield", "Conti", "Engel", "Iyer", "Lund",
    ];

    public static readonly string[] AccountFirst =
    [
        "Alder", "Beacon", "Cedar", "Delta", "Ember", "Falcon", "Granite", "Harbor", "Iris", "Juniper", "Kestrel", "Lumen", "Meridian", "Nimbus", "Orchard",
        "Pinnacle", "Quarry", "Ridge", "Summit", "Tidal", "Umber", "Vantage", "Willow", "Yarrow", "Zephyr", "Arcadia", "Bluestone", "Copper", "Driftwood", "Everlight",
        "Foxglove", "Glacier", "Halcyon", "Ironwood", "Jasper", "Kindred", "Larkspur", "Maple", "Northgate", "Osprey", "Palisade", "Redwood", "Sable", "Thistle", "Upland",
        "Verdant", "Westbrook", "Amber", "Birch", "Cobalt", "Dune", "Elm", "Fern", "Grove", "Heron", "Indigo", "Keystone", "Linden", "Moss", "Opal",
    ];

    public static readonly string[] AccountSecond =
    [
        "Logistics", "Health", "Robotics", "Foods", "Energy", "Insurance", "Labs", "Motors", "Media", "Retail", "Capital", "Airways", "Biotech", "Textiles", "Security",
        "Software", "Freight", "Pharma", "Outdoor", "Systems", "Analytics", "Materials", "Marine", "Telecom", "Learning", "Properties", "Instruments", "Packaging", "Water", "Optics",
    ];

    public static readonly string[] AccountThird = ["Group", "Partners", "International", "North", "Digital", "Europe", "Pacific", "Works", "Holdings", "Network"];

    public static readonly string[] Industries =
        ["Logistics", "Healthcare", "Manufacturing", "Consumer goods", "Energy", "Financial services", "Technology", "Media", "Retail", "Education"];

    public static readonly string[] Products = ["Platform", "Analytics", "Integrations", "Support Plus"];

    public static readonly string[] NextSteps =
    [
        "Demo with the buying team", "Send revised quote", "Security review call", "Legal review", "Meet the CFO", "Confirm budget owner",
        "Technical workshop", "Reference call", "Agree go-live plan", "Procurement kickoff",
    ];

    public static readonly string[] Timelines = ["this quarter", "next quarter", "within 60 days", "before renewal", "by fiscal year end"];

    public static readonly string[] Stakeholders = ["CFO and IT lead", "VP Operations", "CIO and procurement", "Head of Sales", "COO", "Director of IT, finance lead"];

    /// <summary>Accounts that examples speak of; they come first and have open deals.</summary>
    public static readonly string[] Known = ["Acme", "Globex", "Initech", "Umbrella", "Hooli", "Stark Industrial"];
}
