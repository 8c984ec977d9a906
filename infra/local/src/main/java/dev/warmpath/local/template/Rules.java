package dev.warmpath.local.template;

import dev.warmpath.local.template.Node.Mapping;

/**
 * Checks the template's rules for parameter values.
 *
 * <p>Source: <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html">
 * Rules</a>.
 */
record Rules(Mapping declared, Conditions conditions) {
    void check() {
        declared.entries().values().stream().map(Node::asMapping).forEach(this::check);
    }

    private void check(Mapping rule) {
        boolean applies = rule.find("RuleCondition").map(conditions::test).orElse(true);
        if (applies) {
            rule.find("Assertions")
                    .orElseThrow(() -> rule.error("Assertions are missing; expected a list of them"))
                    .asItems()
                    .forEach(this::hold);
        }
    }

    private void hold(Node assertion) {
        Mapping parts = assertion.asMapping();
        Node claim = parts.find("Assert")
                .orElseThrow(() -> assertion.error("Assert is missing; expected a condition function"));
        if (!conditions.test(claim)) {
            throw assertion.error(parts.find("AssertDescription")
                    .map(Node::asText)
                    .orElse("the parameters' values break this rule; expected others"));
        }
    }
}
