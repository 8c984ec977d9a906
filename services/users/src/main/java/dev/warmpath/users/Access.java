package dev.warmpath.users;

import dev.warmpath.http.Caller;
import dev.warmpath.http.Problem;
import dev.warmpath.http.ProblemException;
import dev.warmpath.http.Request;
import dev.warmpath.json.Fault;
import dev.warmpath.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/**
 * That a caller may act on a profile: on the own one, or as an administrator on anybody's.
 *
 * @param owner whether it is the owner's right alone that the caller has, which ends with a suspension
 */
record Access(String userId, boolean owner) {
    /**
     * Reads from the path whose profile the request is about.
     *
     * @throws ProblemException 404 if it is a foreign one; before anything is read, so that not even the time taken tells
     *     whether it exists
     */
    static Access to(Request request) {
        Caller caller = request.signedInCaller();
        String userId = request.pathParameter("userId");
        if (!mayRead(caller, userId)) {
            throw noSuchUser();
        }
        return new Access(userId, !caller.has(Scopes.ADMIN));
    }

    /** Whether a profile is the caller's own or the caller an administrator, and its id one that there can be. */
    static boolean mayRead(Caller caller, String userId) {
        boolean allowed = caller.sub().equals(userId) || caller.has(Scopes.ADMIN);
        return allowed && UserRules.fitsKey(userId);
    }

    /**
     * Holds also if a route forgets to ask for the scope.
     *
     * @throws ProblemException 403 for anybody who is no administrator
     */
    static void requireAdmin(Caller caller) {
        if (!caller.has(Scopes.ADMIN)) {
            throw new ProblemException(Problem.forbidden("This is for administrators only.", List.of()));
        }
    }

    /**
     * Refuses fields of a body to anybody who is no administrator; whatever their value, so that nothing is told of other users.
     *
     * @throws ProblemException 403 if the body has any of them
     */
    static void requireAdminFor(JsonObject body, Caller caller, String... fields) {
        List<Fault> refused = Stream.of(fields)
                .filter(field -> !caller.has(Scopes.ADMIN) && body.has(field))
                .map(field -> new Fault("/" + field, "may be given by an administrator only"))
                .toList();
        if (!refused.isEmpty()) {
            throw new ProblemException(
                    Problem.forbidden("The body has fields that only an administrator may give.", refused));
        }
    }

    static ProblemException noSuchUser() {
        return new ProblemException(Problem.notFound("There is no such user."));
    }

    static ProblemException suspended() {
        return new ProblemException(
                Problem.forbidden("A suspended user may read the own profile, and nothing else.", List.of()));
    }
}
