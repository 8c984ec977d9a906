package dev.warmpath.users;

import dev.warmpath.http.Cursor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Some users, newest first, and where the list goes on. */
record UserPage(List<User> users, Cursor cursor) {
    /** The last page has no cursor. */
    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("users", users.stream().map(User::toJson).toList());
        if (!cursor.isAtEnd()) {
            json.put("cursor", cursor.encode());
        }
        return json;
    }
}
