package dev.warmpath.telemetry;

/**
 * The {@code X-Amzn-Trace-Id} of an invocation, as the <a
 * href="https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader">X-Ray
 * documentation</a> defines it: {@code Root=1-…;Parent=…;Sampled=1}.
 */
record TraceHeader(String traceId, String parentId, boolean sampled) {
    static final TraceHeader NONE = new TraceHeader("", "", false);

    /** Anything unreadable means: not traced. */
    static TraceHeader parse(String header) {
        if (header == null) {
            return NONE;
        }
        String root = field(header, "Root=");
        String parent = field(header, "Parent=");
        boolean complete = !root.isEmpty() && !parent.isEmpty();
        return new TraceHeader(
                root, parent, complete && field(header, "Sampled=").equals("1"));
    }

    private static String field(String header, String name) {
        int start = header.indexOf(name);
        if (start < 0) {
            return "";
        }
        int end = header.indexOf(';', start);
        return header.substring(start + name.length(), end < 0 ? header.length() : end);
    }
}
