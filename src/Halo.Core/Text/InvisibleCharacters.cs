using System.Globalization;
using System.Text;

namespace Halo.Core;

/// <summary>Characters that are not seen between others.</summary>
internal static class InvisibleCharacters
{
    /// <summary>Format characters, letters and marks that are drawn as nothing, and variation selectors.</summary>
    public static bool Contains(Rune character) =>
        Rune.GetUnicodeCategory(character) == UnicodeCategory.Format || IsVariationSelector(character) || character.Value is
            0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2065 or 0x2800 or 0x3164 or 0xFFA0
            or (>= 0xE0000 and <= 0xE0FFF);

    /// <summary>Variation selectors for any character, which choose between forms of the one before them, such as emoji and text.</summary>
    public static bool IsVariationSelector(Rune character) => character.Value is >= 0xFE00 and <= 0xFE0F;
}
