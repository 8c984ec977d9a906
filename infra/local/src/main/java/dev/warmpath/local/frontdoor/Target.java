package dev.warmpath.local.frontdoor;

import java.util.Optional;

/** Which calls are meant; what is empty means all. */
public record Target(Optional<String> service, Optional<String> function, Optional<String> operation) {
    static final Target ALL = new Target(Optional.empty(), Optional.empty(), Optional.empty());

    boolean matches(Call call) {
        return allows(service, call.service())
                && allows(function, call.function())
                && allows(operation, call.operation());
    }

    private static boolean allows(Optional<String> wanted, String value) {
        return wanted.isEmpty() || wanted.get().equals(value);
    }
}
