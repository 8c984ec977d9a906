package dev.warmpath.local.template;

import java.util.Optional;
import java.util.Set;

/**
 * Whether a function starts from snapshots.
 *
 * <p>Source: <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html">Lambda SnapStart</a>, supported
 * features and limitations.
 */
final class SnapStart {
    private static final int MOST_STORAGE_MEGABYTES = 512;

    private SnapStart() {}

    static boolean isOn(Properties function) {
        boolean asked = function.child("SnapStart")
                .word("ApplyOn", Set.of("PublishedVersions", "None"))
                .equals(Optional.of("PublishedVersions"));
        if (asked) {
            check(function);
        }
        return asked;
    }

    private static void check(Properties function) {
        Place place = function.at("SnapStart");
        if (!function.has("AutoPublishAlias")) {
            throw place.error("only published versions have a snapshot; expected AutoPublishAlias beside SnapStart");
        }
        if (function.has("ProvisionedConcurrencyConfig")) {
            throw place.error("SnapStart and provisioned concurrency exclude each other; expected one of them");
        }
        function.child("EphemeralStorage")
                .integer("Size")
                .filter(size -> size > MOST_STORAGE_MEGABYTES)
                .ifPresent(size -> {
                    throw place.error("SnapStart allows 512 MB of ephemeral storage; expected no more than that");
                });
    }
}
