package dev.warmpath.local.contract;

import dev.warmpath.local.contract.Document.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** Compares a request that the API accepted with what its operation allows: what is accepted must be declared. */
record RequestCheck(Operation operation, Exchange exchange) {

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        Map<String, String> query = exchange.query();
        for (Part parameter : operation.parameters()) {
            faults.addAll(parameterFaults(parameter, query));
        }
        operation.declaration().find("requestBody").ifPresent(body -> faults.addAll(bodyFaults(body.get("content"))));
        return faults.stream()
                .map(fault -> "the request was accepted, but its " + fault)
                .toList();
    }

    private List<String> parameterFaults(Part parameter, Map<String, String> query) {
        String name = text(parameter, "name");
        Optional<String> value = switch (text(parameter, "in")) {
            case "query" -> Optional.ofNullable(query.get(name));
            case "header" -> exchange.requestHeaders().firstValue(name);
            default -> Optional.empty();
        };
        boolean missing = value.isEmpty()
                && text(parameter, "in").equals("header")
                && parameter.find("required").isPresent();
        if (missing) {
            return List.of("header " + name + " is missing");
        }
        Part schema = parameter.get("schema");
        return value.map(sent -> schema.faultsOf(typed(sent, schema))).orElse(List.of()).stream()
                .map(fault -> "parameter " + name + fault)
                .toList();
    }

    private List<String> bodyFaults(Part content) {
        String type = Exchange.mediaType(exchange.requestHeaders());
        return content.find(type)
                .map(media -> AnswerCheck.bodyFaults(media.get("schema"), exchange.requestBody()))
                .orElseGet(() -> List.of("content type \"%s\" is not declared".formatted(type)));
    }

    /** The text of a parameter as the type that its schema names. */
    private static JsonNode typed(String text, Part schema) {
        return switch (schema.find("type")
                .map(type -> type.node().stringValue())
                .orElse("string")) {
            case "integer" ->
                text.matches("\\d{1,9}") ? IntNode.valueOf(Integer.parseInt(text)) : StringNode.valueOf(text);
            case "array" -> list(text);
            default -> StringNode.valueOf(text);
        };
    }

    private static ArrayNode list(String text) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String item : text.split(",", -1)) {
            list.add(item);
        }
        return list;
    }

    private static String text(Part part, String name) {
        return part.get(name).node().stringValue();
    }
}
