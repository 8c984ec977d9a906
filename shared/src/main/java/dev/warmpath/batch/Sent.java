package dev.warmpath.batch;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of elements that were sent.
 *
 * @param left those that are not done and should be sent again
 */
record Sent<E, A>(List<A> answers, List<E> left) {

    static <E, A> Sent<E, A> nothingOf(List<E> elements) {
        return new Sent<>(List.of(), elements);
    }

    static <E, A> Sent<E, A> together(List<Sent<E, A>> parts) {
        List<A> answers = new ArrayList<>();
        List<E> left = new ArrayList<>();
        for (Sent<E, A> part : parts) {
            answers.addAll(part.answers);
            left.addAll(part.left);
        }
        return new Sent<>(answers, left);
    }
}
