package dev.warmpath.users;

import static java.util.stream.Collectors.toMap;

import dev.warmpath.http.Cursor;
import dev.warmpath.http.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Merges what was read of several shards into one page.
 *
 * <p>While a change of status reaches the index, a user may stand in two shards. The newer entry is answered; the other one
 * is passed over, so that a page may be shorter than its limit although more users follow. A user whose status changes between
 * two pages may stand on both.
 */
final class NewestFirst {
    /** Of two entries of one user that stand side by side, the older first: then the page can pass over it. */
    private static final Comparator<User> ORDER = Comparator.comparing(User::createdAt)
            .reversed()
            .thenComparing(User::version)
            .thenComparing(User::userId);

    private final List<Reader> readers;
    private final Map<String, Long> newestVersions;
    private final Set<String> answered = new HashSet<>();

    private NewestFirst(List<ShardWindow> windows) {
        readers = windows.stream().map(Reader::new).toList();
        newestVersions = windows.stream()
                .flatMap(window -> window.users().stream())
                .collect(toMap(User::userId, User::version, Math::max));
    }

    /** The first page of these windows. */
    static UserPage merge(List<ShardWindow> windows, int limit) {
        return new NewestFirst(windows).page(limit);
    }

    private UserPage page(int limit) {
        List<User> users = new ArrayList<>();
        Optional<Reader> next = next();
        while (next.isPresent() && users.size() < limit) {
            User user = next.get().take();
            if (isNewest(user) && answered.add(user.userId())) {
                users.add(user);
            }
            next = next();
        }
        return new UserPage(users, Cursor.of(readers.stream().collect(toMap(Reader::part, Reader::position))));
    }

    /** Where the next user stands; none at the end, or when a shard must be read on to know. */
    private Optional<Reader> next() {
        if (readers.stream().anyMatch(Reader::isDry)) {
            return Optional.empty();
        }
        return readers.stream().filter(Reader::hasUser).min(Comparator.comparing(Reader::user, ORDER));
    }

    private boolean isNewest(User user) {
        return newestVersions.get(user.userId()) == user.version();
    }

    /** Walks through one window. */
    private static final class Reader {
        private final ShardWindow window;
        private int taken;

        Reader(ShardWindow window) {
            this.window = window;
        }

        boolean hasUser() {
            return taken < window.users().size();
        }

        boolean isDry() {
            return !hasUser() && window.more();
        }

        User user() {
            return window.users().get(taken);
        }

        User take() {
            return window.users().get(taken++);
        }

        String part() {
            return window.shard().toString();
        }

        Position position() {
            return window.after(taken);
        }
    }
}
