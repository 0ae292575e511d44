using System.Globalization;

namespace Halo.Rules;

/// <summary>Finds every fault inside one rule's condition.</summary>
public static class ConditionValidator
{
    /// <summary>The words that mean combination in a rule file, and so cannot name a tested attribute.</summary>
    private static readonly string[] ReservedNames = ["all", "any", "not"];

    /// <summary>Reports every fault of a rule's condition. O(conditions).</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="location">Where it is, for the faults.</param>
    /// <param name="faults">Where faults are reported.</param>
    public static void Validate(RoutingRule rule, SourceLocation location, DiagnosticBag faults)
    {
        if (rule.When is null)
        {
            faults.Error(DiagnosticCodes.MissingProperty, $"Rule '{rule.Id}' has no condition.", "Use When.Always for every task.", location);
        }
        else if (rule.When.Depth > Condition.MaxDepth)
        {
            faults.Error(DiagnosticCodes.InvalidCondition,
                string.Create(CultureInfo.InvariantCulture, $"Rule '{rule.Id}': its condition is {rule.When.Depth} levels deep; {Condition.MaxDepth} are allowed."),
                "Split the rule in several.", location);
        }
        else
        {
            new Walk(rule.Id, location, faults).Visit(rule.When);
        }
    }

    private readonly record struct Walk(string RuleId, SourceLocation Location, DiagnosticBag Faults)
    {
        public void Visit(Condition condition)
        {
            switch (condition)
            {
                case AllCondition all:
                    foreach (var part in all.Parts) Visit(part);
                    break;
                case AnyCondition any:
                    foreach (var part in any.Parts) Visit(part);
                    break;
                case NotCondition not:
                    Visit(not.Part);
                    break;
                case AttributeCondition test:
                    CheckName(test);
                    CheckTest(test);
                    break;
                default:
                    Fault(DiagnosticCodes.InvalidCondition, $"unknown kind of condition {condition.GetType().Name}.", "Use the conditions of Halo.Rules.");
                    break;
            }
        }

        private void CheckName(AttributeCondition test)
        {
            if (string.IsNullOrEmpty(test.Attribute))
            {
                Fault(DiagnosticCodes.InvalidCondition, "a condition tests an attribute without a name.", "Name the attribute.");
            }
            else if (Array.IndexOf(ReservedNames, test.Attribute) >= 0)
            {
                Fault(DiagnosticCodes.InvalidCondition, $"'{test.Attribute}' cannot name a tested attribute; it combines conditions in rule files.", "Rename the attribute.");
            }
            else
            {
                CheckText(test.Attribute, "an attribute's name");
            }
        }

        private void CheckTest(AttributeCondition test)
        {
            switch (test)
            {
                case EqualsCondition equals: CheckValue(test, equals.Value); break;
                case InCondition { Values.Count: 0 }:
                    Fault(DiagnosticCodes.InvalidCondition, $"'{test.Attribute}' is compared with an empty list, which nothing is in.", "List at least one value.");
                    break;
                case InCondition @in:
                    foreach (var value in @in.Values) CheckValue(test, value);
                    break;
                case RangeCondition { IsEmpty: true } range: CheckRange(range); break;
                case PrefixCondition prefix: CheckNotEmpty(test, prefix.Prefix, "prefix"); break;
                case SuffixCondition suffix: CheckNotEmpty(test, suffix.Suffix, "suffix"); break;
                case GlobCondition glob:
                    if (glob.Pattern is null) CheckNotEmpty(test, "", "glob");
                    else if (!GlobPattern.TryParse(glob.Pattern, out _, out var error)) Fault(DiagnosticCodes.InvalidPattern, $"glob '{Shorten(glob.Pattern)}' of '{test.Attribute}': {error}.", "");
                    else CheckText(glob.Pattern, $"the glob of '{test.Attribute}'");
                    break;
                case RegexCondition regex:
                    if (regex.Pattern is null) CheckNotEmpty(test, "", "regex");
                    else if (RegexPattern.FindFault(regex.Pattern) is { } fault)
                    {
                        Fault(DiagnosticCodes.InvalidPattern, $"regex '{Shorten(regex.Pattern)}' of '{test.Attribute}': {fault}", "Rules take .NET regular expressions that run without backtracking.");
                    }
                    else
                    {
                        CheckText(regex.Pattern, $"the regex of '{test.Attribute}'");
                    }

                    break;
            }
        }

        private void CheckValue(AttributeCondition test, AttributeValue value)
        {
            if (value.Kind == AttributeKind.None)
            {
                Fault(DiagnosticCodes.InvalidCondition, $"'{test.Attribute}' is compared with an absent value.", "To ask for absence write {\"exists\": false}.");
            }
            else if (value.TryGetString(out var text))
            {
                CheckText(text, $"a value of '{test.Attribute}'");
            }
        }

        private void CheckRange(RangeCondition range)
        {
            var inverted = range.Minimum > range.Maximum;
            Fault(DiagnosticCodes.EmptyRange,
                $"no number is inside '{ConditionText.Render(range)}'.",
                inverted ? "Swap the bounds." : "Widen the bounds.");
        }

        private void CheckNotEmpty(AttributeCondition test, string? text, string what)
        {
            if (string.IsNullOrEmpty(text))
            {
                Fault(DiagnosticCodes.InvalidCondition, $"the {what} of '{test.Attribute}' is empty.", "To ask only for presence write {\"exists\": true}.");
            }
            else
            {
                CheckText(text, $"the {what} of '{test.Attribute}'");
            }
        }

        private void CheckText(string text, string what)
        {
            if (!WellFormedText.IsValid(text))
            {
                Fault(DiagnosticCodes.InvalidCondition, $"{what} holds half of a surrogate pair.", "Use whole Unicode characters.");
            }
        }

        private void Fault(string code, string message, string help) => Faults.Error(code, $"Rule '{RuleId}': {message}", help, Location);

        private static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "...");
    }
}
