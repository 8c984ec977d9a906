package dev.warmpath.local.contract;

import dev.warmpath.local.contract.Document.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Compares an answer with what is declared for its status. */
record AnswerCheck(Part declared, Exchange exchange) {
    private static final JsonMapper JSON = new JsonMapper();

    /** What the gateway and HTTP itself add to any answer; OpenAPI states the content type elsewhere. */
    private static final Set<String> ANYWHERE =
            Set.of("apigw-requestid", "connection", "content-length", "content-type", "date", "transfer-encoding");

    List<String> faults() {
        List<String> faults = new ArrayList<>(headerFaults());
        faults.addAll(declared.find("content").map(this::contentFaults).orElseGet(this::emptinessFaults));
        return faults;
    }

    private List<String> headerFaults() {
        Map<String, Part> known = declared.find("headers").stream()
                .flatMap(headers -> headers.names().map(name -> Map.entry(name, headers.get(name))))
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT), header -> header.getValue()));
        List<String> faults = new ArrayList<>();
        known.forEach((name, header) -> faults.addAll(headerFaults(name, header)));
        exchange.headers().map().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !known.containsKey(name) && !ANYWHERE.contains(name))
                .forEach(name -> faults.add("header " + name + " is not declared"));
        return faults;
    }

    private List<String> headerFaults(String name, Part header) {
        Optional<String> value = exchange.headers().firstValue(name);
        boolean required = header.find("required").isPresent();
        if (value.isEmpty()) {
            return required ? List.of("header " + name + " is missing") : List.of();
        }
        return header.get("schema").faultsOf(StringNode.valueOf(value.get())).stream()
                .map(fault -> "header " + name + fault)
                .toList();
    }

    private List<String> contentFaults(Part content) {
        String type = Exchange.mediaType(exchange.headers());
        return content.find(type)
                .map(media -> bodyFaults(media.get("schema"), exchange.body()))
                .orElseGet(() -> List.of("content type is \"%s\", declared is one of %s"
                        .formatted(type, content.names().toList())));
    }

    private List<String> emptinessFaults() {
        return exchange.body().isEmpty() ? List.of() : List.of("there is a body, declared is none");
    }

    static List<String> bodyFaults(Part schema, String body) {
        try {
            return schema.faultsOf(JSON.readTree(body)).stream()
                    .map(fault -> "body" + fault)
                    .toList();
        } catch (JacksonException e) {
            return List.of("body is no JSON: " + e.getOriginalMessage());
        }
    }
}
