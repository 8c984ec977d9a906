package dev.warmpath.elasticmq;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A parent that never closes what it started, for the test that kills it. */
final class StartAndPrintPid {
    private StartAndPrintPid() {}

    public static void main(String[] arguments) throws InterruptedException {
        ElasticMq engine = ElasticMq.start(Path.of(arguments[0]), "us-east-1", "000000000000");
        System.out.println(engine.pid());
        new CountDownLatch(1).await();
    }
}
