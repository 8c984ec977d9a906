package dev.warmpath.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A JSON object from an untrusted caller, of which every fault is named at once.
 *
 * <p>Ask for each field, then call {@link #verify()} before using any value: until then the empty string, or the smallest
 * number, stands for a faulty one. Fields that were not asked for are faults. At most {@value Faults#MOST_FAULTS} faults are kept.
 */
public final class JsonObject {
    private final Map<String, Object> fields;
    private final Faults faults;
    private final Set<String> known = new HashSet<>();

    private JsonObject(Map<String, Object> fields, Faults faults) {
        this.fields = fields;
        this.faults = faults;
    }

    /**
     * Reads one object; duplicate fields and values nested too deeply are kept as faults for {@link #verify()}.
     *
     * @param maxDepth levels of objects and arrays that are allowed; 1 is a flat object
     * @throws InvalidJson if it is malformed, or not an object
     */
    public static JsonObject read(byte[] json, int maxDepth) throws InvalidJson {
        Faults faults = new Faults();
        Object document = parse(json, maxDepth, faults);
        if (!(document instanceof Map)) {
            faults.add("", "must be a JSON object");
            faults.verify();
        }
        return new JsonObject(Json.fields(document), faults);
    }

    private static Object parse(byte[] json, int maxDepth, Faults faults) throws InvalidJson {
        try (JsonParser parser = Json.parser(json)) {
            return new TreeReader(parser, maxDepth, faults).document();
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            String where = place == null ? "" : ": line " + place.getLineNr() + ", column " + place.getColumnNr();
            throw malformed(faults, where);
        } catch (IOException e) {
            throw malformed(faults, "");
        }
    }

    private static InvalidJson malformed(Faults faults, String where) {
        faults.add("", "must be well-formed JSON in UTF-8" + where);
        return faults.invalid();
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** The text of a field that must be there. */
    public String required(String field, TextRule rule) {
        if (!has(field)) {
            faults.addField(field, "is missing");
        }
        return optional(field, rule).orElse("");
    }

    /** The text of a field, if it is there. */
    public Optional<String> optional(String field, TextRule rule) {
        known.add(field);
        if (!has(field)) {
            return Optional.empty();
        }
        return Optional.of(text(fields.get(field), rule, faults.of(field)));
    }

    private static String text(Object value, TextRule rule, Faults faults) {
        if (!(value instanceof String text)) {
            faults.add("", "must be a string");
            return "";
        }
        rule.faultOf(text).ifPresent(detail -> faults.add("", detail));
        return text;
    }

    /**
     * The number of a field that must be there: written as an integer, without fraction and exponent.
     *
     * @param min the smallest that is right
     * @param max the greatest that is right
     */
    public long requiredInteger(String field, long min, long max) {
        known.add(field);
        Object value = fields.get(field);
        if (!has(field)) {
            faults.addField(field, "is missing");
        } else if (!isWithin(value, min, max)) {
            faults.addField(field, "must be an integer from " + min + " to " + max);
        } else {
            return ((Number) value).longValue();
        }
        return min;
    }

    private static boolean isWithin(Object value, long min, long max) {
        return (value instanceof Integer || value instanceof Long)
                && ((Number) value).longValue() >= min
                && ((Number) value).longValue() <= max;
    }

    /** The texts of a field that must be an array of 1 to {@code most} strings. */
    public List<String> requiredTexts(String field, int most, TextRule rule) {
        List<String> texts = new ArrayList<>();
        readElements(field, most, (element, at) -> texts.add(text(element, rule, at)));
        return texts;
    }

    /**
     * What a field holds that must be an array of 1 to {@code most} objects.
     *
     * @param shape reads one of them; the faults found so are those of this object, which alone is to be verified
     */
    public <T> List<T> requiredObjects(String field, int most, Function<JsonObject, T> shape) {
        List<T> objects = new ArrayList<>();
        readElements(field, most, (element, at) -> {
            if (element instanceof Map) {
                JsonObject object = new JsonObject(Json.fields(element), at);
                objects.add(shape.apply(object));
                object.refuseUnknown();
            } else {
                at.add("", "must be a JSON object");
            }
        });
        return objects;
    }

    private void readElements(String field, int most, BiConsumer<Object, Faults> reader) {
        known.add(field);
        if (!has(field)) {
            faults.addField(field, "is missing");
        } else if (fields.get(field) instanceof List<?> elements && !elements.isEmpty() && elements.size() <= most) {
            for (int i = 0; i < elements.size(); i++) {
                reader.accept(elements.get(i), faults.of(field).of(Integer.toString(i)));
            }
        } else {
            faults.addField(field, "must be an array of 1 to " + most + " elements");
        }
    }

    /** The text that a merge patch (RFC 7396) gives a field that cannot be removed, if it names the field. */
    public Optional<String> replacement(String field, TextRule rule) {
        if (has(field) && fields.get(field) == null) {
            known.add(field);
            faults.addField(field, "is required, and null would remove it");
            return Optional.of("");
        }
        return optional(field, rule);
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidJson with all faults found, if there are any
     */
    public void verify() throws InvalidJson {
        refuseUnknown();
        faults.verify();
    }

    private void refuseUnknown() {
        for (String field : fields.keySet()) {
            if (!known.contains(field)) {
                faults.addField(field, "is not a known field");
            }
        }
    }
}
