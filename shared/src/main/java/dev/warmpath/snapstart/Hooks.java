package dev.warmpath.snapstart;

import java.util.ArrayList;
import java.util.List;
import org.crac.Context;
import org.crac.Resource;

/** One resource with all actions, since the context runs resources before a checkpoint in reverse order. */
final class Hooks implements Resource {
    private final List<Runnable> beforeCheckpoint = new ArrayList<>();
    private final List<Runnable> afterRestore = new ArrayList<>();

    void addBeforeCheckpoint(Runnable action) {
        beforeCheckpoint.add(action);
    }

    void addAfterRestore(Runnable action) {
        afterRestore.add(action);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        beforeCheckpoint.forEach(Runnable::run);
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        afterRestore.forEach(Runnable::run);
    }
}
