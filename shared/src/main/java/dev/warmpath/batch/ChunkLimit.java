package dev.warmpath.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How much one request takes.
 *
 * @param elements at most, at least 1
 * @param bytes at most, by the size that {@code sizeOf} tells
 */
record ChunkLimit<E>(int elements, long bytes, ToLongFunction<E> sizeOf) {

    static <E> ChunkLimit<E> of(int elements) {
        return new ChunkLimit<>(elements, Long.MAX_VALUE, element -> 0);
    }

    /** Fills one chunk after the other, in order. An element that is too large by itself gets a chunk of its own. */
    List<List<E>> split(List<E> all) {
        List<List<E>> chunks = new ArrayList<>();
        List<E> chunk = new ArrayList<>();
        long size = 0;
        for (E element : all) {
            long more = sizeOf.applyAsLong(element);
            if (chunk.size() == elements || !chunk.isEmpty() && more > bytes - size) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                size = 0;
            }
            chunk.add(element);
            size += more;
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }
}
