package dev.warmpath.local.lambda;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Main class of an execution environment: AWS's runtime client, ended when whoever started it is gone.
 *
 * <p>The runtime client alone would stay behind, since a thread that the function left running keeps its JVM alive. Standard
 * input is a pipe that nobody writes to, so it ends exactly when the parent does, however the parent ends. This is one class
 * without lambdas, because every class loaded here is part of each cold start.
 */
final class SupervisedRuntime implements Runnable {
    private static final int PARENT_GONE = 143;

    public static void main(String[] arguments) throws Throwable {
        Thread watch = new Thread(new SupervisedRuntime(), "parent-watch");
        watch.setDaemon(true);
        watch.start();
        System.setIn(InputStream.nullInputStream());
        // The logger has the descriptor of standard error to itself, so that nothing comes between the parts of a
        // frame.
        System.setErr(System.out);
        AWSLambda.main(arguments);
        // The runtime client stops after a fatal error; a thread that the function left must not keep the JVM from
        // ending.
        System.exit(0);
    }

    @Override
    public void run() {
        try (InputStream parent = new FileInputStream(FileDescriptor.in)) {
            parent.readAllBytes();
        } catch (IOException e) {
            // A pipe that cannot be read is as good as closed.
            System.err.println("The pipe to the local run broke: " + e.getMessage());
        }
        Runtime.getRuntime().halt(PARENT_GONE);
    }
}
