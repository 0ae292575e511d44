namespace Halo.Results;

/// <summary>The forms in which results of performance tests can be written. Not every document has all of them.</summary>
public enum PerfReportFormat
{
    /// <summary>A table for terminals.</summary>
    Text = 0,

    /// <summary>A table in GitHub-flavored Markdown.</summary>
    Markdown,

    /// <summary>One HTML file with pictures of the histories.</summary>
    Html,

    /// <summary>JUnit XML, with marks for attempts before a pass.</summary>
    Junit,

    /// <summary>For programs.</summary>
    Json,
}
