package dev.warmpath.telemetry;

/** A part of an invocation that is being timed; closing it ends it. Nothing personal may be noted in it. */
public interface Subsegment extends AutoCloseable {
    /** Does nothing, for invocations that are not sampled. */
    Subsegment NONE = new Subsegment() {
        @Override
        public void annotate(String name, String value) {}

        @Override
        public void metadata(String name, Object value) {}

        @Override
        public void exception(Throwable thrown) {}

        @Override
        public void close() {}
    };

    /** Notes a value by which traces can be searched; X-Ray takes names of letters, digits and underscores. */
    void annotate(String name, String value);

    /** Notes a value that is only shown with the trace. */
    void metadata(String name, Object value);

    /** Marks the subsegment as failed. */
    void exception(Throwable thrown);

    @Override
    void close();
}
