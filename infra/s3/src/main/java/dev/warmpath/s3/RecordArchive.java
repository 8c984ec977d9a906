package dev.warmpath.s3;

import dev.warmpath.engine.ClassArchive;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Optional;

/** Makes the archive of classes of the packaged engine: a step of the build. */
final class RecordArchive {
    private RecordArchive() {}

    /** Takes the folder {@code target} of the module. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path target = Path.of(arguments[0]);
        ClassArchive.in(target)
                .record(options -> LocalS3.command(target, options, Optional.empty()), RecordArchive::storeAndRead);
    }

    private static void storeAndRead(ClassArchive.Caller engine) throws IOException, InterruptedException {
        engine.send("/any", HttpRequest.newBuilder().PUT(BodyPublishers.noBody()));
        engine.send("/any/object", HttpRequest.newBuilder().PUT(BodyPublishers.ofString("any")));
        engine.send("/any/object", HttpRequest.newBuilder().GET());
        engine.send("/any?list-type=2", HttpRequest.newBuilder().GET());
    }
}
