package dev.warmpath.json;

import java.util.ArrayList;
import java.util.List;

/** Collects faults up to a limit, since a caller could otherwise make an answer far larger than the request. */
final class Faults {
    static final int MOST_FAULTS = 50;
    private static final int LONGEST_POINTER = 200;

    private final String at;
    private final List<Fault> found;

    Faults() {
        this("", new ArrayList<>());
    }

    private Faults(String at, List<Fault> found) {
        this.at = at;
        this.found = found;
    }

    /** Those of a value inside of this one, collected with all others. */
    Faults of(String field) {
        return new Faults(at + "/" + field.replace("~", "~0").replace("/", "~1"), found);
    }

    /** @param pointer from the value whose faults these are */
    void add(String pointer, String detail) {
        if (found.size() < MOST_FAULTS) {
            found.add(new Fault(shortened(at + pointer), detail));
        }
    }

    void addField(String field, String detail) {
        of(field).add("", detail);
    }

    void verify() throws InvalidJson {
        if (!found.isEmpty()) {
            throw invalid();
        }
    }

    InvalidJson invalid() {
        return new InvalidJson(found);
    }

    private static String shortened(String pointer) {
        return pointer.length() <= LONGEST_POINTER ? pointer : pointer.substring(0, LONGEST_POINTER) + "…";
    }
}
