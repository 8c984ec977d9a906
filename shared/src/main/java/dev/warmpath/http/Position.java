package dev.warmpath.http;

/**
 * How far one part of a list has been answered.
 *
 * @param key of the last item answered, in a form that the list chooses; empty unless progress is {@code AFTER}
 */
public record Position(Progress progress, String key) {
    public static final Position START = new Position(Progress.START, "");
    public static final Position END = new Position(Progress.END, "");

    /** Where in its part a position stands. */
    public enum Progress {
        /** Nothing of the part was answered. */
        START,
        /** Everything up to an item was answered, that item included. */
        AFTER,
        /** The whole part was answered. */
        END
    }

    public static Position after(String key) {
        return new Position(Progress.AFTER, key);
    }
}
