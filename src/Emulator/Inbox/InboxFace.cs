using System.Globalization;

namespace PageMessagesGen.Emulator.Inbox;

/// <summary>Draws made-up faces. The same id always has the same face.</summary>
internal static class InboxFace
{
    private static readonly string[] Grounds = ["#f4c9b0", "#c9dff2", "#d6e8cf", "#f3dfa8", "#dcd3f0", "#f2cdd6", "#cfe6e4", "#e6d9c6"];
    private static readonly string[] Skins = ["#f6d3b8", "#e8b48e", "#c98d62", "#a06a43", "#7a4d30", "#f2c6a2"];
    private static readonly string[] Hairs = ["#2b2118", "#4a3020", "#7b5230", "#b98146", "#d8b06a", "#8f8d8a", "#1f2430"];
    private static readonly string[] Clothes = ["#34506b", "#7a3f4d", "#3f6b52", "#8a6a2f", "#54437a", "#2f6d73", "#a1553c"];

    // Behind the head, and in front of it.
    private static readonly (string Back, string Front)[] Styles =
    [
        ("", "M28 46c0-16 9-25 20-25s20 9 20 25c-4-9-9-13-13-14-8 3-19 3-24 4-2 3-3 6-3 10z"),
        ("M26 48c0-18 9-29 22-29s22 11 22 29v22H26z", "M29 45c0-14 8-23 19-23s19 9 19 23c-6-3-13-8-17-14-4 6-13 12-21 14z"),
        ("M48 9a9 9 0 1 1 0 18 9 9 0 0 1 0-18z", "M28 44c0-14 8-22 20-22s20 8 20 22c-3-7-8-11-20-11s-17 4-20 11z"),
        ("M22 44c0-16 12-26 26-26s26 10 26 26c0 9-4 15-9 17H31c-5-2-9-8-9-17z", "M29 43c2-10 9-14 19-14s17 4 19 14c1-14-6-22-19-22s-20 8-19 22z"),
        ("", "M29 40c0-11 8-17 19-17s19 6 19 17l-3-5c-8-4-24-4-32 0z"),
    ];

    /// <summary>Gets the face of a person as SVG.</summary>
    public static string Draw(string id)
    {
        var dice = Hash(id);
        var (ground, skin, hair, cloth) = (Pick(Grounds), Pick(Skins), Pick(Hairs), Pick(Clothes));
        var (back, front) = Styles[Take(Styles.Length)];
        var smile = 4 + Take(3);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96">
            <rect width="96" height="96" fill="{ground}"/>
            <path d="{back}" fill="{hair}"/>
            <path d="M16 96c1-19 14-28 32-28s31 9 32 28z" fill="{cloth}"/>
            <path d="M41 58h14v12c0 4-3 7-7 7s-7-3-7-7z" fill="{skin}"/>
            <path d="M41 62c4 4 10 4 14 0v4c-4 4-10 4-14 0z" fill="#000" fill-opacity=".12"/>
            <ellipse cx="48" cy="46" rx="18" ry="20" fill="{skin}"/>
            <path d="{front}" fill="{hair}"/>
            <circle cx="41" cy="47" r="1.9" fill="#2a211c"/><circle cx="55" cy="47" r="1.9" fill="#2a211c"/>
            <path d="M{48 - smile} 55q{smile} {smile} {2 * smile} 0" fill="none" stroke="#2a211c" stroke-opacity=".75" stroke-width="1.8" stroke-linecap="round"/>
            </svg>
            """);

        string Pick(string[] choices) => choices[Take(choices.Length)];

        int Take(int count)
        {
            var choice = (int)(dice % (ulong)count);
            dice /= (ulong)count;
            return choice;
        }
    }

    // FNV-1a, with a last step that spreads neighboring ids. The hash of .NET differs in each process.
    private static ulong Hash(string id)
    {
        var hash = id.Aggregate(14695981039346656037UL, (sum, c) => unchecked((sum ^ c) * 1099511628211UL));
        hash ^= hash >> 33;
        hash = unchecked(hash * 0xff51afd7ed558ccdUL);
        return hash ^ (hash >> 33);
    }
}
