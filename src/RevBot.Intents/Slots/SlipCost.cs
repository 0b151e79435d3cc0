namespace RevBot.Intents.Slots;

/// <summary>How far a written word is from a known one, in tenths of a slip: what fingers and ears do wrong most (letters swapped or doubled, a vowel missing, the key beside, one sound for another) costs least.</summary>
internal static class SlipCost
{
    private const int Swap = 7;
    private const int Twin = 5;
    private const int Likely = 8;
    private const int Near = 9;
    private const int Slip = 10;
    private const int Wrong = 12;
    private const int AtStart = 4;
    private const int LongestWord = 32;
    private const string Vowels = "aeiouy";

    private static readonly string[] Keys = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    private static readonly string[] Sounds = ["ckqxs", "szc", "td", "fv", "mn", "gj", "vw", "bp"];
    private static readonly bool[] Beside = Pairs();

    /// <summary>What a word of so many letters may cost and still be taken for another. Words of up to two letters must be right.</summary>
    public static int Limit(int letters) => letters switch
    {
        <= 2 => 0,
        3 => 7,
        4 => 10,
        5 => 12,
        6 => 14,
        7 => 17,
        8 => 18,
        9 => 20,
        _ => 24,
    };

    /// <summary>The cost, or <see cref="int.MaxValue"/> when it is over <paramref name="limit"/>.</summary>
    public static int Between(ReadOnlySpan<char> said, ReadOnlySpan<char> known, int limit)
    {
        if (said.Length > LongestWord || known.Length > LongestWord || Math.Abs(said.Length - known.Length) * Twin > limit)
        {
            return int.MaxValue;
        }

        Span<int> before = stackalloc int[known.Length + 1];
        Span<int> above = stackalloc int[known.Length + 1];
        Span<int> row = stackalloc int[known.Length + 1];
        var last = 0;
        for (var at = 1; at <= known.Length; at++)
        {
            above[at] = above[at - 1] + Gap(known, at - 1);
        }

        for (var left = 1; left <= said.Length; left++)
        {
            row[0] = above[0] + Gap(said, left - 1);
            var least = row[0];
            for (var right = 1; right <= known.Length; right++)
            {
                var (a, b) = (said[left - 1], known[right - 1]);
                var cost = a == b ? above[right - 1] : above[right - 1] + Instead(a, b) + (right == 1 && left == 1 ? AtStart : 0);
                cost = Math.Min(cost, Math.Min(above[right] + Gap(said, left - 1), row[right - 1] + Gap(known, right - 1)));
                if (left > 1 && right > 1 && a == known[right - 2] && said[left - 2] == b && a != b)
                {
                    cost = Math.Min(cost, before[right - 2] + Swap);
                }

                row[right] = cost;
                least = Math.Min(least, cost);
            }

            // Two letters swapped are told by the row before.
            if (Math.Min(least, last) > limit)
            {
                return int.MaxValue;
            }

            last = least;

            var free = before;
            before = above;
            above = row;
            row = free;
        }

        return above[known.Length] <= limit ? above[known.Length] : int.MaxValue;
    }

    /// <summary>True for a word written without vowels and the second of double letters: "qrtr", "mgr", "nxt".</summary>
    public static bool IsShortened(ReadOnlySpan<char> said, ReadOnlySpan<char> known)
    {
        if (said.Length < 2 || known.Length - said.Length is < 1 or > 4 || said[0] != known[0])
        {
            return false;
        }

        var at = 0;
        for (var letter = 0; letter < known.Length; letter++)
        {
            if (at < said.Length && known[letter] == said[at])
            {
                at++;
            }
            else if (!"aeiou".Contains(known[letter], StringComparison.Ordinal) && (letter == 0 || known[letter] != known[letter - 1]))
            {
                return false;
            }
        }

        return at == said.Length;
    }

    /// <summary>A letter too many or one missing.</summary>
    private static int Gap(ReadOnlySpan<char> word, int at) =>
        (at > 0 && word[at] == word[at - 1] ? Twin : Vowels.Contains(word[at], StringComparison.Ordinal) ? Likely : Slip) + (at == 0 ? AtStart : 0);

    private static int Instead(char said, char meant) =>
        Vowels.Contains(said, StringComparison.Ordinal) && Vowels.Contains(meant, StringComparison.Ordinal) ? Likely
            : char.IsAsciiLetterLower(said) && char.IsAsciiLetterLower(meant) && Beside[((said - 'a') * 26) + meant - 'a'] ? Near : Wrong;

    private static bool[] Pairs()
    {
        var pairs = new bool[26 * 26];
        foreach (var sound in Sounds)
        {
            foreach (var one in sound)
            {
                foreach (var other in sound)
                {
                    Set(one, other);
                }
            }
        }

        for (var row = 0; row < Keys.Length; row++)
        {
            for (var at = 0; at < Keys[row].Length; at++)
            {
                Touch(Keys[row][at], row, at + 1);
                Touch(Keys[row][at], row + 1, at);
                Touch(Keys[row][at], row + 1, at - 1);
            }
        }

        return pairs;

        void Touch(char key, int row, int at)
        {
            if (row < Keys.Length && at >= 0 && at < Keys[row].Length)
            {
                Set(key, Keys[row][at]);
                Set(Keys[row][at], key);
            }
        }

        void Set(char one, char other) => pairs[((one - 'a') * 26) + other - 'a'] = true;
    }
}
