package dev.warmpath.baseline.users;

import dev.warmpath.baseline.http.ApiException;
import dev.warmpath.baseline.http.ApiHandler;
import dev.warmpath.baseline.http.ApiRequest;
import dev.warmpath.baseline.http.ApiResponse;
import dev.warmpath.baseline.http.Page;
import dev.warmpath.baseline.http.Page.Cursor;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

public class ListUsers extends ApiHandler {
    private static final Comparator<User> NEWEST_FIRST =
            Comparator.comparing(User::getCreatedAt).reversed().thenComparing(User::getUserId);

    @Override
    protected ApiResponse respond(ApiRequest request) {
        Access.requireAdmin(request);
        List<String> statuses = statuses(request);
        Page page = Page.of(request, String.join(",", statuses), "status");
        try (UsersTable users = new UsersTable()) {
            List<User> rest = users.scan(statuses).stream()
                    .sorted(NEWEST_FIRST)
                    .filter(user -> isAfter(user, page))
                    .toList();
            return ApiResponse.of(200, answer(rest, page, String.join(",", statuses)))
                    .with("cache-control", "private, no-cache");
        }
    }

    private static boolean isAfter(User user, Page page) {
        return page.cursor().map(ListUsers::last).stream().allMatch(last -> NEWEST_FIRST.compare(user, last) > 0);
    }

    private static User last(Cursor cursor) {
        User last = new User();
        last.setCreatedAt(cursor.at());
        last.setUserId(cursor.id());
        return last;
    }

    private static Map<String, Object> answer(List<User> rest, Page page, String query) {
        List<User> users = rest.stream().limit(page.limit()).toList();
        Map<String, Object> answer = new HashMap<>();
        answer.put("users", users);
        if (rest.size() > page.limit()) {
            User last = users.getLast();
            answer.put("cursor", Page.encoded(new Cursor(query, last.getCreatedAt(), last.getUserId())));
        }
        return answer;
    }

    private static List<String> statuses(ApiRequest request) {
        String wanted = request.query().getOrDefault("status", "ACTIVE,SUSPENDED");
        List<String> statuses =
                Stream.of(wanted.split(",", -1)).distinct().sorted().toList();
        if (!List.of("ACTIVE", "SUSPENDED").containsAll(statuses)) {
            throw ApiException.badRequest(
                    "The query parameter status must be ACTIVE, SUSPENDED or both, joined by a comma.");
        }
        return statuses;
    }
}
