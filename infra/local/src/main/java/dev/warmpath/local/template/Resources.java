package dev.warmpath.local.template;

import dev.warmpath.local.template.Node.Mapping;
import dev.warmpath.local.template.Node.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** The declared resources, and which of them their conditions leave. */
final class Resources {
    private final SequencedMap<String, Resource> declared = new LinkedHashMap<>();
    private final Conditions conditions;

    Resources(Mapping section, Globals globals, Conditions conditions) {
        this.conditions = conditions;
        section.entries().forEach((id, node) -> declared.put(id, Resource.of(id, node, globals)));
    }

    /** Those whose condition holds. */
    List<Resource> active() {
        return declared.values().stream().filter(this::isActive).toList();
    }

    List<Resource> active(String type) {
        return active().stream().filter(resource -> resource.isA(type)).toList();
    }

    /** A declared resource, whether its condition holds or not. */
    Optional<Resource> find(String logicalId) {
        return Optional.ofNullable(declared.get(logicalId));
    }

    boolean isActive(Resource resource) {
        return resource.condition()
                .map(name -> conditions.holds(Scalar.text(resource.place(), name)))
                .orElse(true);
    }
}
