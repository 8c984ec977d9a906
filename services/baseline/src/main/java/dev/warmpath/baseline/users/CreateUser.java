package dev.warmpath.baseline.users;

import dev.warmpath.baseline.http.ApiException;
import dev.warmpath.baseline.http.ApiHandler;
import dev.warmpath.baseline.http.ApiRequest;
import dev.warmpath.baseline.http.ApiResponse;
import dev.warmpath.baseline.http.Body;
import dev.warmpath.baseline.http.ETags;
import dev.warmpath.baseline.time.Times;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

public class CreateUser extends ApiHandler {
    @Override
    protected ApiResponse respond(ApiRequest request) {
        User user = user(request);
        try (UsersTable users = new UsersTable()) {
            if (!users.create(user)) {
                users.find(user.getUserId()).ifPresent(existing -> Access.requireActive(request, existing));
                throw ApiException.conflict("This user has a profile already.");
            }
        }
        return ApiResponse.of(201, user)
                .with("location", "/users/" + encoded(user.getUserId()))
                .with("etag", ETags.of(user.getVersion()));
    }

    private static User user(ApiRequest request) {
        Body body = Body.of(request);
        Access.requireAdminFor(request, body, List.of("userId", "status"));
        User user = new User();
        user.setUserId(body.optional("userId", UserRules::userId).orElse(request.caller()));
        user.setEmail(body.required("email", UserRules::email));
        user.setName(body.required("name", UserRules::name).strip());
        user.setStatus(body.optional("status", UserRules::status).orElse("ACTIVE"));
        body.verify();
        user.setCreatedAt(Times.text(Instant.now()));
        user.setUpdatedAt(user.getCreatedAt());
        user.setVersion(User.nextVersion(0));
        return user;
    }

    private static String encoded(String userId) {
        return URLEncoder.encode(userId, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
