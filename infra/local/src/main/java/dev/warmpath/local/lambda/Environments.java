package dev.warmpath.local.lambda;

import dev.warmpath.local.template.FunctionSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts the execution environments of one function. */
final class Environments {
    private final FunctionSpec function;
    private final Path code;
    private final Run run;
    private final AtomicInteger started = new AtomicInteger();

    /** @param code the function's working directory */
    Environments(FunctionSpec function, Path code, Run run) {
        this.function = function;
        this.code = code;
        this.run = run;
    }

    FunctionSpec function() {
        return function;
    }

    /**
     * Starts a child JVM, whose init goes on in the background.
     *
     * @throws UncheckedIOException if the JVM cannot be started
     */
    ExecutionEnvironment start() {
        String id = function.name() + "-" + started.incrementAndGet();
        try {
            return start(id, run.folder().resolve("tmp").resolve(id));
        } catch (IOException e) {
            throw new UncheckedIOException("No environment could be started for " + function.name() + ".", e);
        }
    }

    private ExecutionEnvironment start(String id, Path tmp) throws IOException {
        Lifecycle lifecycle = new Lifecycle(Credentials.fresh());
        run.api().register(id, lifecycle);
        ChildProcess child = run.children()
                .start(id, () -> command(id, tmp, lifecycle.credentials()), new Watch(id, tmp, lifecycle));
        return new ExecutionEnvironment(id, child, lifecycle);
    }

    private ProcessBuilder command(String id, Path tmp, Credentials credentials) throws IOException {
        Path jdk = run.settings().tools().jdk();
        Files.createDirectories(tmp);
        ProcessBuilder command = new ProcessBuilder(JvmCommand.of(function, jdk, run.runtime(), tmp));
        command.directory(code.toFile());
        command.environment().clear();
        command.environment().putAll(variables(id, credentials));
        return command;
    }

    private Map<String, String> variables(String id, Credentials credentials) {
        Settings settings = run.settings();
        String api = run.api().address(id);
        String traces = run.surroundings().traces().address();
        return new EnvironmentVariables(function, id, settings.region(), api, traces)
                .all(code, run.runtime().folder(), credentials, settings.variables());
    }

    private final class Watch implements ChildProcess.Listener {
        private final String id;
        private final Path tmp;
        private final Lifecycle lifecycle;

        Watch(String id, Path tmp, Lifecycle lifecycle) {
            this.id = id;
            this.tmp = tmp;
            this.lifecycle = lifecycle;
        }

        @Override
        public void logged(String message) {
            run.surroundings().logs().message(function.name(), id, message);
        }

        @Override
        public void exited(int status) {
            lifecycle.die(Failures.exited(status));
            run.api().unregister(id);
        }

        @Override
        public void finished() {
            try {
                Folders.remove(tmp);
            } catch (IOException e) {
                throw new UncheckedIOException("The folder of an ended environment could not be removed.", e);
            }
        }
    }
}
