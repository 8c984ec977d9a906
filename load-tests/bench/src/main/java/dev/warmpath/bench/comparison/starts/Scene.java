package dev.warmpath.bench.comparison.starts;

import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.rig.Bed;
import dev.warmpath.bench.rig.Stage;
import dev.warmpath.bench.rig.Starts;
import dev.warmpath.bench.rig.Subject;
import dev.warmpath.bench.rig.Subjects;
import dev.warmpath.local.template.Application;
import dev.warmpath.local.template.FunctionSpec;
import dev.warmpath.local.template.QueueSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;

/** One side with engines of its own, a little data, and functions that make more of it for those that are started. */
final class Scene implements AutoCloseable {
    private static final String QUEUE = "OrdersQueue";

    /** Each start takes a snapshot of its own here, and what more passes compile, later requests have more of than the first. */
    private static final int ONE_PASS = 1;

    private final Bed bed;
    private final Subjects subjects;
    private final Map<String, Stage> helpers = new LinkedHashMap<>();
    private final Map<String, Supplier<byte[]>> events = new LinkedHashMap<>();
    private Optional<SqsClient> sqs = Optional.empty();

    private Scene(Bed bed, Subjects subjects) {
        this.bed = bed;
        this.subjects = subjects;
    }

    static Scene set(Path project, Side side) throws IOException, InterruptedException {
        Subjects subjects = new Subjects(project, side.template(project), side.priming(ONE_PASS));
        boolean queues = !subjects.application().queues().isEmpty();
        Scene scene = new Scene(queues ? Bed.makeWithSqs(project) : Bed.make(project), subjects);
        try {
            scene.fill();
            return scene;
        } catch (IOException | InterruptedException | RuntimeException e) {
            scene.close();
            throw e;
        }
    }

    private void fill() throws IOException, InterruptedException {
        Application application = subjects.application();
        bed.createTables(application.tables());
        once("CreateUser", ApiEvents.createOwner());
        once("ImportUsers", ApiEvents.importUsers());
        once("PutInventory", ApiEvents.putInventory());
        for (String helper : List.of("GetUser", "PlaceOrder")) {
            helpers.put(helper, open(helper));
        }
        if (!application.queues().isEmpty()) {
            addQueue(application.queues());
        }
        events.putAll(new ApiEvents(data(placeOrder())).all());
    }

    private void addQueue(List<QueueSpec> queues) {
        bed.createQueues(queues);
        sqs = Optional.of(bed.sqsClient());
        String url = queues.stream()
                .filter(queue -> queue.logicalId().equals(QUEUE))
                .findFirst()
                .orElseThrow()
                .url();
        events.putAll(new WorkerEvents(sqs.get(), url).all(this::placeOrder));
    }

    private void once(String function, ApiEvent event) throws IOException, InterruptedException {
        try (Stage stage = open(function)) {
            stage.answerTo(event.json());
        }
    }

    private Stage open(String function) throws IOException {
        Subject subject = subjects.subject(function, () -> new byte[0]).snapStart(false);
        return Stage.open(subject, bed.settings(), bed.traces());
    }

    private ApiEvents.Data data(String order) {
        return new ApiEvents.Data() {
            @Override
            public String profileVersion() {
                return ask("GetUser", ApiEvents.getOwner().with("cache-control", "no-cache"))
                        .header("etag");
            }

            @Override
            public String order() {
                return order;
            }

            @Override
            public String newOrder() {
                return placeOrder();
            }
        };
    }

    private String placeOrder() {
        return ask("PlaceOrder", ApiEvents.placeOrder()).field("orderId");
    }

    private Answer ask(String helper, ApiEvent event) {
        try {
            return Answer.of(helpers.get(helper).answerTo(event.json()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + helper + " was at work.", e);
        }
    }

    /**
     * The functions that there is an event for, in the order of the template.
     *
     * @param functions those that are wanted; all where it is empty
     */
    List<Subject> subjects(Set<String> functions) {
        return subjects.application().functions().stream()
                .map(FunctionSpec::name)
                .filter(events::containsKey)
                .filter(function -> functions.isEmpty() || functions.contains(function))
                .map(function -> subjects.subject(function, events.get(function)))
                .toList();
    }

    Starts cold(List<Subject> started) throws IOException {
        return Starts.cold(started, bed.settings(), bed.traces());
    }

    Starts parked(List<Subject> started) throws IOException {
        return Starts.parked(started, bed.settings(), bed.traces());
    }

    @Override
    public void close() throws IOException {
        try {
            for (Stage helper : helpers.values()) {
                helper.close();
            }
            sqs.ifPresent(SqsClient::close);
        } finally {
            bed.close();
        }
    }
}
