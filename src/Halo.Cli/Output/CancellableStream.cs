namespace Halo.Cli;

/// <summary>Passes on what is written until the command is cancelled; then it throws, so that a long report ends at once.</summary>
internal sealed class CancellableStream(Stream inner, CancellationToken cancellationToken) : WriteOnlyStream
{
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        cancellationToken.ThrowIfCancellationRequested();
        inner.Write(buffer);
    }

    public override void Flush() => inner.Flush();
}
