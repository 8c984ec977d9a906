package dev.warmpath.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an entry is written wherever it leaves memory: a line {@code C1 <version> <form of the codec> <V or N>}, where V is a
 * value and N says that there is none, and then the value's bytes.
 *
 * <p>The version has as many digits as the largest one, so that versions compare as text, too.
 */
final class WrittenForm<V> {
    private static final Pattern HEAD_PATTERN = Pattern.compile("C1 (\\d{19}) ([!-~]{1,64}) ([VN])\n");
    private static final int DIGITS = 19;
    private static final int LONGEST_HEAD = 3 + 20 + 65 + 2;

    private final Codec<V> codec;

    /** @throws IllegalArgumentException if the name of the codec's form does not fit into the line */
    WrittenForm(Codec<V> codec) {
        if (!codec.form().matches("[!-~]{1,64}")) {
            throw new IllegalArgumentException("The form '" + codec.form()
                    + "' of a codec does not fit, expected 1 to 64 ASCII characters without blanks, such as user-1");
        }
        this.codec = codec;
    }

    String form() {
        return codec.form();
    }

    /** A version as it stands in the line. */
    static String digits(long version) {
        String digits = Long.toString(version);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    byte[] write(Entry<V> entry) {
        byte[] payload = entry.value().map(codec::write).orElse(new byte[0]);
        String kind = entry.value().isPresent() ? "V" : "N";
        String line = String.join(" ", "C1", digits(entry.version()), codec.form(), kind) + "\n";
        byte[] head = line.getBytes(StandardCharsets.US_ASCII);
        byte[] written = Arrays.copyOf(head, head.length + payload.length);
        System.arraycopy(payload, 0, written, head.length, payload.length);
        return written;
    }

    /** The entry; empty if it is written in another form, or is none at all. */
    Optional<Entry<V>> read(byte[] written) {
        return head(written).filter(head -> head.form().equals(codec.form())).flatMap(head -> entry(head, written));
    }

    /** Whether what is written already keeps an entry from taking its place: a newer one, or in this form one as new. */
    boolean outranks(byte[] written, Entry<V> entry) {
        return head(written)
                .filter(head -> head.version() > entry.version()
                        || head.version() == entry.version() && head.form().equals(codec.form()))
                .isPresent();
    }

    private static Optional<Head> head(byte[] written) {
        String start = new String(written, 0, Math.min(written.length, LONGEST_HEAD), StandardCharsets.ISO_8859_1);
        Matcher found = HEAD_PATTERN.matcher(start);
        return found.lookingAt() ? Head.of(found) : Optional.empty();
    }

    private Optional<Entry<V>> entry(Head head, byte[] written) {
        if (!head.hasValue()) {
            return Optional.of(new Entry<>(head.version(), Optional.empty()));
        }
        try {
            V value = codec.read(Arrays.copyOfRange(written, head.length(), written.length));
            return Optional.of(Entry.of(head.version(), value));
        } catch (IOException | RuntimeException e) {
            // A codec may well stumble over bytes that it did not write, and then there is no entry.
            return Optional.empty();
        }
    }

    private record Head(long version, String form, boolean hasValue, int length) {
        static Optional<Head> of(Matcher found) {
            try {
                return Optional.of(new Head(
                        Long.parseLong(found.group(1)),
                        found.group(2),
                        found.group(3).equals("V"),
                        found.end()));
            } catch (NumberFormatException tooLarge) {
                return Optional.empty();
            }
        }
    }
}
