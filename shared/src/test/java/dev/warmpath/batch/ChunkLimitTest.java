package dev.warmpath.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ChunkLimitTest {
    @Property
    void everyElementIsInOneChunkInItsOrder(
            @ForAll @Size(max = 200) List<@LongRange(max = 50) Long> sizes,
            @ForAll @IntRange(min = 1, max = 30) int elements,
            @ForAll @LongRange(min = 1, max = 100) long bytes) {
        List<List<Long>> chunks = new ChunkLimit<Long>(elements, bytes, size -> size).split(sizes);

        assertThat(chunks.stream().flatMap(List::stream)).containsExactlyElementsOf(sizes);
    }

    @Property
    void noChunkIsEmptyOrOverALimitThatItsElementsKeep(
            @ForAll @Size(max = 200) List<@LongRange(max = 50) Long> sizes,
            @ForAll @IntRange(min = 1, max = 30) int elements,
            @ForAll @LongRange(min = 50, max = 100) long bytes) {
        List<List<Long>> chunks = new ChunkLimit<Long>(elements, bytes, size -> size).split(sizes);

        assertThat(chunks).allSatisfy(chunk -> {
            assertThat(chunk).hasSizeBetween(1, elements);
            assertThat(chunk.stream().mapToLong(Long::longValue).sum()).isLessThanOrEqualTo(bytes);
        });
    }

    @Property
    void elementsWithoutSizeTakeTheFewestChunks(
            @ForAll @Size(max = 200) List<Integer> all, @ForAll @IntRange(min = 1, max = 30) int elements) {
        assertThat(ChunkLimit.<Integer>of(elements).split(all)).hasSize((all.size() + elements - 1) / elements);
    }

    @Test
    void anElementThatIsTooLargeByItselfGetsAChunkOfItsOwn() {
        assertThat(new ChunkLimit<Long>(9, 10, size -> size).split(List.of(1L, 11L, 9L, 1L, 1L)))
                .containsExactly(List.of(1L), List.of(11L), List.of(9L, 1L), List.of(1L));
    }
}
