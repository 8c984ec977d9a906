import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Build step: writes each jar of a folder anew without compression, because the layer's zip compresses it anyway and a
 * function that starts then has nothing to inflate.
 */
final class StoreJars {
    private StoreJars() {}

    public static void main(String[] folders) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(folders[0]), "*.jar")) {
            for (Path jar : jars) {
                store(jar);
            }
        }
    }

    private static void store(Path jar) throws IOException {
        Path stored = jar.resolveSibling(jar.getFileName() + ".stored");
        try (ZipFile source = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(stored);
                ZipOutputStream target = new ZipOutputStream(file)) {
            target.setMethod(ZipOutputStream.STORED);
            copy(source, target);
        }
        Files.move(stored, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(ZipFile source, ZipOutputStream target) throws IOException {
        Enumeration<? extends ZipEntry> entries = source.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (!entry.isDirectory()) {
                byte[] content = source.getInputStream(entry).readAllBytes();
                target.putNextEntry(stored(entry, content));
                target.write(content);
            }
        }
    }

    /** Keeps the time of the entry, so that two builds give the same bytes. */
    private static ZipEntry stored(ZipEntry entry, byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry stored = new ZipEntry(entry.getName());
        stored.setTimeLocal(entry.getTimeLocal());
        stored.setSize(content.length);
        stored.setCompressedSize(content.length);
        stored.setCrc(checksum.getValue());
        return stored;
    }
}
