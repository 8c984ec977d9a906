import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Build step: removes from a folder each jar that another folder has too, by name and thus by version, because functions with
 * both layers have it from the other one already.
 */
final class DropJarsOf {
    private DropJarsOf() {}

    public static void main(String[] folders) throws IOException {
        Path other = Path.of(folders[1]);
        if (!Files.isDirectory(other)) {
            throw new IOException("There is no folder " + other + "; expected the jars of the common layer");
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(folders[0]), "*.jar")) {
            for (Path jar : jars) {
                if (Files.exists(other.resolve(jar.getFileName()))) {
                    Files.delete(jar);
                }
            }
        }
    }
}
