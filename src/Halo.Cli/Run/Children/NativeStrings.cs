using System.Runtime.InteropServices;

namespace Halo.Cli;

/// <summary>Texts in UTF-8 as C takes them: an array of pointers that ends with null.</summary>
internal sealed class NativeStrings : IDisposable
{
    private readonly nint[] _texts;

    public NativeStrings(IReadOnlyList<string> texts)
    {
        _texts = [.. texts.Select(Marshal.StringToCoTaskMemUTF8), 0];
        Array = Marshal.AllocHGlobal(nint.Size * _texts.Length);
        Marshal.Copy(_texts, 0, Array, _texts.Length);
    }

    public nint Array { get; }

    public nint First => _texts[0];

    public void Dispose()
    {
        foreach (var text in _texts) Marshal.FreeCoTaskMem(text);
        Marshal.FreeHGlobal(Array);
    }
}
