package dev.warmpath.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes texts, and cannot read some that it writes. */
record Texts(String form) implements Codec<String> {
    static final Texts NOW = new Texts("text-2");
    static final Texts BEFORE = new Texts("text-1");
    static final String UNREADABLE = "unreadable";
    static final String UNEXPECTED = "unexpected";

    @Override
    public byte[] write(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String read(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        switch (text) {
            case UNREADABLE -> throw new IOException("unreadable");
            case UNEXPECTED -> throw new IllegalArgumentException("unexpected");
            default -> {
                return text;
            }
        }
    }
}
