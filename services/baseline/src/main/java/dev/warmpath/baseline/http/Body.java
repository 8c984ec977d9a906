package dev.warmpath.baseline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

public final class Body {
    private static final int MAX_BYTES = 1024 * 1024;
    private static final int MAX_DEPTH = 8;
    private static final int MOST_FAULTS = 50;
    private static final int LONGEST_POINTER = 200;

    private final JsonNode node;
    private final String pointer;
    private final List<Fault> faults;
    private final List<String> known = new ArrayList<>();

    private Body(JsonNode node, String pointer, List<Fault> faults) {
        this.node = node;
        this.pointer = pointer;
        this.faults = faults;
    }

    public static Body of(ApiRequest request) {
        byte[] bytes = request.body();
        if (bytes.length > MAX_BYTES) {
            throw new ApiException(413, "Content Too Large", "The body must not be larger than 1 MiB.");
        }
        requireJson(request.header("content-type").orElse(""));
        Body body = new Body(parse(bytes), "", new ArrayList<>());
        body.requireShallow(body.node, "", 0);
        body.verifyFaults();
        return body;
    }

    private static void requireJson(String contentType) {
        Pattern json = Pattern.compile(
                "application/(?:[a-z0-9.+-]+\\+)?json\\s*(?:;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?",
                Pattern.CASE_INSENSITIVE);
        if (!json.matcher(contentType.strip()).matches()) {
            throw new ApiException(
                    415, "Unsupported Media Type", "The body must be sent as content-type: application/json.");
        }
    }

    private static JsonNode parse(byte[] bytes) {
        ObjectMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        try {
            JsonNode node = mapper.readTree(bytes);
            if (!node.isObject()) {
                throw ApiException.faultyBody(List.of(new Fault("", "must be a JSON object")));
            }
            return node;
        } catch (JsonProcessingException e) {
            throw ApiException.faultyBody(List.of(new Fault("", "must be well-formed JSON in UTF-8")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void requireShallow(JsonNode value, String at, int depth) {
        if (!value.isContainerNode()) {
            return;
        }
        if (depth >= MAX_DEPTH) {
            fault(at, "must not be nested deeper than " + MAX_DEPTH + " levels");
            return;
        }
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> requireShallow(field.getValue(), at + escaped(field.getKey()), depth + 1));
        } else {
            for (int i = 0; i < value.size(); i++) {
                requireShallow(value.get(i), at + "/" + i, depth + 1);
            }
        }
    }

    public boolean has(String field) {
        return node.has(field);
    }

    public String required(String field, Function<String, Optional<String>> rule) {
        if (!has(field)) {
            fault(at(field), "is missing");
        }
        return optional(field, rule).orElse("");
    }

    public Optional<String> optional(String field, Function<String, Optional<String>> rule) {
        known.add(field);
        return has(field) ? Optional.of(text(node.get(field), at(field), rule)) : Optional.empty();
    }

    public Optional<String> replacement(String field, Function<String, Optional<String>> rule) {
        if (node.hasNonNull(field) || !has(field)) {
            return optional(field, rule);
        }
        known.add(field);
        fault(at(field), "is required, and null would remove it");
        return Optional.of("");
    }

    private String text(JsonNode value, String at, Function<String, Optional<String>> rule) {
        if (!value.isTextual()) {
            fault(at, "must be a string");
            return "";
        }
        rule.apply(value.asText()).ifPresent(detail -> fault(at, detail));
        return value.asText();
    }

    public long integer(String field, long least, long most) {
        known.add(field);
        JsonNode value = node.get(field);
        if (value == null) {
            fault(at(field), "is missing");
            return 0;
        }
        boolean fits = value.isIntegralNumber()
                && value.canConvertToLong()
                && value.asLong() >= least
                && value.asLong() <= most;
        if (!fits) {
            fault(at(field), "must be a whole number from " + least + " to " + most);
        }
        return value.asLong();
    }

    public List<String> texts(String field, int most, Function<String, Optional<String>> rule) {
        List<String> texts = new ArrayList<>();
        List<JsonNode> elements = elements(field, most);
        for (int i = 0; i < elements.size(); i++) {
            texts.add(text(elements.get(i), at(field) + "/" + i, rule));
        }
        return texts;
    }

    public <T> List<T> objects(String field, int most, Function<Body, T> shape) {
        List<T> objects = new ArrayList<>();
        List<JsonNode> elements = elements(field, most);
        for (int i = 0; i < elements.size(); i++) {
            String at = at(field) + "/" + i;
            if (elements.get(i).isObject()) {
                Body object = new Body(elements.get(i), at, faults);
                objects.add(shape.apply(object));
                object.refuseUnknown();
            } else {
                fault(at, "must be a JSON object");
            }
        }
        return objects;
    }

    private List<JsonNode> elements(String field, int most) {
        known.add(field);
        JsonNode array = node.get(field);
        List<JsonNode> elements = new ArrayList<>();
        if (array == null) {
            fault(at(field), "is missing");
        } else if (!array.isArray() || array.isEmpty() || array.size() > most) {
            fault(at(field), "must be an array of 1 to " + most + " elements");
        } else {
            array.forEach(elements::add);
        }
        return elements;
    }

    private void fault(String at, String detail) {
        if (faults.size() < MOST_FAULTS) {
            String shortened = at.length() <= LONGEST_POINTER ? at : at.substring(0, LONGEST_POINTER) + "…";
            faults.add(new Fault(shortened, detail));
        }
    }

    private String at(String field) {
        return pointer + escaped(field);
    }

    private static String escaped(String field) {
        return "/" + field.replace("~", "~0").replace("/", "~1");
    }

    public static Function<String, Optional<String>> distinct(Function<String, Optional<String>> rule) {
        List<String> before = new ArrayList<>();
        return text -> {
            if (before.contains(text)) {
                return Optional.of("must be given once only");
            }
            before.add(text);
            return rule.apply(text);
        };
    }

    public void verify() {
        refuseUnknown();
        verifyFaults();
    }

    private void verifyFaults() {
        if (!faults.isEmpty()) {
            throw ApiException.faultyBody(faults);
        }
    }

    private void refuseUnknown() {
        Iterator<String> names = node.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!known.contains(name)) {
                fault(at(name), "is not a known field");
            }
        }
    }
}
