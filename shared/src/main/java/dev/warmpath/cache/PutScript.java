package dev.warmpath.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * Writes an entry unless what the server has of its key outranks it: compared and set in one step, so that of two writers
 * the newer one always wins.
 *
 * <p>Versions are compared as text, since numbers in Lua are doubles, which do not hold 63 bits; and as decimal digits, since
 * the server compares text by the rules of its locale, which may sort letters in ways of its own.
 */
final class PutScript {
    private static final long STORED = 1;
    private static final long KEPT = 0;

    /** KEYS: the key; ARGV: version, form, entry, milliseconds to live. */
    private static final String TEXT = """
            local old = redis.pcall('GET', KEYS[1])
            if type(old) == 'string' then
              local version, form = string.match(old, '^C1 (%d+) (%S+) [VN]\\n')
              if version and #version == 19
                and (version > ARGV[1] or version == ARGV[1] and form == ARGV[2]) then
                return 0
              end
            end
            redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[4])
            return 1
            """;

    /** By which the server knows the script once it was loaded. */
    private static final String SHA1 = sha1();

    private PutScript() {}

    /** Runs it for all entries in one round trip, or in three where the server has to be given the script. */
    static List<String> run(Connection server, List<Put> puts) {
        List<String> kept = new ArrayList<>();
        List<Put> unknown = send(server, puts, kept);
        if (!unknown.isEmpty()) {
            server.sendCommand(Command.SCRIPT, "LOAD", TEXT);
            server.getOne();
            requireNone(send(server, unknown, kept));
        }
        return kept;
    }

    /** Adds to {@code kept}, and answers those that the server does not know the script for. */
    private static List<Put> send(Connection server, List<Put> puts, List<String> kept) {
        puts.forEach(put -> server.sendCommand(Command.EVALSHA, put.arguments()));
        List<Object> answers = server.getMany(puts.size());
        List<Put> unknown = new ArrayList<>();
        for (int i = 0; i < puts.size(); i++) {
            Object answer = answers.get(i);
            if (answer instanceof JedisNoScriptException) {
                unknown.add(puts.get(i));
            } else if (!isStored(answer)) {
                kept.add(puts.get(i).key());
            }
        }
        return unknown;
    }

    private static boolean isStored(Object answer) {
        if (answer instanceof RuntimeException error) {
            throw error;
        }
        if (!(answer instanceof Long result) || result != STORED && result != KEPT) {
            throw new LevelException("the answer is not the one of the script");
        }
        return result == STORED;
    }

    private static void requireNone(List<Put> unknown) {
        if (!unknown.isEmpty()) {
            throw new LevelException("the server does not keep the script that it was given");
        }
    }

    private static String sha1() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(TEXT.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }

    /** One entry to be written. */
    record Put(String key, byte[] storedKey, long version, String form, byte[] written, long milliseconds) {
        private byte[][] arguments() {
            return new byte[][] {
                ascii(SHA1),
                ascii("1"),
                storedKey,
                ascii(WrittenForm.digits(version)),
                ascii(form),
                written,
                ascii(Long.toString(milliseconds))
            };
        }

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }
}
