package dev.warmpath.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * Contents by key in files of one folder, which together never take more than a budget of bytes. It finds those that an
 * earlier process left there; only one process may use the folder at a time.
 *
 * <p>Disk errors lose contents, and are not thrown: what cannot be read or written is not there. For one thread at a time.
 */
final class FileStore {
    private static final String SUFFIX = ".entry";
    private static final String UNFINISHED = ".tmp";

    private final Path folder;
    private final long mostBytes;
    private final Clock clock;

    /** Size and expiry by file name, the oldest first; a file that is not among these is not there. */
    private final SequencedMap<String, Kept> kept = new LinkedHashMap<>();

    private long bytes;

    FileStore(Path folder, long mostBytes, Clock clock) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.clock = clock;
        adopt();
    }

    private void adopt() {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .forEach(this::adopt);
        } catch (IOException e) {
            // A new environment has no such folder yet.
            bytes = 0;
        }
        makeRoomFor(0);
    }

    private void adopt(Path file) {
        Optional<StoredFile> stored = file.toString().endsWith(SUFFIX) ? stored(file) : Optional.empty();
        if (stored.isPresent()) {
            keep(
                    file.getFileName().toString(),
                    file.toFile().length(),
                    stored.get().expiresAt());
        } else {
            delete(file);
        }
    }

    /** The content of a key that has not expired. */
    Optional<byte[]> read(String key) {
        String name = name(key);
        Kept known = kept.get(name);
        if (known == null || isExpired(known)) {
            return Optional.empty();
        }
        Optional<StoredFile> stored = stored(folder.resolve(name));
        if (stored.isEmpty()) {
            remove(name);
        }
        return stored.map(StoredFile::content);
    }

    private static Optional<StoredFile> stored(Path file) {
        try {
            return StoredFile.of(Files.readAllBytes(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Puts a content in the place of what there is of its key; what is larger than the budget only removes that. */
    void write(String key, StoredFile stored) {
        String name = name(key);
        byte[] content = stored.bytes();
        remove(name);
        if (content.length <= mostBytes) {
            makeRoomFor(content.length);
            if (written(name, content)) {
                keep(name, content.length, stored.expiresAt());
            }
        }
    }

    /** Whole or not at all, so that no process that ends meanwhile leaves half of it. */
    private boolean written(String name, byte[] content) {
        Path unfinished = folder.resolve(name + UNFINISHED);
        try {
            Files.createDirectories(folder);
            Files.write(unfinished, content);
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            delete(unfinished);
            return false;
        }
    }

    /** Removes what has expired if there is need, and then what is oldest. */
    private void makeRoomFor(long more) {
        if (bytes + more > mostBytes) {
            List.copyOf(kept.sequencedKeySet()).stream()
                    .filter(name -> isExpired(kept.get(name)))
                    .forEach(this::remove);
        }
        while (bytes + more > mostBytes) {
            remove(kept.firstEntry().getKey());
        }
    }

    private boolean isExpired(Kept file) {
        return file.expiresAt() <= clock.millis();
    }

    private void keep(String name, long size, long expiresAt) {
        kept.putLast(name, new Kept(size, expiresAt));
        bytes += size;
    }

    private void remove(String name) {
        Kept removed = kept.remove(name);
        if (removed != null) {
            bytes -= removed.size();
            delete(folder.resolve(name));
        }
    }

    private static boolean delete(Path file) {
        return file.toFile().delete();
    }

    /** A name for any key, of letters and digits only. */
    private static String name(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_16BE));
            return HexFormat.of().formatHex(digest) + SUFFIX;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private record Kept(long size, long expiresAt) {}
}
