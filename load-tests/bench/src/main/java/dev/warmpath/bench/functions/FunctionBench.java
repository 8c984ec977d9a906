package dev.warmpath.bench.functions;

import dev.warmpath.bench.measure.Samples;
import dev.warmpath.bench.rig.Bed;
import dev.warmpath.bench.rig.Stage;
import dev.warmpath.bench.rig.Starts;
import dev.warmpath.bench.rig.Subject;
import dev.warmpath.bench.rig.Subjects;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures starts and warm calls of the packaged functions against an empty one, in one run. */
@Command(
        name = "functions",
        description = "Measures starts and warm calls of each function against an empty one (about four minutes).",
        mixinStandardHelpOptions = true)
public final class FunctionBench implements Callable<Integer> {
    private static final int STARTS = 11;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path project = Path.of(System.getProperty("warmpath.root", "."));
        PrintWriter out = command.commandLine().getOut();
        try (Bed bed = Bed.make(project)) {
            Subjects subjects = new Subjects(project);
            bed.createTables(subjects.application().tables());
            FunctionReport report = measure(bed, subjects, out);
            out.println(report.table());
            out.println("Raw values: " + report.write(project.resolve("target/bench/functions.json")));
        }
        return 0;
    }

    private FunctionReport measure(Bed bed, Subjects subjects, PrintWriter out)
            throws IOException, InterruptedException {
        List<Subject> started = List.of(subjects.empty(), subjects.getUser(), subjects.createUser());
        List<Subject> called =
                List.of(subjects.empty(), subjects.cachedGet(), subjects.uncachedGet(), subjects.createUser());
        say(out, "One user to read");
        Stage.once(subjects.createTheUser(), bed.settings(), bed.traces());
        say(out, "Cold starts on demand");
        Map<String, Samples> cold = taken(Starts.cold(started, bed.settings(), bed.traces()));
        say(out, "Restores of parked environments");
        Map<String, Samples> restored = taken(Starts.parked(started, bed.settings(), bed.traces()));
        say(out, "Warm calls on demand");
        List<Warm.Figures> onDemand = warm(bed, called, false);
        say(out, "Warm calls under SnapStart");
        return new FunctionReport(cold, restored, onDemand, warm(bed, called, true));
    }

    private static Map<String, Samples> taken(Starts starts) throws IOException, InterruptedException {
        try (starts) {
            return starts.take(STARTS);
        }
    }

    private static List<Warm.Figures> warm(Bed bed, List<Subject> subjects, boolean snapStart)
            throws IOException, InterruptedException {
        List<Stage> stages = new ArrayList<>();
        try {
            for (Subject subject : subjects) {
                stages.add(Stage.open(subject.snapStart(snapStart), bed.settings(), bed.traces()));
            }
            return Warm.measure(stages);
        } finally {
            for (Stage stage : stages) {
                stage.close();
            }
        }
    }

    private static void say(PrintWriter out, String what) {
        out.println(what + " …");
        out.flush();
    }
}
