package dev.warmpath.baseline.users;

import dev.warmpath.baseline.http.ApiHandler;
import dev.warmpath.baseline.http.ApiRequest;
import dev.warmpath.baseline.http.ApiResponse;
import dev.warmpath.baseline.http.ETags;

public class GetUser extends ApiHandler {
    @Override
    protected ApiResponse respond(ApiRequest request) {
        String userId = Access.userId(request);
        try (UsersTable users = new UsersTable()) {
            User user = users.find(userId).orElseThrow(Access::noSuchUser);
            String etag = ETags.of(user.getVersion());
            boolean known = request.header("if-none-match")
                    .filter(tags -> ETags.matches(tags, etag))
                    .isPresent();
            ApiResponse response = known ? ApiResponse.empty(304) : ApiResponse.of(200, user);
            return response.with("etag", etag).with("cache-control", "private, no-cache");
        }
    }
}
