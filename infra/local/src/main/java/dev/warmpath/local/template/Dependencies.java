package dev.warmpath.local.template;

import dev.warmpath.local.template.Node.Mapping;
import dev.warmpath.local.template.Node.Scalar;
import dev.warmpath.local.template.Node.Sequence;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
        // SAM makes resources of their own from events and policies, which need the function and not the reverse.
        Stream<Node> properties = resource.properties().entries().entrySet().stream()
                .filter(property -> !property.getKey().equals("Events"))
                .map(Map.Entry::getValue);
        Stream<Node> explicit = resource.declaration().find("DependsOn").stream();
        return Stream.concat(properties.flatMap(this::references), explicit.flatMap(this::dependsOn))
                .flatMap(reference -> target(reference).stream());
    }

    private Stream<Scalar> dependsOn(Node node) {
        return node instanceof Sequence list
                ? list.items().stream().map(item -> Scalar.text(item.place(), item.asText()))
                : Stream.of(Scalar.text(node.place(), node.asText()));
    }

    private Stream<Scalar> references(Node node) {
        return switch (node) {
            case Scalar _ -> Stream.empty();
            case Sequence list -> list.items().stream().flatMap(this::references);
            case Mapping mapping ->
                mapping.function()
                        .map(function -> references(function, mapping.entries().get(function)))
                        .orElseGet(() -> mapping.entries().values().stream().flatMap(this::references));
        };
    }

    private Stream<Scalar> references(String function, Node argument) {
        return switch (function) {
            case "Ref" -> Stream.of(Scalar.text(argument.place(), argument.asText()));
            case "Fn::GetAtt" -> Stream.of(attributeOwner(argument));
            case "Fn::If" -> references(names.intrinsics().branch(argument));
            case "Fn::Sub" -> substituted(argument);
            default ->
                references(
                        argument instanceof Sequence list ? list : new Sequence(argument.place(), List.of(argument)));
        };
    }

    private static Scalar attributeOwner(Node argument) {
        String text =
                argument instanceof Sequence list ? list.items().getFirst().asText() : argument.asText();
        return Scalar.text(argument.place(), text.split("\\.")[0]);
    }

    private Stream<Scalar> substituted(Node argument) {
        Node template = argument instanceof Sequence list ? list.items().getFirst() : argument;
        Mapping variables = argument instanceof Sequence list && list.items().size() == 2
                ? list.items().get(1).asMapping()
                : Mapping.empty(argument.place());
        Stream<Scalar> inText = Substitution.PLACEHOLDER
                .matcher(template.asText())
                .results()
                .map(found -> found.group(1).strip())
                .filter(name -> !name.startsWith("!") && variables.find(name).isEmpty())
                .map(name -> Scalar.text(template.place(), name));
        return Stream.concat(inText, variables.entries().values().stream().flatMap(this::references));
    }

    private Optional<Resource> target(Scalar reference) {
        String name = reference.text();
        if (parameters.knows(name)) {
            return Optional.empty();
        }
        Resource resource = resources
                .find(name.split("\\.")[0])
                .or(() -> names.owner(name))
                .orElseThrow(() -> ResourceNames.unknown(name, reference.place()));
        return Optional.of(names.active(resource, reference.place()));
    }
}
