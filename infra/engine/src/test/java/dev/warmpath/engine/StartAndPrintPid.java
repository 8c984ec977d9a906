package dev.warmpath.engine;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A parent that never closes what it started, for the test that kills it. */
final class StartAndPrintPid {
    private StartAndPrintPid() {}

    public static void main(String[] arguments) throws InterruptedException {
        EngineProcess engine = EngineProcess.start(EngineProcessTest.command(Path.of(arguments[0]), "serve"));
        System.out.println(engine.pid());
        new CountDownLatch(1).await();
    }
}
