package dev.warmpath.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmpath.orders.report.Reports;
import dev.warmpath.testing.Invocations;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DailyReportTest {
    private final DailyReport report = new DailyReport(Reports.priming());

    @Test
    void answersWhatItHasStored() throws IOException {
        assertThat(Invocations.call(report, "{\"date\": \"2026-01-01\"}"))
                .startsWith("{\"date\":\"2026-01-01\",\"orders\":")
                .endsWith("\"objects\":[\"orders/2026/01/01.csv.gz\",\"summary/2026/01/01.xlsx\"]}");
    }

    @Test
    void malformedDateIsAnError() {
        assertThatThrownBy(() -> Invocations.call(report, "{\"date\": \"1.1.2026\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The event's date is 1.1.2026; expected one such as 2026-11-20");
    }

    @Test
    void primingTakesAWholePass() {
        DailyReport.prime();
    }

    @Test
    void libraryForSpreadsheetsIsNeededForAReportAndForNothingElse() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        try (URLClassLoader without = classPathWithout("fastexcel")) {
            thread.setContextClassLoader(without);
            RequestStreamHandler handler = handlerOf(without);

            assertThatThrownBy(() -> Invocations.call(handler, "{\"date\": \"1.1.2026\"}"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Invocations.call(handler, "{\"date\": \"2026-01-01\"}"))
                    .isInstanceOf(NoClassDefFoundError.class)
                    .hasMessageContaining("org/dhatim/fastexcel");
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    /** Shares the interface of handlers with this test, and has all other classes of its own. */
    private static URLClassLoader classPathWithout(String library) {
        URL[] rest = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains(library))
                .map(DailyReportTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(rest, ClassLoader.getPlatformClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                return name.startsWith("com.amazonaws.services.lambda.runtime.")
                        ? DailyReportTest.class.getClassLoader().loadClass(name)
                        : super.findClass(name);
            }
        };
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static RequestStreamHandler handlerOf(ClassLoader loader) throws ReflectiveOperationException {
        Class<?> reports = loader.loadClass(Reports.class.getName());
        Constructor<?> constructor =
                loader.loadClass(DailyReport.class.getName()).getDeclaredConstructor(reports);
        constructor.setAccessible(true);
        return (RequestStreamHandler)
                constructor.newInstance(reports.getMethod("priming").invoke(null));
    }
}
