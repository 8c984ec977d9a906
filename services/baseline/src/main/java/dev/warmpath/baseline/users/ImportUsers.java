package dev.warmpath.baseline.users;

import dev.warmpath.baseline.http.ApiHandler;
import dev.warmpath.baseline.http.ApiRequest;
import dev.warmpath.baseline.http.ApiResponse;
import dev.warmpath.baseline.http.Body;
import dev.warmpath.baseline.time.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public class ImportUsers extends ApiHandler {
    @Override
    protected ApiResponse respond(ApiRequest request) {
        Access.requireAdmin(request);
        List<User> imported = users(request);
        try (UsersTable users = new UsersTable()) {
            for (User user : imported) {
                users.put(user);
            }
        }
        return ApiResponse.of(200, Map.of("imported", imported.size(), "failed", List.of()));
    }

    private static List<User> users(ApiRequest request) {
        Body body = Body.of(request);
        Instant now = Instant.now();
        List<User> users = body.objects("users", 1000, user -> user(user, now));
        body.verify();
        return users;
    }

    private static User user(Body body, Instant now) {
        User user = new User();
        user.setUserId(body.required("userId", UserRules::userId));
        user.setEmail(body.required("email", UserRules::email));
        user.setName(body.required("name", UserRules::name).strip());
        user.setStatus(body.optional("status", UserRules::status).orElse("ACTIVE"));
        user.setCreatedAt(body.optional("createdAt", text -> createdAtFault(text, now))
                .filter(text -> createdAtFault(text, now).isEmpty())
                .map(text -> Times.text(Instant.parse(text)))
                .orElse(Times.text(now)));
        user.setUpdatedAt(Times.text(now));
        user.setVersion(User.nextVersion(0));
        return user;
    }

    private static Optional<String> createdAtFault(String text, Instant now) {
        try {
            Instant instant = Instant.parse(text);
            if (!instant.isBefore(Instant.EPOCH) && !instant.isAfter(now)) {
                return Optional.empty();
            }
        } catch (DateTimeException e) {
            return Optional.of("must be an instant from 1970 until now, such as 2026-11-20T10:50:40.123Z");
        }
        return Optional.of("must be an instant from 1970 until now, such as 2026-11-20T10:50:40.123Z");
    }
}
