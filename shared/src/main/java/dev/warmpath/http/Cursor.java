package dev.warmpath.http;

import dev.warmpath.http.Position.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where a list that is answered in pages goes on: how far each of its parts has been answered.
 *
 * <p>It is opaque to callers, and not secret. Whoever reads one back takes from it nothing but positions in parts that the
 * request itself names, so that an edited one reaches nothing new.
 *
 * @param positions by the name of the part
 */
public record Cursor(SortedMap<String, Position> positions) {
    /** Largest text form, in characters: HTTP APIs take 10,240 bytes of request line and headers ("HTTP API quotas"). */
    public static final int MAX_LENGTH = 4096;

    /** Of the written form; to be changed with each change of it. */
    private static final int FORM = 1;

    private static final Progress[] PROGRESS = Progress.values();

    public static Cursor of(Map<String, Position> positions) {
        return new Cursor(new TreeMap<>(positions));
    }

    /** Before the first page of a list with these parts. */
    public static Cursor start(Set<String> parts) {
        return of(parts.stream().collect(Collectors.toMap(part -> part, part -> Position.START)));
    }

    /** Whether there is nothing left to answer. */
    public boolean isAtEnd() {
        return positions.values().stream().allMatch(Position.END::equals);
    }

    /**
     * The text form: base64url without padding.
     *
     * @throws IllegalStateException if it had over {@value #MAX_LENGTH} characters
     */
    public String encode() {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
        if (text.length() > MAX_LENGTH) {
            throw new IllegalStateException("A cursor must not be longer than " + MAX_LENGTH + " characters");
        }
        return text;
    }

    /**
     * Reads what {@link #encode()} wrote, and nothing else.
     *
     * @throws ProblemException 400 for any other text
     */
    public static Cursor decode(String text) {
        if (text.length() > MAX_LENGTH) {
            throw malformed();
        }
        try {
            Cursor cursor = read(new DataInputStream(
                    new ByteArrayInputStream(Base64.getUrlDecoder().decode(text))));
            return requireSameText(cursor, text);
        } catch (IllegalArgumentException | IOException e) {
            throw malformed();
        }
    }

    /** The answer to a cursor that cannot have come from here. */
    public static ProblemException malformed() {
        return new ProblemException(
                Problem.badRequest("The cursor is malformed; give one exactly as a page of this list had it."));
    }

    /** One text for each cursor: no padding, no stray bits, no part twice. */
    private static Cursor requireSameText(Cursor cursor, String text) {
        if (!cursor.encode().equals(text)) {
            throw malformed();
        }
        return cursor;
    }

    private byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            for (Map.Entry<String, Position> position : positions.entrySet()) {
                out.writeUTF(position.getKey());
                write(position.getValue(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A name or key is longer than 65,535 bytes", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Position position, DataOutputStream out) throws IOException {
        out.writeByte(position.progress().ordinal());
        if (position.progress() == Progress.AFTER) {
            out.writeUTF(position.key());
        }
    }

    private static Cursor read(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != FORM) {
            throw new IOException("The cursor has another form");
        }
        SortedMap<String, Position> positions = new TreeMap<>();
        while (in.available() > 0) {
            positions.put(in.readUTF(), readPosition(in));
        }
        return new Cursor(positions);
    }

    private static Position readPosition(DataInputStream in) throws IOException {
        int progress = in.readUnsignedByte();
        if (progress >= PROGRESS.length) {
            throw new IOException("The cursor has a position of no known kind");
        }
        return new Position(PROGRESS[progress], PROGRESS[progress] == Progress.AFTER ? in.readUTF() : "");
    }
}
