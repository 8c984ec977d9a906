package dev.warmpath.bench.rig;

import dev.warmpath.cache.Codec;
import dev.warmpath.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Rows of text and numbers, as a cache keeps them outside of this process. */
public final class JsonCodec implements Codec<Map<String, Object>> {
    @Override
    public String form() {
        return "row-1";
    }

    @Override
    public byte[] write(Map<String, Object> value) {
        return Json.write(value).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Map<String, Object> read(byte[] bytes) throws IOException {
        return Json.read(new ByteArrayInputStream(bytes));
    }
}
