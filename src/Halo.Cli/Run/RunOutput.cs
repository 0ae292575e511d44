namespace Halo.Cli;

/// <summary>Shows progress to whoever still reads it: that nobody does is no fault of the tasks.</summary>
internal static class RunOutput
{
    public static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (IOException)
        {
            // The reader has seen enough, and the run goes on.
        }
    }
}
