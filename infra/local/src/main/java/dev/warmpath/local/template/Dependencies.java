package dev.warmpath.local.template;

import dev.warmpath.local.template.Node.Scalar;
import dev.warmpath.local.template.Node.Sequence;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/** Finds references that lead nowhere and resources that need each other, also in resources that nothing runs here. */
final class Dependencies {
    private final Resources resources;
    private final ResourceNames names;
    private final ParameterNames parameters;
    private final Set<String> done = new HashSet<>();
    private final SequencedSet<String> path = new LinkedHashSet<>();

    Dependencies(Resources resources, ResourceNames names, ParameterNames parameters) {
        this.resources = resources;
        this.names = names;
        this.parameters = parameters;
    }

    void check() {
        resources.active().forEach(this::visit);
    }

    private void visit(Resource resource) {
        if (done.contains(resource.logicalId())) {
            return;
        }
        if (!path.add(resource.logicalId())) {
            throw resource.place()
                    .error("the resource needs itself through " + String.join(" -> ", path) + " -> "
                            + resource.logicalId() + "; expected no circle");
        }
        needs(resource).forEach(this::visit);
        path.removeLast();
        done.add(resource.logicalId());
    }

    private Stream<Resource> needs(Resource resource) {
        return Stream.concat(references(resource), dependsOn(resource))
                .flatMap(reference -> target(reference).stream());
    }

    private Stream<Scalar> references(Resource resource) {
        References references = new References(names.intrinsics()::branch);
        // An event names its API, but it is the API that needs the function.
        return resource.properties().entries().entrySet().stream()
                .filter(property -> !property.getKey().equals("Events"))
                .flatMap(property -> references.in(property.getValue()));
    }

    private static Stream<Scalar> dependsOn(Resource resource) {
        Optional<Node> names = resource.declaration().find("DependsOn");
        return names.stream()
                .flatMap(node -> node instanceof Sequence list ? list.items().stream() : Stream.of(node))
                .map(node -> Scalar.text(node.place(), node.asText()));
    }

    private Optional<Resource> target(Scalar reference) {
        String name = reference.text();
        if (parameters.knows(name)) {
            return Optional.empty();
        }
        Resource resource = resources
                .find(name)
                .or(() -> names.owner(name))
                .orElseThrow(() -> ResourceNames.unknown(name, reference.place()));
        return Optional.of(names.active(resource, reference.place()));
    }
}
