namespace Halo.NUnitConsole;

/// <summary>When a test is named on the console.</summary>
internal enum LabelMode
{
    /// <summary>Never; what tests write is not shown either.</summary>
    Off = 0,

    /// <summary>When it starts.</summary>
    Before,

    /// <summary>When it has ended, with its result.</summary>
    After,
}
