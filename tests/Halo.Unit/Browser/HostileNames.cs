namespace Halo.Unit.Browser;

/// <summary>Names that try to become a part of the page, and what their readers must see instead.</summary>
internal static class HostileNames
{
    /// <summary>Run in a page: each leaves a mark of its own at the root element.</summary>
    public static readonly string[] Attacks =
    [
        $"<script>{Mark(0)}</script>",
        $"\"><img src=x onerror={Mark(1)}>",
        $"</script><script>{Mark(2)}</script>",
        $"</title></style></textarea><svg onload={Mark(3)}>",
        $"' autofocus tabindex=1 onfocus={Mark(4)} x='",
    ];

    /// <summary>The attacks, and names that are only to be shown as they are.</summary>
    public static readonly string[] All =
    [
        .. Attacks,
        "<!--<script>",
        "&lt;img src=x onerror=alert(1)&gt;",
        "{{7*7}}${7*7}",
        "it's & it\"s",
        "]]>",
        "\u200b[31mred\u200b[0m",
        "\u202Egnp.exe",
        "first\u2028second",
    ];

    /// <summary>The attribute that an attack sets where it runs.</summary>
    public static string MarkOf(int attack) => $"data-ran{attack}";

    /// <summary>A text as a browser writes it between tags.</summary>
    public static string Shown(string text) => VisibleText.Of(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    // Without quotes and blanks, so that it runs in attributes of every kind.
    private static string Mark(int attack) => $"document.documentElement.dataset.ran{attack}=1";
}
