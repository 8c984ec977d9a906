package dev.warmpath.users;

import dev.warmpath.cache.Codec;
import dev.warmpath.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Users as JSON, for caches that are shared. */
final class UserCodec implements Codec<User> {
    @Override
    public String form() {
        return "user-1";
    }

    @Override
    public byte[] write(User user) {
        Map<String, Object> fields = new LinkedHashMap<>(user.toJson());
        fields.put("version", user.version());
        return Json.write(fields).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public User read(byte[] bytes) throws IOException {
        Map<String, Object> fields = Json.read(new ByteArrayInputStream(bytes));
        try {
            return new User(
                    text(fields, "userId"),
                    text(fields, "email"),
                    text(fields, "name"),
                    Status.valueOf(text(fields, "status")),
                    Instant.parse(text(fields, "createdAt")),
                    Instant.parse(text(fields, "updatedAt")),
                    Long.parseLong(text(fields, "version")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("The cached user has a field that is none of a user's", e);
        }
    }

    private static String text(Map<String, Object> fields, String name) throws IOException {
        Object value = fields.get(name);
        if (value == null) {
            throw new IOException("The cached user has no " + name);
        }
        return value.toString();
    }
}
