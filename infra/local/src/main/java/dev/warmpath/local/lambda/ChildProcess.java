package dev.warmpath.local.lambda;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * One child JVM. Its standard input stays open for as long as this process lives, and so tells the child that it does. Its
 * standard output is read by lines, its standard error by {@linkplain LogFrames frames}.
 */
final class ChildProcess {
    /** Hears of a child from a thread of its own. */
    interface Listener {
        /** A line or a message without its end of line, from one thread for each of both streams. */
        void logged(String message);

        /** Called as soon as the process is dead. */
        void exited(int status);

        /** Called when the last message of a dead process has been heard. */
        void finished();
    }

    private final Process process;
    private final Listener listener;
    private final Thread output;
    private final Thread messages;
    private final Thread watch;

    private ChildProcess(Process process, String name, Listener listener) {
        this.process = process;
        this.listener = listener;
        this.output = Thread.ofPlatform().daemon().name(name + "-output").unstarted(this::forwardLines);
        this.messages = Thread.ofPlatform().daemon().name(name + "-messages").unstarted(this::forwardMessages);
        this.watch = Thread.ofVirtual().name(name + "-watch").unstarted(this::watch);
    }

    static ChildProcess start(ProcessBuilder command, String name, Listener listener) throws IOException {
        ChildProcess child = new ChildProcess(command.start(), name, listener);
        child.output.start();
        child.messages.start();
        child.watch.start();
        return child;
    }

    private void forwardLines() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                listener.logged(line);
            }
        } catch (IOException e) {
            brokeOff(e);
        }
    }

    private void forwardMessages() {
        try (LogFrames frames = new LogFrames(process.getErrorStream())) {
            for (Optional<String> message = frames.next(); message.isPresent(); message = frames.next()) {
                listener.logged(message.get());
            }
        } catch (IOException e) {
            brokeOff(e);
        }
    }

    private void brokeOff(IOException e) {
        listener.logged("The output of the environment broke off: " + e.getMessage());
    }

    private void watch() {
        try {
            listener.exited(process.waitFor());
            output.join();
            messages.join();
            listener.finished();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts this thread.", e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isFinished() {
        return watch.getState() == Thread.State.TERMINATED;
    }

    /** By the handle, since the process object would close the output that is still to be read. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    void awaitFinished() throws InterruptedException {
        watch.join();
    }

    /** @return false if the child was not gone, and its output read, within the limit */
    boolean awaitFinished(Duration limit) throws InterruptedException {
        return watch.join(limit);
    }
}
