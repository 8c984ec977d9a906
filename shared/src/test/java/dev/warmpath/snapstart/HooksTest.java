package dev.warmpath.snapstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HooksTest {
    private final Hooks hooks = new Hooks();
    private final List<String> done = new ArrayList<>();

    @Test
    void actionsRunInTheOrderInWhichTheyWereAdded() {
        hooks.addBeforeCheckpoint(() -> done.add("prime"));
        hooks.addAfterRestore(() -> done.add("clear"));
        hooks.addBeforeCheckpoint(() -> done.add("close"));
        hooks.addAfterRestore(() -> done.add("connect"));

        hooks.beforeCheckpoint(null);
        assertThat(done).containsExactly("prime", "close");
        hooks.afterRestore(null);
        assertThat(done).containsExactly("prime", "close", "clear", "connect");
    }

    @Test
    void everyRestoreRunsTheActionsAnew() {
        hooks.addAfterRestore(() -> done.add("clear"));

        hooks.afterRestore(null);
        hooks.afterRestore(null);

        assertThat(done).hasSize(2);
    }

    @Test
    void aFailingActionFailsTheCheckpoint() {
        IllegalStateException failure = new IllegalStateException("not primed");
        hooks.addBeforeCheckpoint(() -> {
            throw failure;
        });

        assertThatThrownBy(() -> hooks.beforeCheckpoint(null)).isSameAs(failure);
    }
}
