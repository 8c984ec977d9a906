package dev.warmpath.engine;

import java.util.concurrent.CountDownLatch;

/** The main class of a child that does as its argument says. */
final class TestEngine {
    static final int PORT = 4711;

    private TestEngine() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("starting");
        switch (arguments[0]) {
            case "serve" -> ChildSide.serve(PORT);
            case "hang" -> {
                System.out.println(ChildSide.PORT_LINE + PORT);
                new CountDownLatch(1).await();
            }
            default -> {
                System.err.println("no memory left");
                System.exit(3);
            }
        }
    }
}
