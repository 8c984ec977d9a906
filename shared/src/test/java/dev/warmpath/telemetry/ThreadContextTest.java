package dev.warmpath.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ThreadContextTest {
    private final ThreadContext context = new ThreadContext();

    @Test
    void entriesArePutReadRemovedAndCleared() {
        context.put("a", "1");
        context.put("b", null);
        assertThat(context.get("a")).isEqualTo("1");
        assertThat(context.getCopyOfContextMap()).containsEntry("b", null);
        context.remove("a");
        assertThat(context.get("a")).isNull();
        context.clear();
        assertThat(context.getCopyOfContextMap()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> context.put(null, "1"));
    }

    @Test
    void aCopyIsNotTheContextItself() {
        context.setContextMap(Map.of("a", "1"));
        context.getCopyOfContextMap().put("b", "2");
        assertThat(context.getCopyOfContextMap()).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void anotherThreadInheritsNothing() throws InterruptedException {
        context.put("a", "1");
        AtomicReference<Map<String, String>> seen = new AtomicReference<>();
        Thread thread = Thread.ofPlatform().start(() -> seen.set(context.getCopyOfContextMap()));
        thread.join();
        assertThat(seen.get()).isEmpty();
    }

    @Test
    void stacksAreKeptByKey() {
        context.pushByKey("a", "1");
        context.pushByKey("a", "2");
        assertThat(context.getCopyOfDequeByKey("a")).containsExactly("2", "1");
        assertThat(context.popByKey("a")).isEqualTo("2");
        context.clearDequeByKey("a");
        assertThat(context.getCopyOfDequeByKey("a")).isEmpty();
    }
}
