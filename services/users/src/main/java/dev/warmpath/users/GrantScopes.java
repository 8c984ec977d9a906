package dev.warmpath.users;

import com.amazonaws.services.lambda.runtime.Context;
import dev.warmpath.function.EventFunction;
import dev.warmpath.json.Json;
import dev.warmpath.snapstart.Priming;
import dev.warmpath.snapstart.SnapStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives access tokens their scopes, before Cognito issues them: every user the four of the API, and members of the group
 * {@value #ADMINS} also {@code admin}.
 *
 * <p>Reads and answers event version 2 ("Pre token generation Lambda trigger"); Cognito waits 5 s for it.
 */
public final class GrantScopes extends EventFunction {
    private static final String ADMINS = "admins";

    public GrantScopes() {
        SnapStart.beforeCheckpoint(this::prime);
    }

    void prime() {
        Priming.pass(this, "/priming/grant-scopes.json", "\"scopesToAdd\"");
    }

    /**
     * @throws IOException if it is no event of version 2: the sign-in then fails, instead of giving a token without scopes
     */
    @Override
    protected void handle(InputStream in, OutputStream out, Context context) throws IOException {
        Map<String, Object> event = Json.read(in);
        if (!"2".equals(event.get("version"))) {
            throw new IOException(
                    "Not a pre-token-generation event of version 2: set LambdaVersion V2_0 on the trigger");
        }
        Map<String, Object> response = copyOf(event.get("response"));
        Map<String, Object> overrides = copyOf(response.get("claimsAndScopeOverrideDetails"));
        Map<String, Object> accessToken = copyOf(overrides.get("accessTokenGeneration"));
        accessToken.put("scopesToAdd", scopesOf(Json.fields(event.get("request"))));
        overrides.put("accessTokenGeneration", accessToken);
        response.put("claimsAndScopeOverrideDetails", overrides);
        event.put("response", response);
        Json.write(event, out);
    }

    private static List<String> scopesOf(Map<String, Object> request) {
        List<String> scopes = new ArrayList<>(Scopes.OF_EVERY_USER);
        Map<String, Object> groups = Json.fields(request.get("groupConfiguration"));
        if (groups.get("groupsToOverride") instanceof Collection<?> names && names.contains(ADMINS)) {
            scopes.add(Scopes.ADMIN);
        }
        return scopes;
    }

    private static Map<String, Object> copyOf(Object object) {
        return new LinkedHashMap<>(Json.fields(object));
    }
}
