package dev.warmpath.s3;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A parent that never closes what it started, for the test that kills it. */
final class StartAndPrintPid {
    private StartAndPrintPid() {}

    public static void main(String[] arguments) throws InterruptedException {
        LocalS3 engine = LocalS3.start(Path.of(arguments[0]), Optional.empty());
        System.out.println(engine.pid());
        new CountDownLatch(1).await();
    }
}
