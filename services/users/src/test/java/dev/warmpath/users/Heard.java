package dev.warmpath.users;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it hears of writes. */
record Heard(List<User> written, List<String> deleted, List<Long> tombstones) implements WriteListener {
    Heard() {
        this(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
    }

    @Override
    public void written(Collection<User> users) {
        written.addAll(users);
    }

    @Override
    public void deleted(String userId, long version) {
        deleted.add(userId);
        tombstones.add(version);
    }
}
