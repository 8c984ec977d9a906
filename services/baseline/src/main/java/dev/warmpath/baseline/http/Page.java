package dev.warmpath.baseline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public record Page(int limit, Optional<Cursor> cursor) {
    private static final int LONGEST_CURSOR = 4096;

    public record Cursor(String query, String at, String id) {}

    public static Page of(ApiRequest request, String query, String... filters) {
        List<String> known = new ArrayList<>(List.of(filters));
        known.add("limit");
        known.add("cursor");
        for (String name : request.query().keySet()) {
            if (!known.contains(name)) {
                throw ApiException.badRequest("The only query parameters are " + String.join(", ", known) + ".");
            }
        }
        String limit = request.query().getOrDefault("limit", "20");
        if (!limit.matches("[1-9][0-9]?|100")) {
            throw ApiException.badRequest("The query parameter limit must be a whole number from 1 to 100.");
        }
        Optional<Cursor> cursor =
                Optional.ofNullable(request.query().get("cursor")).map(text -> cursor(text, query));
        return new Page(Integer.parseInt(limit), cursor);
    }

    private static Cursor cursor(String text, String query) {
        Cursor cursor = decoded(text);
        if (!cursor.query().equals(query)) {
            throw ApiException.badRequest(
                    "The cursor belongs to another query; give it with the parameters that it was answered to.");
        }
        return cursor;
    }

    private static Cursor decoded(String text) {
        try {
            if (text.length() > LONGEST_CURSOR) {
                throw malformed();
            }
            Cursor cursor = JsonMapper.builder()
                    .build()
                    .readValue(Base64.getUrlDecoder().decode(text), Cursor.class);
            boolean whole = cursor.query() != null && cursor.at() != null && cursor.id() != null;
            if (!whole || !encoded(cursor).equals(text)) {
                throw malformed();
            }
            return cursor;
        } catch (IOException | IllegalArgumentException e) {
            throw malformed();
        }
    }

    public static String encoded(Cursor cursor) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("query", cursor.query());
        fields.put("at", cursor.at());
        fields.put("id", cursor.id());
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(new ObjectMapper().writeValueAsBytes(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ApiException malformed() {
        return ApiException.badRequest("The cursor is malformed; give one exactly as a page of this list had it.");
    }
}
