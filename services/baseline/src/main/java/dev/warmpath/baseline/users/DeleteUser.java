package dev.warmpath.baseline.users;

import dev.warmpath.baseline.http.ApiHandler;
import dev.warmpath.baseline.http.ApiRequest;
import dev.warmpath.baseline.http.ApiResponse;
import java.util.Optional;

public class DeleteUser extends ApiHandler {
    @Override
    protected ApiResponse respond(ApiRequest request) {
        String userId = Access.userId(request);
        try (UsersTable users = new UsersTable()) {
            boolean gone = false;
            while (!gone) {
                Optional<User> user = users.find(userId);
                user.ifPresent(found -> Access.requireActive(request, found));
                gone = user.isEmpty() || users.delete(user.get());
            }
        }
        return ApiResponse.empty(204);
    }
}
