package dev.warmpath.local.template;

import dev.warmpath.local.filter.EventFilter;
import dev.warmpath.local.filter.InvalidPatternException;
import java.util.List;

/** Reads the {@code FilterCriteria} of an event source mapping. */
final class FilterCriteria {
    private FilterCriteria() {}

    static EventFilter read(Properties event) {
        Properties criteria = event.child("FilterCriteria");
        List<String> patterns = criteria.node("Filters").map(Node::asItems).orElse(List.of()).stream()
                .map(filter -> Properties.of(filter).requiredText("Pattern"))
                .toList();
        try {
            return EventFilter.of(patterns);
        } catch (InvalidPatternException e) {
            throw criteria.at("Filters").error(e.getMessage());
        }
    }
}
