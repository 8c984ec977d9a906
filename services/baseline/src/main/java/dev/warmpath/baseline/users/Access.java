package dev.warmpath.baseline.users;

import dev.warmpath.baseline.http.ApiException;
import dev.warmpath.baseline.http.ApiRequest;
import dev.warmpath.baseline.http.Body;
import dev.warmpath.baseline.http.Fault;
import java.util.ArrayList;
import java.util.List;

final class Access {
    private Access() {}

    static String userId(ApiRequest request) {
        String userId = request.pathParameter("userId");
        if (!mayRead(request, userId)) {
            throw noSuchUser();
        }
        return userId;
    }

    static boolean mayRead(ApiRequest request, String userId) {
        return (request.caller().equals(userId) || request.isAdmin()) && UserRules.fitsKey(userId);
    }

    static void requireAdmin(ApiRequest request) {
        if (!request.isAdmin()) {
            throw ApiException.forbidden("This is for administrators only.");
        }
    }

    static void requireAdminFor(ApiRequest request, Body body, List<String> fields) {
        List<Fault> refused = new ArrayList<>();
        for (String field : fields) {
            if (body.has(field) && !request.isAdmin()) {
                refused.add(new Fault("/" + field, "may be given by an administrator only"));
            }
        }
        if (!refused.isEmpty()) {
            throw ApiException.forbidden("The body has fields that only an administrator may give.", refused);
        }
    }

    static void requireActive(ApiRequest request, User user) {
        if (user.suspended() && !request.isAdmin()) {
            throw suspended();
        }
    }

    static ApiException noSuchUser() {
        return ApiException.notFound("There is no such user.");
    }

    static ApiException suspended() {
        return ApiException.forbidden("A suspended user may read the own profile, and nothing else.");
    }
}
