package dev.warmpath.local.template;

import dev.warmpath.local.template.HttpApi.Authorization;
import dev.warmpath.local.template.HttpApi.JwtAuthorizer;
import dev.warmpath.local.template.Node.Mapping;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The JWT authorizers of an HTTP API, and which of them guards a route.
 *
 * <p>Source: <a
 * href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-httpapi-httpapiauth.html">
 * HttpApiAuth</a>.
 *
 * @param byName each with the scopes of routes that name none
 */
record Authorizers(Map<String, Authorization> byName, Optional<String> byDefault) {
    private static final String NONE = "NONE";
    private static final String BEARER = "$request.header.Authorization";

    static Authorizers read(Properties auth) {
        if (auth.flag("EnableIamAuthorizer")) {
            throw auth.at("EnableIamAuthorizer").error("IAM authorization is not supported; expected JWT authorizers");
        }
        Properties declared = auth.child("Authorizers");
        Map<String, Authorization> byName = new LinkedHashMap<>();
        declared.keys().forEach(name -> byName.put(name, authorizer(name, declared.child(name))));
        Authorizers authorizers = new Authorizers(byName, auth.text("DefaultAuthorizer"));
        authorizers.byDefault().ifPresent(name -> authorizers.find(name, auth.at("DefaultAuthorizer")));
        return authorizers;
    }

    /** What guards a route whose event has this {@code Auth}; empty for an open route. */
    Optional<Authorization> guard(Properties auth) {
        Optional<String> name = auth.text("Authorizer").or(() -> byDefault);
        List<String> scopes = auth.texts("AuthorizationScopes");
        if (name.isEmpty() || name.get().equals(NONE)) {
            requireNoScopes(auth, scopes);
            return Optional.empty();
        }
        Authorization authorizer = find(name.get(), auth.at("Authorizer"));
        return Optional.of(
                scopes.isEmpty()
                        ? authorizer
                        : new Authorization(authorizer.authorizer(), new LinkedHashSet<>(scopes)));
    }

    private static void requireNoScopes(Properties auth, List<String> scopes) {
        if (!scopes.isEmpty()) {
            throw auth.at("AuthorizationScopes")
                    .error("an open route checks no scopes; expected an Authorizer beside them");
        }
    }

    private Authorization find(String name, Place at) {
        if (name.equals("AWS_IAM")) {
            throw at.error("IAM authorization is not supported; expected a JWT authorizer");
        }
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> at.error(
                        "there is no authorizer \"" + name + "\"; expected one of " + byName.keySet() + " or NONE"));
    }

    private static Authorization authorizer(String name, Properties declared) {
        declared.refuse("FunctionArn", "a JWT authorizer");
        String source = declared.text("IdentitySource").orElse(BEARER);
        if (!source.equalsIgnoreCase(BEARER)) {
            throw declared.at("IdentitySource").error("\"" + source + "\" is not supported; expected " + BEARER);
        }
        Properties jwt = lowerCase(declared.child("JwtConfiguration"));
        JwtAuthorizer authorizer = new JwtAuthorizer(name, jwt.requiredText("issuer"), jwt.texts("audience"));
        return new Authorization(authorizer, scopes(declared));
    }

    private static Set<String> scopes(Properties declared) {
        return new LinkedHashSet<>(declared.texts("AuthorizationScopes"));
    }

    /** SAM takes {@code Issuer} as well as {@code issuer}. */
    private static Properties lowerCase(Properties properties) {
        SequencedMap<String, Node> entries = new LinkedHashMap<>();
        properties.mapping().entries().forEach((key, node) -> entries.put(key.toLowerCase(Locale.ROOT), node));
        return new Properties(new Mapping(properties.place(), entries));
    }
}
