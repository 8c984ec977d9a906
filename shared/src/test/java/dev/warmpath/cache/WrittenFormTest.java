package dev.warmpath.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class WrittenFormTest {
    private final WrittenForm<String> form = new WrittenForm<>(Texts.NOW);

    @Property
    void anyValueIsReadAsWritten(@ForAll @LongRange(min = 0) long version, @ForAll byte[] bytes) {
        Entry<byte[]> entry = Entry.of(version, bytes);
        WrittenForm<byte[]> plain = new WrittenForm<>(new Bytes());

        assertThat(plain.read(plain.write(entry))).hasValueSatisfying(read -> {
            assertThat(read.version()).isEqualTo(version);
            assertThat(read.value()).hasValue(bytes);
        });
    }

    @Property
    void anyTombstoneIsReadAsWritten(@ForAll @LongRange(min = 0) long version) {
        Entry<String> entry = Entry.tombstone(version);

        assertThat(form.read(form.write(entry))).contains(entry);
    }

    @Property
    void garbageIsNoEntryAndOutranksNone(@ForAll byte[] garbage) {
        assertThat(form.read(garbage)).isEmpty();
        assertThat(form.outranks(garbage, Entry.notFound())).isFalse();
    }

    @Property
    void entryCutShortIsNoneOrHasLessOfItsValue(@ForAll @LongRange(min = 0, max = 40) long length) {
        byte[] written = form.write(Entry.of(7, "Ada"));
        byte[] cut = java.util.Arrays.copyOf(written, (int) Math.min(length, written.length));

        form.read(cut)
                .ifPresent(entry -> assertThat("Ada").startsWith(entry.value().orElseThrow()));
    }

    @Example
    void versionsBeyond63BitsAreNone() {
        byte[] written = "C1 9999999999999999999 text-2 N\n".getBytes(StandardCharsets.US_ASCII);

        assertThat(form.read(written)).isEmpty();
    }

    @Example
    void formThatDoesNotFitIntoTheLineIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WrittenForm<>(new Texts("text 2")))
                .withMessageStartingWith("The form 'text 2' of a codec does not fit");
    }

    private static final class Bytes implements Codec<byte[]> {
        @Override
        public String form() {
            return "bytes-1";
        }

        @Override
        public byte[] write(byte[] value) {
            return value;
        }

        @Override
        public byte[] read(byte[] bytes) {
            return bytes;
        }
    }
}
