package dev.warmpath.users;

import dev.warmpath.http.ETag;
import dev.warmpath.items.Timestamps;
import dev.warmpath.items.Versions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A user's profile.
 *
 * @param userId the subject of the user's tokens
 * @param version grows with every change; see {@link Versions}
 */
record User(
        String userId, String email, String name, Status status, Instant createdAt, Instant updatedAt, long version) {

    ETag etag() {
        return new ETag(version);
    }

    Map<String, String> toJson() {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("userId", userId);
        json.put("email", email);
        json.put("name", name);
        json.put("status", status.name());
        json.put("createdAt", Timestamps.text(createdAt));
        json.put("updatedAt", Timestamps.text(updatedAt));
        return json;
    }
}
