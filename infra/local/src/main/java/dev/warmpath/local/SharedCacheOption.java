package dev.warmpath.local;

import dev.warmpath.local.valkey.ValkeyServer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a local run's environments share a cache in. */
public enum SharedCacheOption {
    NONE,
    DYNAMODB,
    VALKEY;

    /** The template's parameters for it; nothing is set for none, which is the template's own default. */
    Map<String, String> parameters(Optional<ValkeyServer> server) {
        return switch (this) {
            case NONE -> Map.of();
            case DYNAMODB -> Map.of("SharedCache", toString());
            case VALKEY ->
                Map.of(
                        "SharedCache",
                        toString(),
                        "ValkeyEndpoint",
                        server.orElseThrow().host() + ":" + server.orElseThrow().port(),
                        "ValkeyTls",
                        "false",
                        // Functions run in no network here, but the template asks for one.
                        "ValkeySubnetIds",
                        "subnet-00000000",
                        "ValkeySecurityGroupIds",
                        "sg-00000000");
        };
    }

    /** As on the command line and in the template's parameter {@code SharedCache}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
