using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Halo.Unit.Architecture;

/// <summary>One type that uses another of the same assembly, each with the folder of its source file.</summary>
internal readonly record struct TypeUse(string FromFolder, string From, string ToFolder, string To);

/// <summary>
/// Reads from a compiled assembly and its symbols in which folder each type lies and which other types it uses.
/// Constants and <c>nameof</c> leave no trace in the assembly, so that uses of them alone are not seen.
/// </summary>
internal sealed class AssemblyFolders : IDisposable
{
    private static readonly Guid TypeDefinitionDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    private readonly PEReader _image;
    private readonly MetadataReaderProvider _symbolsProvider;
    private readonly MetadataReader _metadata;
    private readonly MetadataReader _symbols;
    private readonly string _sourceRoot;

    public AssemblyFolders(string path)
    {
        _image = new PEReader(File.OpenRead(path));
        _metadata = _image.GetMetadataReader();
        _sourceRoot = Path.GetFileNameWithoutExtension(path) == "halo" ? "/src/Halo.Cli/" : $"/src/{Path.GetFileNameWithoutExtension(path)}/";
        _symbolsProvider = _image.TryOpenAssociatedPortablePdb(path, file => File.Exists(file) ? File.OpenRead(file) : null, out var provider, out _) && provider is not null
            ? provider
            : throw new InvalidOperationException($"'{path}' has no portable symbols.");
        _symbols = _symbolsProvider.GetMetadataReader();
    }

    /// <summary>The folder of every type that is written in the project; nested types belong to their outermost one.</summary>
    public IReadOnlyDictionary<string, string> Folders() =>
        _metadata.TypeDefinitions.Where(type => Outermost(type) == type && FolderOf(type) is not null).ToDictionary(Name, type => FolderOf(type)!);

    /// <summary>Every use of one type by another.</summary>
    public IReadOnlySet<TypeUse> Uses()
    {
        var folders = _metadata.TypeDefinitions.Where(type => Outermost(type) == type).ToDictionary(type => type, FolderOf);
        var uses = new HashSet<TypeUse>();
        foreach (var type in _metadata.TypeDefinitions)
        {
            var from = Outermost(type);
            if (folders[from] is not { } fromFolder) continue;
            foreach (var used in UsedBy(type).Select(Outermost))
            {
                if (used != from && folders[used] is { } toFolder) uses.Add(new TypeUse(fromFolder, Name(from), toFolder, Name(used)));
            }
        }

        return uses;
    }

    public void Dispose()
    {
        _symbolsProvider.Dispose();
        _image.Dispose();
    }

    private HashSet<TypeDefinitionHandle> UsedBy(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        var collector = new TypeCollector(_metadata);
        if (!type.BaseType.IsNil) collector.Add(type.BaseType);
        foreach (var implemented in type.GetInterfaceImplementations()) collector.Add(_metadata.GetInterfaceImplementation(implemented).Interface);
        foreach (var parameter in type.GetGenericParameters()) AddConstraints(parameter, collector);
        foreach (var field in type.GetFields()) collector.Add(_metadata.GetFieldDefinition(field));
        foreach (var property in type.GetProperties()) _metadata.GetPropertyDefinition(property).DecodeSignature(collector, 0);
        foreach (var declared in type.GetMethods())
        {
            var method = _metadata.GetMethodDefinition(declared);
            collector.Add(method);
            foreach (var parameter in method.GetGenericParameters()) AddConstraints(parameter, collector);
            if (method.RelativeVirtualAddress == 0) continue;
            var body = _image.GetMethodBody(method.RelativeVirtualAddress);
            if (!body.LocalSignature.IsNil) collector.Add(body.LocalSignature);
            foreach (var region in body.ExceptionRegions) if (!region.CatchType.IsNil) collector.Add(region.CatchType);
            foreach (var reference in IlReader.References(body.GetILReader())) collector.Add(reference);
        }

        return collector.Found;
    }

    private void AddConstraints(GenericParameterHandle parameter, TypeCollector collector)
    {
        foreach (var constraint in _metadata.GetGenericParameter(parameter).GetConstraints()) collector.Add(_metadata.GetGenericParameterConstraint(constraint).Type);
    }

    // The whole path within the project; its root is the empty folder; generated code and the compiler's own types have none.
    private string? FolderOf(TypeDefinitionHandle type)
    {
        foreach (var document in DocumentsOf(type))
        {
            var path = _symbols.GetString(_symbols.GetDocument(document).Name).Replace('\\', '/');
            var at = path.LastIndexOf(_sourceRoot, StringComparison.Ordinal);
            if (at < 0) continue;
            var parts = path[(at + _sourceRoot.Length)..].Split('/');
            if (parts[0] is not ("obj" or "bin")) return string.Join('/', parts[..^1]);
        }

        return null;
    }

    private IEnumerable<DocumentHandle> DocumentsOf(TypeDefinitionHandle type)
    {
        foreach (var handle in _symbols.GetCustomDebugInformation(type))
        {
            var information = _symbols.GetCustomDebugInformation(handle);
            if (_symbols.GetGuid(information.Kind) != TypeDefinitionDocuments) continue;
            var blob = _symbols.GetBlobReader(information.Value);
            while (blob.RemainingBytes > 0) yield return MetadataTokens.DocumentHandle(blob.ReadCompressedInteger());
        }

        foreach (var method in _metadata.GetTypeDefinition(type).GetMethods())
        {
            var debug = _symbols.GetMethodDebugInformation(method.ToDebugInformationHandle());
            if (!debug.Document.IsNil) yield return debug.Document;
            foreach (var point in debug.GetSequencePoints()) yield return point.Document;
        }
    }

    private TypeDefinitionHandle Outermost(TypeDefinitionHandle type)
    {
        for (var outer = _metadata.GetTypeDefinition(type).GetDeclaringType(); !outer.IsNil; outer = _metadata.GetTypeDefinition(type).GetDeclaringType()) type = outer;
        return type;
    }

    private string Name(TypeDefinitionHandle type) => _metadata.GetString(_metadata.GetTypeDefinition(type).Name);
}
