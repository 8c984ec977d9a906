package dev.warmpath.local.valkey;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Starts a server and then does nothing until it is killed. */
final class StartAndWait {
    private StartAndWait() {}

    public static void main(String[] args) throws InterruptedException {
        ValkeyServer.start(Path.of(args[0]));
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
