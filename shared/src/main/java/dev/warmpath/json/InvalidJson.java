package dev.warmpath.json;

import java.util.List;

/** A JSON document that is malformed, or that does not have the shape asked for. */
public final class InvalidJson extends Exception {
    private final transient List<Fault> faults;

    InvalidJson(List<Fault> faults) {
        super("The JSON document has faults at "
                + faults.stream().map(Fault::pointer).toList());
        this.faults = List.copyOf(faults);
    }

    /** All faults, at least one. */
    public List<Fault> faults() {
        return faults;
    }
}
