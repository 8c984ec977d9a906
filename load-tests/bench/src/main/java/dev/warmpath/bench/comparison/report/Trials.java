package dev.warmpath.bench.comparison.report;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What was done several times on both sides.
 *
 * @param <T> itself
 */
interface Trials<T extends Trials<T>> {
    /** Each time by itself. */
    List<T> single();

    /** As many times as there are, drawn from them with replacement. */
    T resampled(RandomGenerator random);

    static <E> List<E> resample(List<E> elements, RandomGenerator random) {
        List<E> drawn = new ArrayList<>();
        for (int draw = 0; draw < elements.size(); draw++) {
            drawn.add(elements.get(random.nextInt(elements.size())));
        }
        return drawn;
    }

    /** The nth of each list together, as often as the shortest list has one. */
    static <E> List<List<E>> columns(List<List<E>> lists) {
        int shortest = lists.stream().mapToInt(List::size).min().orElse(0);
        return IntStream.range(0, shortest)
                .mapToObj(at -> lists.stream().map(list -> list.get(at)).toList())
                .toList();
    }
}
