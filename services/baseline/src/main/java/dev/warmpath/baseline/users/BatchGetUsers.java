package dev.warmpath.baseline.users;

import dev.warmpath.baseline.http.ApiHandler;
import dev.warmpath.baseline.http.ApiRequest;
import dev.warmpath.baseline.http.ApiResponse;
import dev.warmpath.baseline.http.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public class BatchGetUsers extends ApiHandler {
    @Override
    protected ApiResponse respond(ApiRequest request) {
        List<User> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        try (UsersTable users = new UsersTable()) {
            for (String id : ids(request)) {
                Optional<User> user = Access.mayRead(request, id) ? users.find(id) : Optional.empty();
                user.ifPresentOrElse(found::add, () -> missing.add(id));
            }
        }
        return ApiResponse.of(200, Map.of("users", found, "missing", missing));
    }

    private static List<String> ids(ApiRequest request) {
        Body body = Body.of(request);
        List<String> ids = new ArrayList<>();
        for (String id : body.texts("ids", 500, id -> Optional.empty())) {
            if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        body.verify();
        return ids;
    }
}
