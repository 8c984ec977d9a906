package dev.warmpath.telemetry;

/**
 * Metrics of the current invocation, which appear in CloudWatch with the dimensions {@code Service} and
 * {@code FunctionName}.
 *
 * <p>All are written in one line at the end of the invocation, so recording costs no call. Safe from several threads.
 * Each name is a custom metric that CloudWatch bills by the month, so a name never holds an identifier.
 */
public interface Metrics {
    /**
     * Records a value; a name recorded several times in one invocation keeps each value.
     *
     * @param name 1 to 255 characters, with a letter or digit among them
     * @throws IllegalArgumentException if the name is blank or too long, or the value is not a finite number
     */
    void add(String name, double value, Unit unit);

    /** Records one occurrence. */
    default void count(String name) {
        add(name, 1, Unit.COUNT);
    }

    /**
     * Adds a field to the line of metrics that CloudWatch Logs Insights can query; it makes no metric and costs no
     * dimension, so it may hold an identifier, but nothing personal.
     */
    void property(String name, String value);

    /** The units that functions need, of those that <a
     * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html">CloudWatch</a> has. */
    enum Unit {
        COUNT("Count"),
        MILLISECONDS("Milliseconds"),
        BYTES("Bytes"),
        MEGABYTES("Megabytes"),
        PERCENT("Percent"),
        NONE("None");

        private final String text;

        Unit(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}
