package dev.warmpath.local.frontdoor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds members of a JSON object in its bytes without making anything of the others: a megabyte of items is only run over.
 *
 * <p>What is no JSON object has no members; nothing else is checked.
 */
final class TopLevel {
    /** Where a value is in the bytes, its last byte excluded. */
    record Value(int start, int end) {}

    private final byte[] json;
    private int at;

    private TopLevel(byte[] json) {
        this.json = json;
    }

    /** The value of a member of the outermost object; a text or a member further in may have the same name. */
    static Optional<Value> member(byte[] json, String name) {
        return new TopLevel(json).find(("\"" + name + "\"").getBytes(StandardCharsets.UTF_8));
    }

    /** Where the name of the first member begins; empty if there is none. */
    static OptionalInt firstMember(byte[] json) {
        TopLevel object = new TopLevel(json);
        if (object.next() != '{') {
            return OptionalInt.empty();
        }
        object.at++;
        return object.next() == '"' ? OptionalInt.of(object.at) : OptionalInt.empty();
    }

    private Optional<Value> find(byte[] quotedName) {
        if (next() != '{') {
            return Optional.empty();
        }
        at++;
        while (next() == '"') {
            int name = at;
            skipText();
            boolean wanted = isAt(name, at, quotedName);
            skipColon();
            int start = at;
            skipValue();
            if (wanted) {
                return Optional.of(new Value(start, at));
            }
            skipComma();
        }
        return Optional.empty();
    }

    /** The next byte that is no white space, or -1 at the end. */
    private int next() {
        while (at < json.length && json[at] <= ' ' && json[at] >= 0) {
            at++;
        }
        return at < json.length ? json[at] : -1;
    }

    private void skipColon() {
        skip(':');
        next();
    }

    private void skipComma() {
        skip(',');
    }

    private void skip(char mark) {
        if (next() == mark) {
            at++;
        }
    }

    private void skipValue() {
        switch (next()) {
            case '"' -> skipText();
            case '{', '[' -> skipNested();
            default -> skipWord();
        }
    }

    private void skipText() {
        at++;
        while (at < json.length && json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, json.length);
    }

    private void skipNested() {
        int depth = 0;
        do {
            switch (json[at]) {
                case '"' -> {
                    skipText();
                    continue;
                }
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            at++;
        } while (depth > 0 && at < json.length);
    }

    /** A number, or one of the three words. */
    private void skipWord() {
        while (at < json.length && json[at] != ',' && json[at] != '}' && json[at] > ' ') {
            at++;
        }
    }

    private boolean isAt(int start, int end, byte[] expected) {
        return Arrays.equals(json, start, end, expected, 0, expected.length);
    }
}
