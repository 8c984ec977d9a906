package dev.warmpath.baseline.users;

import dev.warmpath.baseline.http.ApiException;
import dev.warmpath.baseline.http.ApiHandler;
import dev.warmpath.baseline.http.ApiRequest;
import dev.warmpath.baseline.http.ApiResponse;
import dev.warmpath.baseline.http.Body;
import dev.warmpath.baseline.http.ETags;
import dev.warmpath.baseline.time.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public class UpdateUser extends ApiHandler {
    private record Patch(Optional<String> email, Optional<String> name, Optional<String> status) {
        boolean isEmpty() {
            return email.isEmpty() && name.isEmpty() && status.isEmpty();
        }
    }

    @Override
    protected ApiResponse respond(ApiRequest request) {
        String userId = Access.userId(request);
        List<String> seen = ETags.required(request);
        Patch patch = patch(request);
        try (UsersTable users = new UsersTable()) {
            User user = users.find(userId).orElseThrow(Access::noSuchUser);
            Access.requireActive(request, user);
            requireSeen(seen, user);
            update(users, user, patch);
            return ApiResponse.of(200, user).with("etag", ETags.of(user.getVersion()));
        }
    }

    private static Patch patch(ApiRequest request) {
        Body body = Body.of(request);
        Access.requireAdminFor(request, body, List.of("status"));
        Patch patch = new Patch(
                body.replacement("email", UserRules::email),
                body.replacement("name", UserRules::name).map(String::strip),
                body.replacement("status", UserRules::status));
        body.verify();
        return patch;
    }

    private static void update(UsersTable users, User user, Patch patch) {
        if (patch.isEmpty()) {
            return;
        }
        long previous = user.getVersion();
        patch.email().ifPresent(user::setEmail);
        patch.name().ifPresent(user::setName);
        patch.status().ifPresent(user::setStatus);
        user.setUpdatedAt(Times.text(Instant.now()));
        user.setVersion(User.nextVersion(previous));
        if (!users.replace(user, previous)) {
            throw changedSince(users.find(user.getUserId()).orElseThrow(Access::noSuchUser));
        }
    }

    private static void requireSeen(List<String> seen, User user) {
        if (!seen.contains(ETags.of(user.getVersion()))) {
            throw changedSince(user);
        }
    }

    private static ApiException changedSince(User current) {
        return new ApiException(
                412,
                "Precondition Failed",
                "The profile is none of the versions that If-Match names; read it again, and change what it is now.",
                List.of(),
                Map.of("etag", ETags.of(current.getVersion())));
    }
}
