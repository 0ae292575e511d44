namespace Halo.Results;

/// <summary>The looks of the HTML report, by day and by night.</summary>
internal static class HtmlStyle
{
    public const string Text =
        """
        :root { color-scheme: light dark; --ground: #f6f7f9; --paper: #fff; --ink: #1c2430; --quiet: #667085; --line: #e4e7ec; --good: #12805c; --warn: #b25e09; --bad: #c4292e; --link: #3b6fd4; }
        @media (prefers-color-scheme: dark) { :root { --ground: #12161c; --paper: #1a2029; --ink: #e6eaf0; --quiet: #98a2b3; --line: #2c3440; --good: #4cc38a; --warn: #f1a10d; --bad: #ff6b6e; --link: #7aa7ff; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 2rem 1.5rem; max-width: 100rem; background: var(--ground); color: var(--ink); font: 14px/1.45 system-ui, sans-serif; }
        header { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: baseline; justify-content: space-between; }
        h1 { margin: 0; font-size: 1.5rem; }
        header p, footer { margin: 0; color: var(--quiet); }
        footer { margin-top: 1rem; }
        .cards { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.25rem 0; }
        .card { min-width: 7rem; padding: .6rem 1rem; border: 1px solid var(--line); border-radius: .6rem; background: var(--paper); color: var(--quiet); }
        .card b { display: block; font-size: 1.6rem; line-height: 1.2; }
        .card.none b { opacity: .35; }
        .card.good b, .badge.good { color: var(--good); }
        .card.warn b, .badge.warn { color: var(--warn); }
        .card.bad b, .badge.bad, .due { color: var(--bad); }
        .scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .6rem; background: var(--paper); }
        table { width: 100%; border-collapse: collapse; }
        th { padding: .55rem; border-bottom: 1px solid var(--line); color: var(--quiet); font-weight: 600; text-align: left; white-space: nowrap; }
        th:nth-child(n+3):nth-child(-n+9) { text-align: right; }
        td { padding: .5rem .55rem; border-top: 1px solid var(--line); vertical-align: top; }
        tbody tr:first-child td { border-top: 0; }
        tbody tr:hover { background: color-mix(in srgb, var(--link) 7%, transparent); }
        .test { min-width: 14rem; overflow-wrap: anywhere; font-weight: 600; }
        .test small { display: block; color: var(--quiet); font-weight: 400; }
        .figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .change { color: var(--quiet); }
        .badge { padding: .1rem .5rem; border: 1px solid currentColor; border-radius: 1rem; font-size: .85em; white-space: nowrap; }
        .bar { display: inline-block; width: 3.5rem; height: .45rem; margin-right: .5rem; border-radius: .3rem; background: var(--line); overflow: hidden; }
        .bar i { display: block; height: 100%; background: var(--good); }
        .bar.warn i { background: var(--warn); }
        .bar.bad i { background: var(--bad); }
        .spark { width: 120px; height: 28px; }
        .spark polyline { fill: none; stroke: var(--link); stroke-width: 1.5; stroke-linejoin: round; }
        .spark circle { fill: var(--link); }
        .spark .mark { stroke: var(--bad); stroke-dasharray: 2 2; }
        details { margin-top: .25rem; color: var(--quiet); font-weight: 400; }
        summary { cursor: pointer; }
        ol { margin: .25rem 0 0; padding-left: 1.25rem; }
        """;
}
